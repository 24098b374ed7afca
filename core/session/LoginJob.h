#pragma once

#include "core/api/Api.h"
#include "core/api/endpoints/Login.h"
#include "core/session/FixedToken.h"
#include "core/store/SessionStore.h"

#include <QObject>

#include <optional>

namespace core {

class Clock;

/// What is known before a login.
struct LoginTarget {
    QUrl baseUrl;
    QString serverName; ///< as the person chose it; kept with the session
    QString deviceName;
    QString ownName;     ///< user ids must end with it; empty if it is not known (S-124)
    UserId expectedUser; ///< in place of an earlier session: nobody else is let in; empty for a first login
    DeviceId device;     ///< to log in again on the same device; empty for a new one
};

/// Logs in and keeps the session.
///
/// Steps: log in; check user and device against what is expected and against what the server says of the new token (S-124,
/// S-112); store session and tokens. A login that does not pass is revoked again, unless it is
/// on the device of before. Destroying the job cancels it, but leaves what
/// the server has made meanwhile: use abandon().
class LoginJob final : public QObject {
    Q_OBJECT
public:
    /// All references must outlive the job.
    LoginJob(HttpClient& http, SessionStore& store, const Clock& clock, LoginTarget target, QObject* parent = nullptr);

    void startWithPassword(const QString& user, const QString& password);
    /// `token`: from the browser, or of another login that gives one.
    void startWithToken(const QString& token);
    /// Nobody waits any more: revokes what the server makes of the login, then deletes itself.
    void abandon();

Q_SIGNALS:
    /// The session is stored. Errors: WrongCredentials; SoftLoggedOut if the login token is too old or was used before;
    /// WrongAccount; those of Api; Storage, StorageFull.
    void finished(const core::Result<core::StoredSession>& session);

private:
    enum class With { Password, Token };
    void start(Endpoint<LoginAnswer> endpoint, With with);
    void received(const LoginAnswer& answer);
    void checkWhoAmI();
    void store();
    /// Revokes the login unless it is on the device that was there before.
    void giveUp(const Error& error);
    void finish(const Result<StoredSession>& session);

    SessionStore& m_store;
    const Clock& m_clock;
    LoginTarget m_target;
    StoredSession m_session;
    Tokens m_tokens;
    FixedToken m_token{m_tokens};
    Api m_api;
    bool m_abandoned = false;
};

} // namespace core
