#pragma once

#include "core/encryption/OlmSessions.h"

#include <QHash>
#include <QMap>

namespace core {

/// Devices with which an Olm session has to be made, and how they answered /keys/claim (S-08, S-09).
class SessionClaims {
public:
    SessionClaims(MachineContext& context, OlmSessions& sessions);

    void forget();
    void want(const DeviceRecord& device);
    /// True if a claim for this device found no usable key a short while ago.
    [[nodiscard]] bool isUnreachable(const DeviceRecord& device) const;

    /// All that is wanted and not under way; it counts as under way from now on.
    QList<DeviceRecord> start();
    [[nodiscard]] static QJsonObject body(const QList<DeviceRecord>& devices);
    void failed(const QList<DeviceRecord>& devices);
    /// Makes the sessions. Devices without a valid key become unreachable for a while.
    Result<> answered(const QList<DeviceRecord>& devices, JsonValue response);

private:
    MachineContext& m_context;
    OlmSessions& m_sessions;
    QMap<crypto::Curve25519Key, DeviceRecord> m_wanted;
    QMap<crypto::Curve25519Key, DeviceRecord> m_underWay;
    QMap<crypto::Curve25519Key, Timestamp> m_unreachable;
};

} // namespace core
