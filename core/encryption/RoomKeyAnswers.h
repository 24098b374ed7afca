#pragma once

#include "core/encryption/InboundRoomKeys.h"
#include "core/encryption/OwnIdentity.h"
#include "core/encryption/SessionClaims.h"
#include "core/encryption/ToDeviceQueue.h"

#include <QHash>

#include <functional>

namespace core {

/// Answers devices that ask for room keys.
///
/// A key goes only to another device of the own account that is signed by the pinned identity, while the private keys of that
/// identity are here, and not twice within an hour. All others, people included, are told that they do not get it (S-57; gematik
/// A_25514). Requests are in the clear, so that the server can make them up: the answer is readable only for the device
/// with the keys that were signed.
/// Spec: Matrix v1.11, Client-Server API, "Key requests".
class RoomKeyAnswers {
public:
    RoomKeyAnswers(MachineContext& context, OwnIdentity& ownIdentity, InboundRoomKeys& roomKeys, OlmSessions& sessions,
                   SessionClaims& claims, ToDeviceQueue& queue);

    /// Drops who waits and who was answered.
    void forget();
    /// `m.room_key_request`, which nobody has proven.
    Result<> receive(const UserId& sender, JsonValue content);
    /// Answers what could not be answered before: an Olm session was made.
    Result<> answerWaiting();
    /// … or these keys came. Who asked for what is not here is remembered for a week in this run.
    Result<> cameIn(const QList<RoomKeyId>& keys);

private:
    struct Waiting {
        RoomKeyId key;
        QString id; ///< of the request
        UserId user;
        DeviceId device;
        Timestamp received;
    };

    void wait(const Waiting& request);
    Result<> answerThose(const std::function<bool(const Waiting&)>& areDue);
    Result<bool> answer(const Waiting& waiting);
    Result<bool> give(const DeviceRecord& device, const RoomKeyId& key);
    Result<> forward(const DeviceRecord& device, const ExportedRoomKey& key);
    Result<> refuse(const Waiting& waiting, const QString& code);
    [[nodiscard]] bool wasGiven(const Waiting& waiting) const;

    MachineContext& m_context;
    OwnIdentity& m_ownIdentity;
    InboundRoomKeys& m_roomKeys;
    OlmSessions& m_sessions;
    SessionClaims& m_claims;
    ToDeviceQueue& m_queue;
    QList<Waiting> m_waiting;
    QHash<std::pair<DeviceId, RoomKeyId>, Timestamp> m_given; // not longer ago than an hour
    QList<Timestamp> m_refusals;                              // not longer ago than a minute
};

} // namespace core
