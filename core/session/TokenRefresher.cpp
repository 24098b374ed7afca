#include "core/session/TokenRefresher.h"

#include "core/api/endpoints/Login.h"
#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/store/SessionStore.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr int maximumTries = 2; // the second one in case the answer to the first was lost
constexpr qint64 usualLead = 60'000;
constexpr qint64 shortestWait = 1'000;
constexpr qint64 longestWait = 24LL * 60 * 60 * 1000;

bool isLost(ErrorCode code)
{
    return code == ErrorCode::Network || code == ErrorCode::Timeout;
}

// The refresh token is not good any more; anything else says nothing about it.
bool isRefusal(ErrorCode code)
{
    return code == ErrorCode::Unauthorized || code == ErrorCode::SoftLoggedOut || code == ErrorCode::Forbidden;
}

// An answer that makes no sense comes from a server that is being repaired: whoever waits tries again later.
Error asPassing(Error error)
{
    if (error.code == ErrorCode::NotFound || error.code == ErrorCode::Protocol || error.code == ErrorCode::TooLarge)
        error.code = ErrorCode::Server;
    return error;
}

} // namespace

TokenRefresher::TokenRefresher(HttpClient& http, const QUrl& baseUrl, SessionStore& store, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_api(http, baseUrl, nullptr)
    , m_store(store)
    , m_clock(clock)
{
    m_beforeExpiry.setSingleShot(true);
    connect(&m_beforeExpiry, &QTimer::timeout, this, [this] {
        if (m_tries == 0 && !m_ended)
            refresh();
    });
}

Result<> TokenRefresher::load()
{
    auto tokens = m_store.tokens();
    if (!tokens)
        return std::unexpected(tokens.error());
    m_tokens = std::move(*tokens);
    scheduleNext();
    return {};
}

QByteArray TokenRefresher::accessToken() const
{
    return m_tokens.access && !m_ended ? m_tokens.access->bytes().toByteArray() : QByteArray();
}

void TokenRefresher::renew(const QByteArray& usedToken, const Error& refusal, QObject* context,
                           std::function<void(Result<>)> done)
{
    const bool isRenewed = usedToken != accessToken();
    if (m_ended || isRenewed) {
        const Result<> result = m_ended ? Result<>(std::unexpected(*m_ended)) : Result<>();
        QMetaObject::invokeMethod(context, [result, done = std::move(done)] { done(result); }, Qt::QueuedConnection);
        return;
    }
    m_waiting.append({context, std::move(done)});
    if (!m_refusal)
        m_refusal = refusal;
    if (m_tries > 0)
        return;
    if (m_tokens.refresh)
        refresh();
    else
        QMetaObject::invokeMethod(&m_jobs, [this, refusal] { refused(refusal); }, Qt::QueuedConnection);
}

void TokenRefresher::refresh()
{
    ++m_tries;
    m_beforeExpiry.stop();
    m_api.call<Tokens>(endpoints::refresh(*m_tokens.refresh, m_clock.now()), &m_jobs,
                       [this](const Result<Tokens>& answer) { received(answer); });
}

void TokenRefresher::received(const Result<Tokens>& answer)
{
    if (!answer) {
        const Error& error = answer.error();
        if (isLost(error.code) && m_tries < maximumTries)
            return refresh();
        if (isRefusal(error.code))
            return refused(error);
        return finish(std::unexpected(asPassing(error)));
    }
    Tokens tokens = *answer;
    if (!tokens.refresh) // "If not given, the old refresh token can be re-used."
        tokens.refresh = m_tokens.refresh;
    const auto saved = m_store.saveTokens(tokens);
    if (saved)
        m_tokens = std::move(tokens);
    finish(saved);
}

void TokenRefresher::refused(const Error& answer)
{
    // Before expiry the access token may still be good: the next request that needs it will tell.
    if (!m_refusal)
        return finish(std::unexpected(answer));
    // "If the token refresh fails and the error response included a soft_logout: true property, then the client can treat it as
    // a soft logout […], otherwise it should consider the user as being logged out."
    const bool isSoft = answer.code == ErrorCode::SoftLoggedOut || m_refusal->code == ErrorCode::SoftLoggedOut;
    m_ended = *m_refusal;
    m_ended->code = isSoft ? ErrorCode::SoftLoggedOut : ErrorCode::Unauthorized;
    qCInfo(logSession, "the server has ended the session: error %d", static_cast<int>(m_ended->code));
    finish(std::unexpected(*m_ended));
    Q_EMIT ended(*m_ended);
}

void TokenRefresher::finish(const Result<>& result)
{
    m_tries = 0;
    m_refusal.reset();
    if (!m_ended)
        scheduleNext();
    for (const auto& waiting : std::exchange(m_waiting, {})) {
        if (waiting.context)
            QMetaObject::invokeMethod(
                waiting.context.get(), [result, done = waiting.done] { done(result); }, Qt::QueuedConnection);
    }
}

void TokenRefresher::scheduleNext()
{
    m_beforeExpiry.stop();
    if (!m_tokens.refresh || !m_tokens.expiresAt.isKnown())
        return;
    const qint64 left = m_tokens.expiresAt.ms - m_clock.now().ms;
    const qint64 wait = left - std::min(usualLead, left / 2);
    if (wait >= shortestWait) // what is nearly or already over is renewed when it is refused
        m_beforeExpiry.start(std::chrono::milliseconds(std::min(longestWait, wait)));
}

} // namespace core
