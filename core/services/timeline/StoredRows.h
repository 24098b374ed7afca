#pragma once

#include "core/room/TimelineEvent.h"
#include "core/store/SendQueueStore.h"
#include "core/store/TimelineStore.h"

namespace core {

/// What the stores keep, as core/room takes it.
TimelineEvent toTimelineEvent(const StoredEvent& stored);
QList<TimelineEvent> toTimelineEvents(const QList<StoredEvent>& stored);
TimelineEcho toTimelineEcho(const QueuedMessage& message);

} // namespace core
