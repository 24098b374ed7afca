#pragma once

#include "core/room/RoomSummary.h"

namespace ui {

/// What a chat is called on the screen: its name, or words for one that has none and whose members have none. Never empty.
QString roomTitle(const core::RoomSummary& room);

} // namespace ui
