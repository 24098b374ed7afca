#pragma once

#include "core/encryption/CryptoStore.h"
#include "crypto/SecretBytes.h"

#include <QByteArray>

namespace core {

class Database;

/// CryptoStore in the encrypted database, so that ratchets and what was made with them are committed together (S-16).
///
/// Pickles and secret values are sealed once more with AES-256-GCM, each kind under a key of its own and bound to its place
/// (S-94). A pickle that cannot be unsealed counts as not there; a secret value that cannot be is StorageDamaged.
/// Thread: that of the database, which must outlive it.
class SqlCryptoStore final : public CryptoStore {
public:
    explicit SqlCryptoStore(Database& database);

    Result<> transaction(const std::function<Result<>()>& work) override;

    Result<crypto::SecretBytes> pickleKey() override;
    Result<std::optional<crypto::SecretBytes>> value(std::string_view name) override;
    Result<> saveValue(std::string_view name, const crypto::SecretBytes& value) override;
    Result<> removeValue(std::string_view name) override;
    Result<> removeDeviceState() override;

    Result<std::optional<TrackedUserRecord>> trackedUser(const UserId& user) override;
    Result<QList<UserId>> outdatedUsers() override;
    Result<> saveTrackedUser(const TrackedUserRecord& record) override;
    Result<> removeTrackedUser(const UserId& user) override;
    Result<> markAllUsersOutdated() override;

    Result<QList<DeviceRecord>> devices(const UserId& user) override;
    Result<std::optional<DeviceRecord>> device(const UserId& user, const DeviceId& device) override;
    Result<std::optional<DeviceRecord>> deviceByKey(const UserId& user, const crypto::Curve25519Key& key) override;
    Result<> saveDevice(const DeviceRecord& record) override;

    Result<std::optional<IdentityRecord>> identity(const UserId& user) override;
    Result<> saveIdentity(const IdentityRecord& record) override;
    Result<> removeAllVerifications() override;

    Result<QList<OlmSessionRecord>> olmSessions(const crypto::Curve25519Key& peer) override;
    Result<> saveOlmSession(const OlmSessionRecord& record) override;
    Result<> removeOlmSession(const QByteArray& sessionId) override;

    Result<bool> hasOlmHash(const QByteArray& hash) override;
    Result<> saveOlmHash(const QByteArray& hash, Timestamp seen) override;
    Result<> removeOlmHashesBefore(Timestamp moment) override;

    Result<std::optional<Timestamp>> lastUnwedging(const crypto::Curve25519Key& peer) override;
    Result<> saveUnwedging(const crypto::Curve25519Key& peer, Timestamp moment) override;

    Result<std::optional<InboundSessionRecord>> inboundSession(const RoomId& room, const QByteArray& sessionId) override;
    Result<> saveInboundSession(const InboundSessionRecord& record) override;
    Result<> removeInboundSession(const RoomKeyId& key) override;
    Result<QList<RoomKeyId>> inboundSessionsOf(const UserId& owner) override;
    Result<QList<RoomKeyId>> inboundSessionsAfter(const RoomKeyId& after, int limit) override;
    Result<qint64> countInboundSessions() override;
    Result<QList<InboundSessionRecord>> sessionsToBackUp(int limit) override;
    Result<qint64> countSessionsToBackUp() override;
    Result<> markBackedUp(const RoomKeyId& key, quint32 firstIndex) override;
    Result<> markNoneBackedUp() override;
    Result<MessageIndexRecord> keepFirstMessageIndex(const MessageIndexRecord& record) override;
    Result<std::optional<MessageIndexRecord>> lastMessageIndex(const QByteArray& sessionId) override;

    Result<std::optional<QString>> withheldCode(const RoomKeyId& key) override;
    Result<> saveWithheldCode(const RoomKeyId& key, const QString& code) override;

    Result<std::optional<OutboundSessionRecord>> outboundSession(const RoomId& room) override;
    Result<> saveOutboundSession(const OutboundSessionRecord& record) override;
    Result<> removeOutboundSession(const RoomId& room) override;
    Result<> removeAllOutboundSessions() override;
    Result<QList<OutboundShareRecord>> outboundShares(const RoomId& room) override;
    Result<> saveOutboundShare(const OutboundShareRecord& record) override;

    Result<QList<ToDeviceRecord>> toDeviceRequests() override;
    Result<> appendToDeviceRequest(const ToDeviceRecord& record) override;
    Result<> removeToDeviceRequest(const QString& transactionId) override;

private:
    Database& m_database;
    crypto::SecretBytes m_valueKey;
    crypto::SecretBytes m_olmKey;
    crypto::SecretBytes m_inboundKey;
    crypto::SecretBytes m_outboundKey;
};

} // namespace core
