#include "core/session/LiveSession.h"

#include "core/session/PasswordConfirmation.h"
#include "core/session/Preparation.h"
#include "core/session/Profile.h"
#include "core/session/SessionParts.h"

#include <utility>

namespace core {

LiveSession::LiveSession(const Environment& environment, const StoredSession& stored)
    : m_tokens(
          std::make_unique<TokenRefresher>(environment.http, stored.baseUrl, environment.profile.session(), environment.clock))
    , m_user(stored.user)
{
    // Queued: it is emitted while parts of the session run.
    connect(m_tokens.get(), &TokenRefresher::ended, this, &LiveSession::ended, Qt::QueuedConnection);
}

LiveSession::~LiveSession() = default;

Result<std::unique_ptr<LiveSession>> LiveSession::open(const Environment& environment, const StoredSession& stored)
{
    std::unique_ptr<LiveSession> live(new LiveSession(environment, stored));
    if (const auto loaded = live->m_tokens->load(); !loaded)
        return std::unexpected(loaded.error());
    auto parts = SessionParts::open({.http = environment.http,
                                     .clock = environment.clock,
                                     .database = environment.profile.database(),
                                     .session = environment.profile.session(),
                                     .tokens = *live->m_tokens},
                                    stored);
    if (!parts)
        return std::unexpected(parts.error());
    live->m_parts = parts->get();
    live->m_session = std::make_unique<Session>(std::move(*parts));
    return live;
}

void LiveSession::prepare(const QString& password)
{
    m_parts->requests.setConfirm(
        [user = m_user, password](JsonValue question) { return confirmWithPassword(question, user, password); });
    auto* preparation = new Preparation(*m_parts->machine, m_parts->requests, &m_jobs);
    connect(preparation, &Preparation::finished, this, [this](const Result<>& result) {
        m_parts->requests.setConfirm({}); // forgets the password
        m_isPrepared = result.has_value();
        Q_EMIT prepared();
    });
    preparation->start();
}

void LiveSession::start()
{
    if (!m_isPrepared)
        connect(&m_parts->sync, &SyncLoop::stateChanged, &m_jobs, [this](const SyncState& state) {
            if (state.phase == SyncState::Phase::UpToDate)
                prepareOnce();
        });
    m_session->start();
}

void LiveSession::prepareOnce()
{
    if (std::exchange(m_isPrepared, true))
        return;
    (new Preparation(*m_parts->machine, m_parts->requests, &m_jobs))->start();
}

} // namespace core
