#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Json.h"

namespace core {

/// May `user` send events of `type` (no state) in a room with this m.room.power_levels content?
/// `content` absent: the defaults of a room without such an event. `creator` and `roomVersion`: from version 12 on creators may
/// do everything. Levels may be integers or, in old rooms, texts of integers; anything else counts as the default (S-74).
/// Spec: Matrix v1.11, "m.room.power_levels"; room versions 1 to 12.
bool maySendEvent(JsonValue content, const UserId& user, std::string_view type, const UserId& creator, QStringView roomVersion);

} // namespace core
