#include "core/session/LogoutJob.h"

#include "core/api/endpoints/Login.h"
#include "core/base/Clock.h"

#include <utility>

namespace core {

LogoutJob::LogoutJob(HttpClient& http, const Clock& clock, EndedSession session, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_session(std::move(session))
    , m_api(http, m_session.baseUrl, &m_token)
{
}

void LogoutJob::start()
{
    m_api.call<Empty>(endpoints::logout(), this, [this](const Result<Empty>& loggedOut) {
        if (loggedOut)
            return finish({});
        const Error& error = loggedOut.error();
        const bool tokenIsOver = error.code == ErrorCode::Unauthorized || error.code == ErrorCode::SoftLoggedOut;
        if (!tokenIsOver)
            return finish(std::unexpected(error));
        if (std::exchange(m_renewed, true) || !m_session.tokens.refresh)
            return finish({}); // nobody can do anything with these tokens any more
        renew();
    });
}

void LogoutJob::renew()
{
    m_api.call<Tokens>(endpoints::refresh(*m_session.tokens.refresh, m_clock.now()), this, [this](const Result<Tokens>& tokens) {
        if (tokens) {
            m_session.tokens.access = tokens->access;
            if (tokens->refresh)
                m_session.tokens.refresh = tokens->refresh;
            return start();
        }
        const auto code = tokens.error().code;
        const bool refused = code == ErrorCode::Unauthorized || code == ErrorCode::SoftLoggedOut || code == ErrorCode::Forbidden;
        finish(refused ? Result<>() : std::unexpected(tokens.error()));
    });
}

void LogoutJob::finish(const Result<>& result)
{
    Q_EMIT finished(result);
    deleteLater();
}

} // namespace core
