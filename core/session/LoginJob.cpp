#include "core/session/LoginJob.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"

using namespace Qt::StringLiterals;

namespace core {

LoginJob::LoginJob(HttpClient& http, SessionStore& store, const Clock& clock, LoginTarget target, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_target(std::move(target))
    , m_api(http, m_target.baseUrl, &m_token)
{
}

void LoginJob::startWithPassword(const QString& user, const QString& password)
{
    start(endpoints::loginWithPassword(user, password, m_target.device, m_target.deviceName, m_clock.now()), With::Password);
}

void LoginJob::startWithToken(const QString& token)
{
    start(endpoints::loginWithToken(token, m_target.device, m_target.deviceName, m_clock.now()), With::Token);
}

void LoginJob::start(Endpoint<LoginAnswer> endpoint, With with)
{
    m_api.call<LoginAnswer>(std::move(endpoint), this, [this, with](const Result<LoginAnswer>& answer) {
        if (answer)
            return received(*answer);
        Error error = answer.error();
        if (error.errcode == "M_FORBIDDEN"_L1)
            error.code = with == With::Password ? ErrorCode::WrongCredentials : ErrorCode::SoftLoggedOut;
        finish(std::unexpected(error));
    });
}

void LoginJob::received(const LoginAnswer& answer)
{
    m_tokens = answer.tokens;
    m_session = {.user = answer.user,
                 .device = answer.device,
                 .deviceName = m_target.deviceName,
                 .serverName = m_target.serverName,
                 .baseUrl = m_target.baseUrl};
    const bool otherUser = !m_target.expectedUser.isEmpty() && answer.user != m_target.expectedUser;
    const bool otherDevice = !m_target.device.isEmpty() && answer.device != m_target.device;
    const bool otherServer = !m_target.ownName.isEmpty() && core::serverName(answer.user) != m_target.ownName;
    if (otherUser || otherDevice || otherServer)
        return giveUp({.code = ErrorCode::WrongAccount, .detail = u"login"_s, .errcode = {}, .retryAfter = {}});
    checkWhoAmI();
}

void LoginJob::checkWhoAmI()
{
    if (m_abandoned)
        return giveUp({.code = ErrorCode::Cancelled, .detail = {}, .errcode = {}, .retryAfter = {}});
    m_api.call<WhoAmI>(endpoints::whoAmI(), this, [this](const Result<WhoAmI>& answer) {
        if (!answer)
            return giveUp(answer.error());
        if (answer->user != m_session.user || answer->device != m_session.device)
            return giveUp({.code = ErrorCode::WrongAccount, .detail = u"whoami"_s, .errcode = {}, .retryAfter = {}});
        store();
    });
}

void LoginJob::store()
{
    if (m_abandoned)
        return giveUp({.code = ErrorCode::Cancelled, .detail = {}, .errcode = {}, .retryAfter = {}});
    if (const auto saved = m_store.save(m_session, m_tokens); !saved)
        return giveUp(saved.error());
    finish(m_session);
}

void LoginJob::giveUp(const Error& error)
{
    qCWarning(logSession, "a login is given up: error %d", static_cast<int>(error.code));
    // Logging out removes a device with its keys: never the one whose messages are here.
    const bool isOwnDevice =
        !m_target.device.isEmpty() && m_session.device == m_target.device && m_session.user == m_target.expectedUser;
    if (isOwnDevice)
        return finish(std::unexpected(error));
    m_api.call<Empty>(endpoints::logout(), this, [this, error](const Result<Empty>&) { finish(std::unexpected(error)); });
}

void LoginJob::abandon()
{
    m_abandoned = true;
    disconnect();
}

void LoginJob::finish(const Result<StoredSession>& session)
{
    Q_EMIT finished(session);
    deleteLater();
}

} // namespace core
