// The core without a face: for measuring, and for tests that drive it from outside. Never part of a release.
#include "core/session/AccountService.h"
#include "tests/headless/Commands.h"
#include "tests/headless/DatabaseKey.h"
#include "tests/headless/Measurements.h"
#include "tests/headless/Options.h"
#include "tests/headless/Reporter.h"
#include "tests/headless/StandardInput.h"
#include "tests/headless/WatchedHttpClient.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>
#include <utility>

using namespace core;
using namespace headless;
using namespace Qt::StringLiterals;
using Phase = AccountState::Phase;

namespace {

void writeLine(const QJsonObject& line)
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stdout);
    std::fflush(stdout);
}

/// Logs in once, with the first offer; a session that the server has ended is one more login.
class Login final : public QObject {
public:
    Login(const Options& options, AccountService& account)
        : m_options(options)
        , m_account(account)
    {
        connect(&account, &AccountService::stateChanged, this, [this](const AccountState& state) { proceed(state); });
    }

private:
    void proceed(const AccountState& state)
    {
        const bool isFailure =
            state.error && state.error->code != ErrorCode::SoftLoggedOut && state.error->code != ErrorCode::Unauthorized;
        if (state.phase == Phase::Failed || isFailure) {
            writeLine({{u"event"_s, QJsonObject{{u"kind"_s, u"failed"_s},
                                                {u"what"_s, u"login"_s},
                                                {u"error"_s, static_cast<int>(state.error->code)}}}});
            return QCoreApplication::exit(1);
        }
        if (state.phase == Phase::LoggedOut && !state.offer)
            m_account.discover(m_options.homeserver);
        else if (state.offer && (state.phase == Phase::LoggedOut || state.phase == Phase::NeedsLogin))
            m_account.logInWithPassword(m_options.user, m_options.password);
    }

    const Options& m_options;
    AccountService& m_account;
};

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"headless"_s);
    const Options options = readOptions();
    StandardInput input;
    EventLog log(writeLine);
    Measurements measurements(writeLine);
    Commands commands(log, writeLine);
    std::unique_ptr<Reporter> reporter;
    bool isSpokenTo = false;

    const SystemClock clock;
    WatchedHttpClient http({.userAgent = "FdV Messenger headless", .allowLoopbackHttp = true},
                           [&] { measurements.print(u"firstRequest"_s); });
    AccountService account({.profileDirectory = options.store,
                            .allowLoopbackHttp = true,
                            .userAgent = {},
                            .deviceDisplayName = u"FdV Messenger, headless"_s},
                           http, clock);
    const Login login(options, account);
    QObject::connect(&account, &AccountService::sessionReady, &application, [&](Session* session) {
        measurements.setSession(session);
        reporter = std::make_unique<Reporter>(*session, log);
        if (isSpokenTo)
            reporter->listen();
        commands.setSession(session);
    });
    QObject::connect(&account, &AccountService::sessionEnding, &application, [&] {
        commands.setSession(nullptr);
        measurements.setSession(nullptr);
        reporter.reset();
    });

    const auto end = [] { QCoreApplication::quit(); };
    QObject::connect(&input, &StandardInput::line, &application, [&](const QByteArray& line) {
        isSpokenTo = true;
        if (reporter)
            reporter->listen();
        commands.receive(line);
    });
    QObject::connect(&input, &StandardInput::ended, &application, [&] {
        if (isSpokenTo) // who never spoke has only not given an input
            end();
    });
    QObject::connect(&input, &StandardInput::terminated, &application, end);
    QObject::connect(&commands, &Commands::quitRequested, &application, end);
    if (options.until == Options::Until::Quiet)
        QObject::connect(&measurements, &Measurements::quiet, &application, end);
    if (options.until == Options::Until::Seconds)
        QTimer::singleShot(std::chrono::milliseconds(static_cast<qint64>(options.seconds * 1000)), &application, end);

    QMetaObject::invokeMethod(&account, [&] { account.open(databaseKey(options.store)); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
