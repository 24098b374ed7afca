#pragma once

#include "core/encryption/DehydratedDevice.h"
#include "core/encryption/DehydratedDeviceRecord.h"
#include "core/encryption/DeviceTracker.h"
#include "core/encryption/InboundRoomKeys.h"
#include "core/encryption/OlmPayload.h"
#include "core/encryption/OwnIdentity.h"
#include "core/encryption/RoomKeyAnswers.h"
#include "core/encryption/RoomKeyMessage.h"
#include "core/encryption/RoomKeyRequests.h"

#include <map>
#include <vector>

namespace core {

/// Makes the dehydrated device of the account, and takes room keys out of one (S-55). To be used inside of
/// OlmMachine::withDehydratedDevices; its records are changed with the transaction.
///
/// Only room keys come out of it, after the checks that every to-device message passes (S-05 to S-07). Secrets, forwarded keys
/// and requests that were sent to it are dropped, and nothing is ever sent as it. What its Olm sessions become stays in memory:
/// reading begins anew after a crash, for the server keeps the messages until the device is deleted.
class DehydratedDevices {
public:
    struct Parts {
        OwnIdentity& ownIdentity;
        DeviceTracker& tracker;
        InboundRoomKeys& roomKeys;
        RoomKeyRequests& keyRequests;
        RoomKeyAnswers& keyAnswers;
    };
    DehydratedDevices(MachineContext& context, const Parts& parts);

    /// Lets go of the device that is being read.
    void forget() { m_open.reset(); }

    Result<DehydratedDeviceRecord> record();
    /// A new device and the body of its upload; remembered as not uploaded yet.
    /// Errors: Forbidden unless the own identity is Verified; Crypto.
    Result<QJsonObject> make(const crypto::SecretBytes& pickleKey);
    /// The server has taken it.
    Result<> uploaded();
    /// Another own device has made this one, which is as it should be: it counts as ours from now on.
    /// Errors: Forbidden unless isOurs().
    Result<> adopt(const DeviceId& device);
    /// Whether the newest answer of the server lists it as a dehydrated device of the account, named after its key and signed by
    /// the own identity, with the keys that are remembered for it.
    Result<bool> isOurs(const DeviceId& device);

    /// Begins to read. `deviceData`: as the server gives it.
    /// Errors: Forbidden unless it isOurs(), or if it is older than the one that is remembered; NotSupported if another program
    /// has made it; Crypto if it does not open, or has other keys than the published ones.
    Result<> open(const DeviceId& device, const QJsonObject& deviceData, const crypto::SecretBytes& pickleKey);
    /// Takes room keys out of its to-device events; what can be read now comes with the next OlmMachine::takeOutcome.
    /// Returns how many. Errors: NotFound if none is being read.
    Result<int> receive(const std::vector<std::string_view>& events);
    /// All there was to read is read, or there was none: this device will not ask again.
    Result<> finishReading();

    /// Own devices that are not for a person to look at, to rename or to sign out.
    Result<QList<DeviceId>> hidden();

private:
    struct Open {
        crypto::olm::Account account;
        std::map<crypto::Curve25519Key, std::vector<crypto::olm::Session>> sessions; // by sender
    };
    std::optional<QByteArray> decrypt(const OlmEnvelope& envelope);
    Result<std::optional<RoomKeyId>> receiveEvent(std::string_view event);

    MachineContext& m_context;
    Parts m_parts;
    std::optional<Open> m_open;
};

} // namespace core
