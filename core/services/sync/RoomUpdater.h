#pragma once

#include "core/api/endpoints/Sync.h"
#include "core/base/Json.h"
#include "core/encryption/OlmMachine.h"
#include "core/services/sync/SyncChanges.h"
#include "core/store/RoomStore.h"
#include "core/store/SendQueueStore.h"
#include "core/store/TimelineStore.h"

#include <QSet>

namespace core {

struct EventHead;

/// Takes what one room has in a sync response into the stores. Runs inside the transaction of SyncProcessor.
///
/// Thread: core. References must outlive it.
class RoomUpdater {
public:
    struct Parts {
        OlmMachine& machine;
        RoomStore& rooms;
        TimelineStore& timeline;
        SendQueueStore& queue;
        UserId ownUser;
    };
    explicit RoomUpdater(const Parts& parts);

private:
    Parts m_parts;
};

} // namespace core
