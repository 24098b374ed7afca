#include "core/session/Revocations.h"

#include "core/base/Log.h"
#include "core/session/LogoutJob.h"

#include <algorithm>
#include <utility>

namespace core {

Revocations::Revocations(HttpClient& http, const Clock& clock)
    : m_http(http)
    , m_clock(clock)
{
}

Result<> Revocations::attach(RevocationStore& store)
{
    auto kept = store.sessions();
    if (!kept)
        return std::unexpected(kept.error());
    m_store = &store;
    m_open += *kept;
    keep();
    for (const auto& session : std::as_const(*kept))
        tell(session);
    return {};
}

void Revocations::add(const EndedSession& session)
{
    m_open.append(session);
    keep();
    tell(session);
}

void Revocations::tell(const EndedSession& session)
{
    auto* logout = new LogoutJob(m_http, m_clock, session, &m_jobs);
    QObject::connect(logout, &LogoutJob::finished, &m_jobs, [this, logout, access = session.tokens.access](const Result<>& told) {
        const auto place =
            std::find_if(m_open.begin(), m_open.end(), [&](const EndedSession& other) { return other.tokens.access == access; });
        if (told)
            m_open.erase(place);
        else
            *place = logout->session();
        keep();
    });
    logout->start();
}

void Revocations::keep()
{
    if (!m_store)
        return;
    if (const auto kept = m_store->save(m_open); !kept)
        qCWarning(logSession, "a logout could not be kept: error %d", static_cast<int>(kept.error().code));
}

} // namespace core
