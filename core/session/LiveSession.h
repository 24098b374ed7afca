#pragma once

#include "core/session/Session.h"
#include "core/session/TokenRefresher.h"

#include <QObject>

#include <memory>

namespace core {

class Preparation;
class Profile;
struct SessionParts;
struct StoredSession;

/// The session of a stored login: its tokens, its parts, and the preparation of its device.
///
/// Thread: core. References must outlive it.
class LiveSession final : public QObject {
    Q_OBJECT
public:
    struct Environment {
        HttpClient& http;
        const Clock& clock;
        Profile& profile;
    };
    /// Errors: NotFound if there are no tokens; WrongAccount, Crypto; storage.
    static Result<std::unique_ptr<LiveSession>> open(const Environment& environment, const StoredSession& stored);
    ~LiveSession() override;

    [[nodiscard]] Session* session() const { return m_session.get(); }

    /// Makes the device ready for encryption; `password` confirms what the server wants confirmed, and may be empty.
    /// `prepared` follows in any case: what could not be done is done later, in the background.
    void prepare(const QString& password);
    /// Starts syncing and sending. What prepare() has not done follows when the server can be reached.
    void start();

Q_SIGNALS:
    void prepared();
    /// The server has ended the session; see TokenRefresher::ended. From the event loop: the session may be destroyed.
    void ended(const core::Error& error);

private:
    LiveSession(const Environment& environment, const StoredSession& stored);
    void prepareOnce();

    std::unique_ptr<TokenRefresher> m_tokens;
    UserId m_user;
    std::unique_ptr<Session> m_session;
    SessionParts* m_parts = nullptr; // of the session
    bool m_isPrepared = false;
    QObject m_jobs; // last: jobs die before what they use
};

} // namespace core
