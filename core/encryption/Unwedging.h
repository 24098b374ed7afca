#pragma once

#include "core/encryption/SessionClaims.h"
#include "core/encryption/ToDeviceQueue.h"

namespace core {

/// Repairs Olm sessions that do not work any more: a new session and an `m.dummy`, at most once an hour for a device (S-18).
class Unwedging {
public:
    Unwedging(MachineContext& context, OlmSessions& sessions, SessionClaims& claims, ToDeviceQueue& queue);

    void forget() { m_waiting.clear(); }
    /// A message of this device could not be decrypted. Does nothing for devices that are not known.
    Result<> undecryptable(const UserId& sender, const crypto::Curve25519Key& senderKey);
    /// Sessions were made: tells the devices that wait for one.
    Result<> claimed(const QList<DeviceRecord>& devices);

private:
    MachineContext& m_context;
    OlmSessions& m_sessions;
    SessionClaims& m_claims;
    ToDeviceQueue& m_queue;
    QList<crypto::Curve25519Key> m_waiting;
};

} // namespace core
