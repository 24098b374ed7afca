#pragma once

#include "core/encryption/DeviceTracker.h"
#include "core/encryption/OutboundRoomKeys.h"
#include "core/encryption/SessionClaims.h"
#include "core/encryption/ShareTargets.h"
#include "core/encryption/ToDeviceQueue.h"

namespace core {

/// Gives room keys to the devices that may have them (S-23, S-30), and tells the others that they do not get them (S-62).
class RoomKeySharing {
public:
    RoomKeySharing(MachineContext& context, DeviceTracker& tracker, OlmSessions& sessions, SessionClaims& claims,
                   OutboundRoomKeys& outbound, ToDeviceQueue& queue);

    void forget();
    /// Errors: IdentityChanged, see findShareTargets.
    Result<ShareProgress> share(const RoomId& room, const RoomEncryptionSettings& settings, const QList<UserId>& members,
                                SendPurpose purpose);
    /// A to-device request has reached the server.
    void sent(const QString& transactionId);

private:
    using Shares = QList<OutboundShareRecord>;
    struct Plan {
        QList<DeviceRecord> give;   // new devices, all with an Olm session
        QList<DeviceRecord> refuse; // not told yet
        QList<DeviceRecord> noOlm;  // not told yet
    };
    Result<std::optional<Plan>> plan(const ShareTargets& targets, const Shares& shares);
    Result<> carryOut(const Plan& plan, const OutboundRoomKeys::Key& key);
    Result<> giveTo(const QList<DeviceRecord>& devices, const OutboundRoomKeys::Key& key);
    Result<> withhold(const QList<DeviceRecord>& devices, const OutboundSessionRecord& record, const QString& code);

    MachineContext& m_context;
    DeviceTracker& m_tracker;
    OlmSessions& m_sessions;
    SessionClaims& m_claims;
    OutboundRoomKeys& m_outbound;
    ToDeviceQueue& m_queue;
    Result<> readUnsent();

    QHash<RoomId, QSet<QString>> m_unsent; // transactions with room keys that have not reached the server
    QSet<QString> m_unsentBefore;          // the same from before forget(): of any room
    bool m_unsentIsRead = false;
};

} // namespace core
