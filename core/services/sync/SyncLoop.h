#pragma once

#include "core/api/Api.h"
#include "core/api/endpoints/Sync.h"
#include "core/net/RetryPolicy.h"
#include "core/services/sync/SyncState.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace core {

class Clock;
class SyncProcessor;

/// Long-polls /sync, one request at a time; the next one starts only when the answer before is committed.
///
/// Thread: core. Backs off with jitter when offline or when the server is busy (S-113).
class SyncLoop final : public QObject {
    Q_OBJECT
public:
    SyncLoop(Api& api, SyncProcessor& processor, UserId ownUser, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] const SyncState& state() const { return m_state; }

public Q_SLOTS:
    void start();
    /// Something says that the network is back: try now.
    void retryNow();

Q_SIGNALS:
    void stateChanged(const core::SyncState& state);

private:
    void proceed();
    void prepareFilter();
    void poll();
    void received(Result<SyncResponse> response);
    void wait(const Error& error);
    void setPhase(SyncState::Phase phase, std::optional<Error> error = {});

    Api& m_api;
    SyncProcessor& m_processor;
    UserId m_ownUser;
    const Clock& m_clock;
    SyncState m_state;
    RetryPolicy m_policy;
    QTimer m_wait;
    QElapsedTimer m_sinceLastPoll;
    int m_failures = 0;
    bool m_running = false;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
