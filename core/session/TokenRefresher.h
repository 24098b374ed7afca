#pragma once

#include "core/api/Api.h"
#include "core/base/Tokens.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace core {

class Clock;
class SessionStore;

/// The tokens of the session, renewed when they end and a little before.
///
/// One refresh at a time, however many requests were refused (S-111). A new pair is in the store before it is used: after a crash
/// in between, the stored refresh token still works, because a server drops it only when the new pair is used. If the answer to a
/// refresh was lost, it is asked for once more with the same token.
/// Spec: Matrix v1.11, Client-Server API, "Refreshing access tokens", "Soft logout".
/// Thread: core. References must outlive it.
class TokenRefresher final : public QObject, public TokenSource {
    Q_OBJECT
public:
    TokenRefresher(HttpClient& http, const QUrl& baseUrl, SessionStore& store, const Clock& clock, QObject* parent = nullptr);

    /// Reads the stored tokens. Errors: those of SessionStore::tokens.
    Result<> load();
    [[nodiscard]] const Tokens& tokens() const { return m_tokens; }

    [[nodiscard]] QByteArray accessToken() const override;
    /// Errors: also Storage, StorageFull if a new pair could not be kept; then it is not used.
    void renew(const QByteArray& usedToken, const Error& refusal, QObject* context, std::function<void(Result<>)> done) override;

Q_SIGNALS:
    /// The server has ended the session: SoftLoggedOut if device and keys are still valid there, Unauthorized if not.
    /// Emitted once; nothing can be renewed after it.
    void ended(const core::Error& error);

private:
    struct Waiting {
        QPointer<QObject> context;
        std::function<void(Result<>)> done;
    };
    void refresh();
    void received(const Result<Tokens>& answer);
    void refused(const Error& answer);
    void finish(const Result<>& result);
    void scheduleNext();

    Api m_api;
    SessionStore& m_store;
    const Clock& m_clock;
    Tokens m_tokens;
    QList<Waiting> m_waiting;
    std::optional<Error> m_refusal; ///< of the request that made the running refresh necessary
    std::optional<Error> m_ended;
    int m_tries = 0; ///< of the running refresh; 0 if none runs
    QTimer m_beforeExpiry;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
