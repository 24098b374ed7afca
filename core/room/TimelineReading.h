#pragma once

#include "core/room/TimelineEntry.h"
#include "core/room/TimelineEvent.h"

#include <optional>

namespace core {

/// Empty if the event is not usable (S-72).
std::optional<TimelineEntry> readTimelineEvent(const TimelineEvent& event);
/// Empty if the content is none of a message.
std::optional<TimelineEntry> readTimelineEcho(const TimelineEcho& echo, const UserId& ownUser);

} // namespace core
