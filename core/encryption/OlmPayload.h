#pragma once

#include "core/base/Json.h"
#include "core/encryption/CryptoRecords.h"

#include <optional>

namespace core {

/// Who must have written an Olm message, and for whom.
struct OlmPayloadExpectation {
    UserId sender;                      ///< of the to-device event
    crypto::Curve25519Key senderKey;    ///< of the Olm session
    std::optional<DeviceRecord> device; ///< the device with this key, if it is known
    UserId recipient;
    crypto::Ed25519Key recipientKey;
};

/// Checked facts about the sender of an Olm message.
struct OlmPayload {
    QString type;
    JsonValue content; ///< an object; valid as long as the document
    crypto::Ed25519Key senderEd25519;
    DeviceId device;           ///< empty if neither known nor told by `sender_device_keys`
    bool isDehydrated = false; ///< as `sender_device_keys` say
};

/// Applies the checks of S-05 and S-06; empty if one of them fails.
std::optional<OlmPayload> readOlmPayload(JsonValue plaintext, const OlmPayloadExpectation& expected);

} // namespace core
