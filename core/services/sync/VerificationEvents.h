#pragma once

#include "core/encryption/verification/VerificationTypes.h"
#include "core/event/EventHead.h"
#include "core/services/sync/EventReader.h"
#include "core/store/RoomRecord.h"

#include <optional>

namespace core {

/// A room event as one about verification, if it can be one: in a room for it, readable, and either a request that is no
/// edit, or one that refers to a request with `m.reference` (S-37, S-38). What the ciphertext says of relations does not count
/// (S-83). Unencrypted ones count, too: the specification allows them, and their keys are compared by people.
std::optional<VerificationRoomEvent> readVerificationEvent(const RoomRecord& room, const EventHead& event, const ReadEvent& read);

} // namespace core
