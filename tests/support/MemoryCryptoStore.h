#pragma once

#include "core/encryption/CryptoStore.h"

#include <QHash>
#include <QMap>

/// The crypto store of a test: lives as long as the object, so that a machine can be thrown away and opened again.
class MemoryCryptoStore final : public core::CryptoStore {
public:
    /// The next `count` transactions that would succeed fail instead, with all their writes undone.
    void failCommits(int count) { m_failingCommits = count; }
    /// Calls of any kind so far.
    [[nodiscard]] int calls() const { return m_calls; }

    core::Result<> transaction(const std::function<core::Result<>()>& work) override;

    core::Result<crypto::SecretBytes> pickleKey() override;
    core::Result<std::optional<crypto::SecretBytes>> value(std::string_view name) override;
    core::Result<> saveValue(std::string_view name, const crypto::SecretBytes& value) override;
    core::Result<> removeValue(std::string_view name) override;

    core::Result<std::optional<core::TrackedUserRecord>> trackedUser(const core::UserId& user) override;
    core::Result<QList<core::UserId>> outdatedUsers() override;
    core::Result<> saveTrackedUser(const core::TrackedUserRecord& record) override;
    core::Result<> removeTrackedUser(const core::UserId& user) override;
    core::Result<> markAllUsersOutdated() override;

    core::Result<QList<core::DeviceRecord>> devices(const core::UserId& user) override;
    core::Result<std::optional<core::DeviceRecord>> device(const core::UserId& user, const core::DeviceId& device) override;
    core::Result<std::optional<core::DeviceRecord>> deviceByKey(const core::UserId& user,
                                                                const crypto::Curve25519Key& key) override;
    core::Result<> saveDevice(const core::DeviceRecord& record) override;

    core::Result<std::optional<core::IdentityRecord>> identity(const core::UserId& user) override;
    core::Result<> saveIdentity(const core::IdentityRecord& record) override;
    core::Result<> removeAllVerifications() override;

    core::Result<QList<core::OlmSessionRecord>> olmSessions(const crypto::Curve25519Key& peer) override;
    core::Result<> saveOlmSession(const core::OlmSessionRecord& record) override;
    core::Result<> removeOlmSession(const QByteArray& sessionId) override;

    core::Result<bool> hasOlmHash(const QByteArray& hash) override;
    core::Result<> saveOlmHash(const QByteArray& hash, core::Timestamp seen) override;
    core::Result<> removeOlmHashesBefore(core::Timestamp moment) override;

    core::Result<std::optional<core::Timestamp>> lastUnwedging(const crypto::Curve25519Key& peer) override;
    core::Result<> saveUnwedging(const crypto::Curve25519Key& peer, core::Timestamp moment) override;

    core::Result<std::optional<core::InboundSessionRecord>> inboundSession(const core::RoomId& room,
                                                                           const QByteArray& sessionId) override;
    core::Result<> saveInboundSession(const core::InboundSessionRecord& record) override;
    core::Result<> removeInboundSession(const core::RoomKeyId& key) override;
    core::Result<QList<core::RoomKeyId>> inboundSessionsOf(const core::UserId& owner) override;
    core::Result<QList<core::RoomKeyId>> inboundSessionsAfter(const core::RoomKeyId& after, int limit) override;
    core::Result<qint64> countInboundSessions() override;
    core::Result<QList<core::InboundSessionRecord>> sessionsToBackUp(int limit) override;
    core::Result<qint64> countSessionsToBackUp() override;
    core::Result<> markBackedUp(const core::RoomKeyId& key, quint32 firstIndex) override;
    core::Result<> markNoneBackedUp() override;

    core::Result<core::MessageIndexRecord> keepFirstMessageIndex(const core::MessageIndexRecord& record) override;
    core::Result<std::optional<core::MessageIndexRecord>> lastMessageIndex(const QByteArray& sessionId) override;

    core::Result<std::optional<QString>> withheldCode(const core::RoomKeyId& key) override;
    core::Result<> saveWithheldCode(const core::RoomKeyId& key, const QString& code) override;

    core::Result<std::optional<core::OutboundSessionRecord>> outboundSession(const core::RoomId& room) override;
    core::Result<> saveOutboundSession(const core::OutboundSessionRecord& record) override;
    core::Result<> removeOutboundSession(const core::RoomId& room) override;
    core::Result<> removeAllOutboundSessions() override;
    core::Result<> removeDeviceState() override;
    core::Result<QList<core::OutboundShareRecord>> outboundShares(const core::RoomId& room) override;
    core::Result<> saveOutboundShare(const core::OutboundShareRecord& record) override;

    core::Result<QList<core::ToDeviceRecord>> toDeviceRequests() override;
    core::Result<> appendToDeviceRequest(const core::ToDeviceRecord& record) override;
    core::Result<> removeToDeviceRequest(const QString& transactionId) override;

private:
    using DeviceKey = std::pair<core::UserId, core::DeviceId>;
    struct Data {
        QHash<QByteArray, QByteArray> values;
        QMap<core::UserId, bool> tracked;
        QMap<DeviceKey, core::DeviceRecord> devices;
        QMap<core::UserId, core::IdentityRecord> identities;
        QMap<QByteArray, core::OlmSessionRecord> olmSessions;
        QMap<QByteArray, core::Timestamp> hashes;
        QMap<crypto::Curve25519Key, core::Timestamp> unwedgings;
        QHash<core::RoomKeyId, core::InboundSessionRecord> inbound;
        QHash<std::pair<QByteArray, quint32>, core::MessageIndexRecord> indexes;
        QHash<core::RoomKeyId, QString> withheld;
        QHash<core::RoomId, core::OutboundSessionRecord> outbound;
        QHash<core::RoomId, QMap<DeviceKey, core::OutboundShareRecord>> shares;
        QList<core::ToDeviceRecord> toDevice;
    };
    Data& data();

    Data m_data;
    int m_calls = 0;
    int m_failingCommits = 0;
};
