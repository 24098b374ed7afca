#pragma once

#include "core/encryption/DeviceTracker.h"
#include "core/encryption/InboundRoomKeys.h"
#include "core/encryption/OlmPayload.h"
#include "core/encryption/RoomKeyAnswers.h"
#include "core/encryption/RoomKeyRequests.h"
#include "core/encryption/SecretSharing.h"
#include "core/encryption/Unwedging.h"
#include "core/encryption/verification/Verifications.h"

namespace core {

/// Reads to-device events: room keys, dummies, withheld notices, secrets, verifications, and requests. Everything else is refused
/// by having no reader.
class ToDeviceReceiver {
public:
    ToDeviceReceiver(MachineContext& context, AccountKeys& account, OlmSessions& sessions, InboundRoomKeys& roomKeys,
                     DeviceTracker& tracker, Unwedging& unwedging, Verifications& verifications, SecretSharing& secrets,
                     RoomKeyRequests& keyRequests, RoomKeyAnswers& keyAnswers);

    /// What is malformed or refused has no effect.
    Result<> receive(std::string_view event);

private:
    Result<> receiveEncrypted(const UserId& sender, JsonValue content);
    Result<> receivePlaintext(const UserId& sender, const crypto::Curve25519Key& senderKey, QByteArrayView plaintext);
    Result<> receiveRoomKey(const UserId& sender, const crypto::Curve25519Key& senderKey, const OlmPayload& payload);
    Result<> receiveWithheld(JsonValue content);

    MachineContext& m_context;
    AccountKeys& m_account;
    OlmSessions& m_sessions;
    InboundRoomKeys& m_roomKeys;
    DeviceTracker& m_tracker;
    Unwedging& m_unwedging;
    Verifications& m_verifications;
    SecretSharing& m_secrets;
    RoomKeyRequests& m_keyRequests;
    RoomKeyAnswers& m_keyAnswers;
};

} // namespace core
