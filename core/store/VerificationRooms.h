#pragma once

#include "core/store/RoomRecord.h"

namespace core {

/// Whether verification with another person runs in the room: it is encrypted, and nobody else is there (S-37, S-38).
bool isForVerification(const RoomRecord& room);

} // namespace core
