#pragma once

#include "core/event/EventHead.h"

namespace core {

struct TimelineEntry;

/// Says in `entry` what a state event has changed, if people want to know: who came, went or is called otherwise, name and topic
/// of the room, encryption, who can read older messages, a new room. What repeats the state before is not shown; without
/// `unsigned.prev_content` the state before is unknown.
void describeStateChange(const EventHead& event, TimelineEntry& entry);

} // namespace core
