#include "core/services/sync/SyncLoop.h"

#include "core/api/endpoints/Sync.h"
#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/net/RetryPolicy.h"
#include "core/services/sync/SyncProcessor.h"

#include <QJsonArray>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core {

namespace {

constexpr auto longPoll = 30s;

// What the client does not show it does not ask for: presence never, state and timeline with lazily loaded members.
QJsonObject filter()
{
    const QJsonObject lazy{{u"lazy_load_members"_s, true}};
    QJsonObject timeline = lazy;
    timeline.insert(u"limit"_s, 20);
    return {
        {u"presence"_s, QJsonObject{{u"not_types"_s, QJsonArray{u"*"_s}}}},
        {u"room"_s, QJsonObject{{u"state"_s, lazy}, {u"timeline"_s, timeline}, {u"include_leave"_s, false}}},
    };
}

SyncState::Phase phaseFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::RateLimited:
    case ErrorCode::Server:
    case ErrorCode::Protocol:
    case ErrorCode::TooLarge:
        return SyncState::Phase::ServerBusy;
    default:
        return SyncState::Phase::Offline;
    }
}

} // namespace

SyncLoop::SyncLoop(Api& api, SyncProcessor& processor, UserId ownUser, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_processor(processor)
    , m_ownUser(std::move(ownUser))
    , m_clock(clock)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &SyncLoop::proceed);
}

void SyncLoop::start()
{
    if (m_running)
        return;
    m_running = true;
    setPhase(SyncState::Phase::Catching);
    proceed();
}

void SyncLoop::retryNow()
{
    if (m_wait.isActive()) {
        m_wait.stop();
        proceed();
    }
}

void SyncLoop::proceed()
{
    if (m_processor.filterId().isEmpty())
        prepareFilter();
    else
        poll();
}

void SyncLoop::prepareFilter()
{
    m_api.call<QString>(endpoints::createFilter(m_ownUser, filter()), &m_jobs, [this](const Result<QString>& id) {
        if (!id)
            return wait(id.error());
        if (const auto saved = m_processor.saveFilterId(*id); !saved)
            return wait(saved.error());
        poll();
    });
}

void SyncLoop::poll()
{
    // While behind, the server answers at once; when up to date it waits for something new.
    const auto patience = m_state.phase == SyncState::Phase::UpToDate ? longPoll : 0s;
    m_api.call<SyncResponse>(endpoints::sync(m_processor.nextBatch(), m_processor.filterId(), patience), &m_jobs,
                             [this](Result<SyncResponse> response) { received(std::move(response)); });
}

void SyncLoop::received(Result<SyncResponse> response)
{
    if (!response)
        return wait(response.error());
    const bool progress = response->nextBatch != m_processor.nextBatch();
    if (const auto applied = m_processor.apply(std::move(*response)); !applied) {
        qCWarning(logSync, "a sync response could not be stored: %d", static_cast<int>(applied.error().code));
        return wait(applied.error());
    }
    // A server that answers at once with nothing new would be asked in a tight loop otherwise (S-89).
    const bool idleAnswer = !progress && m_state.phase == SyncState::Phase::UpToDate && m_sinceLastPoll.elapsed() < 1000;
    m_failures = idleAnswer ? m_failures + 1 : 0;
    m_state.lastSuccess = m_clock.now();
    setPhase(SyncState::Phase::UpToDate);
    if (m_failures > 3)
        return m_wait.start(m_policy.backOff(m_failures));
    m_sinceLastPoll.start();
    QTimer::singleShot(0, &m_jobs, [this] { poll(); });
}

void SyncLoop::wait(const Error& error)
{
    if (error.code == ErrorCode::Unauthorized || error.code == ErrorCode::SoftLoggedOut) {
        m_running = false;
        return setPhase(SyncState::Phase::LoggedOut, error);
    }
    ++m_failures;
    setPhase(phaseFor(error.code), error);
    m_wait.start(error.retryAfter.value_or(m_policy.backOff(m_failures)));
}

void SyncLoop::setPhase(SyncState::Phase phase, std::optional<Error> error)
{
    m_state.phase = phase;
    m_state.error = std::move(error);
    Q_EMIT stateChanged(m_state);
}

} // namespace core
