#include "tests/window/Program.h"

#include "tests/headless/Resources.h"
#include "tests/headless/WatchedHttpClient.h"
#include "ui/app/EngineSetup.h"

#include <QCoreApplication>
#include <QQuickWindow>

using namespace Qt::StringLiterals;

namespace window {

namespace {

void print(const QString& step, const QJsonObject& more = {})
{
    QJsonObject line = headless::resourcesUsed();
    line.insert(u"at"_s, step);
    for (auto member = more.begin(); member != more.end(); ++member)
        line.insert(member.key(), member.value());
    headless::writeLine(line);
}

} // namespace

Program::Program(const headless::Options& options, UiWatch& watch)
    : m_watch(watch)
    , m_core([this, &options] { return makeAccount(options); })
    , m_view(QString(), m_core.account())
{
    m_view.settings()->setLanguage(u"de"_s);
    // Past the questions of the first run.
    m_view.goOn();
    m_view.goOn();
    connect(m_driver, &headless::Driver::finished, this, &Program::end);
    QMetaObject::invokeMethod(m_driver, &headless::Driver::start, Qt::QueuedConnection);
}

Program::~Program()
{
    print(u"window"_s, m_watch.report());
}

std::shared_ptr<core::AccountService> Program::makeAccount(const headless::Options& options)
{
    const auto clock = std::make_shared<core::SystemClock>();
    const auto http = std::make_shared<headless::WatchedHttpClient>(
        core::QtHttpClient::Options{.userAgent = "FdV Messenger window", .allowLoopbackHttp = true},
        [] { print(u"firstRequest"_s); }, [] { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); });
    const core::AccountService::Options accountOptions{.profileDirectory = options.store,
                                                       .allowLoopbackHttp = true,
                                                       .userAgent = {},
                                                       .deviceDisplayName = u"FdV Messenger, window"_s};
    // The network and the clock live until the account is gone.
    std::shared_ptr<core::AccountService> account(new core::AccountService(accountOptions, *http, *clock),
                                                  [http, clock](core::AccountService* object) { delete object; });
    m_driver = new headless::Driver(options, *account, account.get());
    return account;
}

bool Program::start()
{
    ui::prepareEngine(m_engine, m_view);
    m_engine.setInitialProperties({{u"app"_s, QVariant::fromValue(&m_view)}});
    m_engine.load(QUrl(u"qrc:/qt/qml/Tim/Main.qml"_s));
    auto* shown = m_engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    if (!shown)
        return false;
    connect(shown, &QQuickWindow::frameSwapped, this, &Program::swapped, Qt::QueuedConnection);
    return true;
}

void Program::swapped()
{
    if (!std::exchange(m_framed, true))
        print(u"firstFrame"_s);
    if (m_listed || m_view.stage() != ui::AppViewModel::Stage::Main || m_view.main()->rooms()->count() == 0)
        return;
    m_listed = true;
    print(u"listShown"_s, {{u"rows"_s, m_view.main()->rooms()->count()}});
    m_watch.restart();
}

void Program::receive(const QByteArray& line)
{
    QMetaObject::invokeMethod(m_driver, [driver = m_driver, line] { driver->receive(line); }, Qt::QueuedConnection);
}

void Program::inputEnded()
{
    QMetaObject::invokeMethod(m_driver, &headless::Driver::inputEnded, Qt::QueuedConnection);
}

void Program::end(int code)
{
    QCoreApplication::exit(code);
}

} // namespace window
