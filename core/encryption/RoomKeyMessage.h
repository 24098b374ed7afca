#pragma once

#include "core/encryption/OlmPayload.h"
#include "crypto/olm/Session.h"

#include <optional>
#include <string_view>

namespace core {

/// The largest to-device event that is read.
inline constexpr qsizetype maximumToDeviceEvent = 256 * 1024;

/// The part of an `m.room.encrypted` to-device event that is meant for one device.
struct OlmEnvelope {
    crypto::Curve25519Key sender;
    crypto::olm::Message message;
};
/// `own`: the key of that device. Empty if there is no such part, or it is malformed, or the sender's key is not usable (S-08).
std::optional<OlmEnvelope> readOlmEnvelope(JsonValue content, const crypto::Curve25519Key& own);

/// An `m.room_key` with the owner that the Olm channel proves (S-07).
struct RoomKeyMessage {
    InboundSessionRecord record; ///< without the pickle
    std::string_view sessionKey; ///< valid as long as the payload's document
};
/// `payload` has passed readOlmPayload(). Empty if it is malformed.
std::optional<RoomKeyMessage> readRoomKeyMessage(const UserId& sender, const crypto::Curve25519Key& senderKey,
                                                 const OlmPayload& payload);

} // namespace core
