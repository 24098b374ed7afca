#pragma once

#include "core/base/Result.h"
#include "core/encryption/CryptoRecords.h"
#include "crypto/SecretBytes.h"

#include <QList>

#include <functional>
#include <optional>
#include <string_view>

namespace core {

/// What OlmMachine needs remembered. Implemented by SqlCryptoStore and, for tests, MemoryCryptoStore; both pass
/// tests/core/encryption/CryptoStoreConformance.h.
///
/// Thread: the one of the machine. Every method fails with Storage, StorageFull or StorageDamaged and with nothing else; what is
/// not there is an empty optional or list. `save…` writes a whole record, in place of the one with the same key.
class CryptoStore {
public:
    virtual ~CryptoStore() = default;

    /// Runs `work`; all writes in it are kept if it succeeds, none if it fails, and its result is returned.
    /// Can be nested: an inner one that fails undoes only its own writes.
    virtual Result<> transaction(const std::function<Result<>()>& work) = 0;

    // -- Secrets ---------------------------------------------------------------------------------------------------------

    /// 32 bytes, always the same for this store; derived for this purpose alone (S-94).
    virtual Result<crypto::SecretBytes> pickleKey() = 0;
    /// Small values by name: the account, private cross-signing keys, counters. Sealed in the store (S-94).
    virtual Result<std::optional<crypto::SecretBytes>> value(std::string_view name) = 0;
    virtual Result<> saveValue(std::string_view name, const crypto::SecretBytes& value) = 0;
    virtual Result<> removeValue(std::string_view name) = 0;
    /// The own device is gone: what only it could use goes, too. That is Olm sessions, their hashes and unwedgings, outbound room
    /// keys, and to-device messages not yet sent. Values, users, devices, identities and inbound room keys stay.
    virtual Result<> removeDeviceState() = 0;

    // -- Users and devices -----------------------------------------------------------------------------------------------

    virtual Result<std::optional<TrackedUserRecord>> trackedUser(const UserId& user) = 0;
    virtual Result<QList<UserId>> outdatedUsers() = 0; ///< in the order of their ids
    virtual Result<> saveTrackedUser(const TrackedUserRecord& record) = 0;
    virtual Result<> removeTrackedUser(const UserId& user) = 0;
    virtual Result<> markAllUsersOutdated() = 0;

    virtual Result<QList<DeviceRecord>> devices(const UserId& user) = 0; ///< in the order of their ids, also those not present
    virtual Result<std::optional<DeviceRecord>> device(const UserId& user, const DeviceId& device) = 0;
    virtual Result<std::optional<DeviceRecord>> deviceByKey(const UserId& user, const crypto::Curve25519Key& key) = 0;
    virtual Result<> saveDevice(const DeviceRecord& record) = 0; ///< key: user, device

    virtual Result<std::optional<IdentityRecord>> identity(const UserId& user) = 0;
    virtual Result<> saveIdentity(const IdentityRecord& record) = 0; ///< key: user
    /// No identity is verified any more.
    virtual Result<> removeAllVerifications() = 0;

    // -- Olm -------------------------------------------------------------------------------------------------------------

    /// Newest `lastReceived` first; of equal ones in the order of their session ids.
    virtual Result<QList<OlmSessionRecord>> olmSessions(const crypto::Curve25519Key& peer) = 0;
    virtual Result<> saveOlmSession(const OlmSessionRecord& record) = 0; ///< key: session id
    virtual Result<> removeOlmSession(const QByteArray& sessionId) = 0;

    virtual Result<bool> hasOlmHash(const QByteArray& hash) = 0;
    virtual Result<> saveOlmHash(const QByteArray& hash, Timestamp seen) = 0;
    virtual Result<> removeOlmHashesBefore(Timestamp moment) = 0;

    /// When a new session with a device was last made because of an undecryptable message (S-18).
    virtual Result<std::optional<Timestamp>> lastUnwedging(const crypto::Curve25519Key& peer) = 0;
    virtual Result<> saveUnwedging(const crypto::Curve25519Key& peer, Timestamp moment) = 0;

    // -- Megolm, receiving -----------------------------------------------------------------------------------------------

    virtual Result<std::optional<InboundSessionRecord>> inboundSession(const RoomId& room, const QByteArray& sessionId) = 0;
    virtual Result<> saveInboundSession(const InboundSessionRecord& record) = 0; ///< key: room, session id
    virtual Result<> removeInboundSession(const RoomKeyId& key) = 0;             ///< nothing happens if there is none
    virtual Result<QList<RoomKeyId>> inboundSessionsOf(const UserId& owner) = 0; ///< in any order
    /// At most `limit` sessions, in an order that stays, from the first one after `after` on; from the beginning if it is empty.
    /// Also those whose record is damaged.
    virtual Result<QList<RoomKeyId>> inboundSessionsAfter(const RoomKeyId& after, int limit) = 0;
    virtual Result<qint64> countInboundSessions() = 0;

    /// At most `limit` sessions whose record is not backed up, in any order.
    virtual Result<QList<InboundSessionRecord>> sessionsToBackUp(int limit) = 0;
    virtual Result<qint64> countSessionsToBackUp() = 0;
    /// The session is backed up as it was when its first index was `firstIndex`; nothing happens if it has become better since.
    virtual Result<> markBackedUp(const RoomKeyId& key, quint32 firstIndex) = 0;
    /// Another backup is in use: every session is to be backed up again.
    virtual Result<> markNoneBackedUp() = 0;

    /// Keeps `record` if its session and index are new; returns the record that is kept afterwards. One statement if it is new.
    virtual Result<MessageIndexRecord> keepFirstMessageIndex(const MessageIndexRecord& record) = 0;
    /// The record of the session's highest index; empty if none was ever kept.
    virtual Result<std::optional<MessageIndexRecord>> lastMessageIndex(const QByteArray& sessionId) = 0;

    /// The code of the newest `m.room_key.withheld` for a session.
    virtual Result<std::optional<QString>> withheldCode(const RoomKeyId& key) = 0;
    virtual Result<> saveWithheldCode(const RoomKeyId& key, const QString& code) = 0;

    // -- Megolm, sending -------------------------------------------------------------------------------------------------

    virtual Result<std::optional<OutboundSessionRecord>> outboundSession(const RoomId& room) = 0;
    virtual Result<> saveOutboundSession(const OutboundSessionRecord& record) = 0; ///< key: room; the shares stay
    /// With its shares.
    virtual Result<> removeOutboundSession(const RoomId& room) = 0;
    virtual Result<> removeAllOutboundSessions() = 0;
    virtual Result<QList<OutboundShareRecord>> outboundShares(const RoomId& room) = 0;
    virtual Result<> saveOutboundShare(const OutboundShareRecord& record) = 0; ///< key: room, user, device

    // -- To-device queue -------------------------------------------------------------------------------------------------

    virtual Result<QList<ToDeviceRecord>> toDeviceRequests() = 0; ///< in the order they were appended
    virtual Result<> appendToDeviceRequest(const ToDeviceRecord& record) = 0;
    virtual Result<> removeToDeviceRequest(const QString& transactionId) = 0; ///< nothing happens if there is none
};

} // namespace core
