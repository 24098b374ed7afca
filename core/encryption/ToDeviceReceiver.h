#pragma once

#include "core/encryption/DeviceTracker.h"
#include "core/encryption/InboundRoomKeys.h"
#include "core/encryption/OlmPayload.h"
#include "core/encryption/SecretSharing.h"
#include "core/encryption/Unwedging.h"
#include "core/encryption/verification/Verifications.h"

namespace core {

/// Reads to-device events. Only room keys, dummies, withheld notices, and secrets and requests for them have an effect; requests
/// for room keys, and forwarded ones that nobody asked for, are refused by having no reader (S-57, S-58).
class ToDeviceReceiver {
public:
    ToDeviceReceiver(MachineContext& context, AccountKeys& account, OlmSessions& sessions, InboundRoomKeys& roomKeys,
                     DeviceTracker& tracker, Unwedging& unwedging, Verifications& verifications, SecretSharing& secrets);

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
};

} // namespace core
