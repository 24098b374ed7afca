#include "app/PortalRequest.h"

#include "crypto/Random.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {

const QString requestInterface = u"org.freedesktop.portal.Request"_s;

} // namespace

PortalRequest::PortalRequest(const QDBusConnection& bus, const QString& interface, const QString& method, QVariantList arguments,
                             QVariantMap options, Answered done, QObject* parent)
    : QObject(parent)
    , m_bus(bus)
    , m_done(std::move(done))
{
    if (!m_bus.isConnected()) {
        QTimer::singleShot(0, this, [this] { finish(Answer::Failed, {}); });
        return;
    }
    const QString name = QLatin1StringView(service);
    const QString token = u"fdv"_s + QString::fromLatin1(crypto::randomBytes(8).toHex());
    const QString sender = m_bus.baseService().mid(1).replace(u'.', u'_');
    listen(u"%1/request/%2/%3"_s.arg(QLatin1StringView(object), sender, token));
    auto* presence = new QDBusServiceWatcher(name, m_bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(presence, &QDBusServiceWatcher::serviceUnregistered, this, [this] { finish(Answer::Failed, {}); });

    options.insert(u"handle_token"_s, token);
    arguments.append(options);
    auto call = QDBusMessage::createMethodCall(name, QLatin1StringView(object), interface, method);
    call.setArguments(arguments);
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isError())
            return finish(Answer::Failed, {});
        // Portals before 0.9 choose the path themselves.
        if (reply.value().path() != m_path && m_done)
            listen(reply.value().path());
    });
}

PortalRequest::~PortalRequest()
{
    if (m_done)
        m_bus.send(QDBusMessage::createMethodCall(QLatin1StringView(service), m_path, requestInterface, u"Close"_s));
}

void PortalRequest::listen(const QString& path)
{
    m_path = path;
    m_bus.connect(QLatin1StringView(service), path, requestInterface, u"Response"_s, this, SLOT(take(uint, QVariantMap)));
}

void PortalRequest::take(uint response, const QVariantMap& results)
{
    finish(response == 0 ? Answer::Done : response == 1 ? Answer::Cancelled : Answer::Failed, results);
}

void PortalRequest::finish(Answer answer, const QVariantMap& results)
{
    if (const auto done = std::exchange(m_done, {}))
        done(answer, results);
}

} // namespace app
