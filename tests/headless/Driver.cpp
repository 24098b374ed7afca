#include "tests/headless/Driver.h"

#include "tests/headless/DatabaseKey.h"

#include <QJsonDocument>
#include <QTimer>

#include <cstdio>
#include <utility>

using namespace core;
using namespace Qt::StringLiterals;
using Phase = AccountState::Phase;

namespace headless {

void writeLine(const QJsonObject& line)
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stdout);
    std::fflush(stdout);
}

Driver::Driver(Options options, AccountService& account, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_account(account)
{
    connect(&account, &AccountService::stateChanged, this, &Driver::proceed);
    connect(&account, &AccountService::sessionReady, this, &Driver::begin);
    connect(&account, &AccountService::sessionEnding, this, &Driver::end);
    connect(&m_commands, &Commands::quitRequested, this, [this] { Q_EMIT finished(0); });
    connect(&m_commands, &Commands::logoutRequested, &account, &AccountService::logOut, Qt::QueuedConnection);
    if (m_options.until == Options::Until::Quiet)
        connect(&m_measurements, &Measurements::quiet, this, [this] { Q_EMIT finished(0); });
    if (m_options.until == Options::Until::Seconds)
        QTimer::singleShot(std::chrono::milliseconds(static_cast<qint64>(m_options.seconds * 1000)), this,
                           [this] { Q_EMIT finished(0); });
}

Driver::~Driver() = default;

void Driver::start()
{
    m_account.open(databaseKey(m_options.store));
}

void Driver::receive(const QByteArray& line)
{
    m_isSpokenTo = true;
    if (m_reporter)
        m_reporter->listen();
    m_commands.receive(line);
}

void Driver::inputEnded()
{
    if (m_isSpokenTo)
        Q_EMIT finished(0);
}

// Logs in once, with the first offer; a session that the server has ended is one more login.
void Driver::proceed(const AccountState& state)
{
    const bool isFailure =
        state.error && state.error->code != ErrorCode::SoftLoggedOut && state.error->code != ErrorCode::Unauthorized;
    if (state.phase == Phase::Failed || isFailure) {
        const int code = state.error ? static_cast<int>(state.error->code) : -1;
        writeLine({{u"event"_s, QJsonObject{{u"kind"_s, u"failed"_s}, {u"what"_s, u"login"_s}, {u"error"_s, code}}}});
        Q_EMIT finished(1);
        return;
    }
    if (state.phase == Phase::LoggedOut && !state.offer)
        m_account.discover(m_options.homeserver);
    else if (state.offer && (state.phase == Phase::LoggedOut || state.phase == Phase::NeedsLogin))
        m_account.logInWithPassword(m_options.user, m_options.password);
}

// As soon as the account turns out to have keys; prints how fast they came.
void Driver::restoreOnce(RecoveryService& recovery)
{
    connect(&recovery, &RecoveryService::changed, this, [this, &recovery, begun = false](const RecoveryState& state) mutable {
        if (state.phase != RecoveryState::Phase::NeedsCode || std::exchange(begun, true))
            return;
        m_restoring.start();
        const QByteArray code = m_options.recoveryKey.toUtf8();
        recovery.restore(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(code)));
    });
    connect(&recovery, &RecoveryService::restoreEnded, this, [this, &recovery](RestoreOutcome outcome) {
        const double seconds = static_cast<double>(m_restoring.nsecsElapsed()) / 1e9;
        const auto keys = static_cast<double>(recovery.state().restoredKeys);
        m_measurements.print(u"restored"_s, {{u"outcome"_s, static_cast<int>(outcome)},
                                             {u"keys"_s, keys},
                                             {u"seconds"_s, seconds},
                                             {u"keysPerSecond"_s, seconds > 0 ? keys / seconds : 0}});
    });
}

void Driver::begin(Session* session)
{
    if (!m_options.recoveryKey.isEmpty())
        restoreOnce(*session->recovery());
    m_measurements.setSession(session);
    m_reporter = std::make_unique<Reporter>(*session, m_log);
    if (m_isSpokenTo)
        m_reporter->listen();
    m_commands.setSession(session);
}

void Driver::end()
{
    m_commands.setSession(nullptr);
    m_measurements.setSession(nullptr);
    m_reporter.reset();
}

} // namespace headless
