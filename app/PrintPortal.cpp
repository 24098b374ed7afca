#include "app/PrintPortal.h"

#include "app/PortalRequest.h"
#include "app/SealedMemory.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QTimer>
#include <QWindow>

#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using Outcome = ui::SheetPrinter::Outcome;
using Answer = PortalRequest::Answer;

const QString interface = u"org.freedesktop.portal.Print"_s;

/// The dialog first; what it has answered names the printer for the page.
class PrintJob final : public QObject {
public:
    PrintJob(QDBusConnection bus, QString window, QString title, ui::SheetPrinter::Page page, std::function<void(Outcome)> done,
             QObject* parent)
        : QObject(parent)
        , m_bus(std::move(bus))
        , m_window(std::move(window))
        , m_title(std::move(title))
        , m_page(std::move(page))
        , m_done(std::move(done))
    {
        const QVariantMap settings;
        const QVariantMap paper{
            {u"Name"_s, u"iso_a4"_s}, {u"Width"_s, 210.0},    {u"Height"_s, 297.0},    {u"MarginTop"_s, 0.0},
            {u"MarginBottom"_s, 0.0}, {u"MarginLeft"_s, 0.0}, {u"MarginRight"_s, 0.0}, {u"Orientation"_s, u"portrait"_s}};
        new PortalRequest(
            m_bus, interface, u"PreparePrint"_s, {m_window, m_title, settings, paper}, {{u"modal"_s, true}},
            [this](Answer answer, const QVariantMap& results) {
                if (answer == Answer::Done)
                    print(results.value(u"token"_s));
                else
                    end(answer);
            },
            this);
    }

private:
    void print(const QVariant& token)
    {
        const auto page = std::exchange(m_page, {})();
        const auto memory = sealedMemory(page.bytes());
        if (page.isEmpty() || !memory.isValid())
            return end(Answer::Failed);
        QVariantMap options{{u"modal"_s, true}};
        if (token.isValid())
            options.insert(u"token"_s, token);
        new PortalRequest(
            m_bus, interface, u"Print"_s, {m_window, m_title, QVariant::fromValue(memory)}, options,
            [this](Answer answer, const QVariantMap&) { end(answer); }, this);
    }
    void end(Answer answer)
    {
        deleteLater();
        m_done(answer == Answer::Done ? Outcome::Printed : answer == Answer::Cancelled ? Outcome::Cancelled : Outcome::Failed);
    }

    QDBusConnection m_bus;
    QString m_window;
    QString m_title;
    ui::SheetPrinter::Page m_page;
    std::function<void(Outcome)> m_done;
};

} // namespace

PrintPortal::PrintPortal(Bus bus)
    : m_bus(std::move(bus))
{
}

void PrintPortal::look(QObject* context, std::function<void(bool)> done)
{
    const auto bus = m_bus();
    if (!bus.isConnected())
        return QTimer::singleShot(0, context, [done = std::move(done)] { done(false); });
    auto get = QDBusMessage::createMethodCall(QLatin1StringView(PortalRequest::service), QLatin1StringView(PortalRequest::object),
                                              u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    get << interface << u"version"_s;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(get), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [bus, watcher, done = std::move(done)] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> version = *watcher;
        done(!version.isError() && bus.connectionCapabilities().testFlag(QDBusConnection::UnixFileDescriptorPassing));
    });
}

void PrintPortal::print(const QString& title, Page page, QObject* context, std::function<void(Outcome)> done)
{
    const QString window = nameOf(QGuiApplication::focusWindow(), QGuiApplication::platformName());
    auto* job = new PrintJob(m_bus(), window, title, std::move(page), std::move(done), &m_jobs);
    QObject::connect(context, &QObject::destroyed, job, [job] { delete job; });
}

QString PrintPortal::nameOf(const QWindow* window, const QString& platform)
{
    return window && platform == "xcb"_L1 ? u"x11:"_s + QString::number(window->winId(), 16) : QString();
}

} // namespace app
