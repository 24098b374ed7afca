#pragma once

#include "core/api/Api.h"
#include "core/session/FixedToken.h"
#include "core/store/RevocationStore.h"

#include <QObject>

namespace core {

class Clock;

/// Revokes a session's tokens at the server (S-128).
///
/// Steps: log out; if the access token has run out meanwhile, renew it and log out with the new one. Destroying the job cancels
/// it.
class LogoutJob final : public QObject {
    Q_OBJECT
public:
    /// `http` and `clock` must outlive the job.
    LogoutJob(HttpClient& http, const Clock& clock, EndedSession session, QObject* parent = nullptr);
    void start();

    /// With the tokens that are good now, for another try.
    [[nodiscard]] const EndedSession& session() const { return m_session; }

Q_SIGNALS:
    /// Success: the server does not know the session any more. Errors: those of Api for what may be tried again later.
    void finished(const core::Result<>& result);

private:
    void renew();
    void finish(const Result<>& result);

    const Clock& m_clock;
    EndedSession m_session;
    FixedToken m_token{m_session.tokens};
    Api m_api;
    bool m_renewed = false;
};

} // namespace core
