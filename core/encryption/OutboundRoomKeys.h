#pragma once

#include "core/encryption/AccountKeys.h"
#include "core/encryption/InboundRoomKeys.h"
#include "crypto/olm/OutboundGroupSession.h"

namespace core {

/// The sending room keys: one for each room, replaced in time (S-22).
class OutboundRoomKeys {
public:
    OutboundRoomKeys(MachineContext& context, AccountKeys& account, InboundRoomKeys& inbound);

    /// What another device needs of a session.
    struct Key {
        OutboundSessionRecord record;
        crypto::SecretBytes sessionKey;
        quint32 messageIndex = 0;
    };

    /// The session in use, unless it has to be replaced by age, use or a changed visibility.
    Result<std::optional<OutboundSessionRecord>> current(const RoomId& room, const RoomEncryptionSettings& settings);
    Result<OutboundSessionRecord> create(const RoomId& room, const RoomEncryptionSettings& settings);
    Result<Key> key(const OutboundSessionRecord& record);

    /// The content of `m.room.encrypted`. Errors: DevicesOutdated if there is no session.
    Result<QJsonObject> encrypt(const RoomId& room, const QString& type, const QJsonObject& content);

    /// The Curve25519 key of this device.
    [[nodiscard]] const crypto::Curve25519Key& senderKey() const { return m_account.account().curve25519(); }

private:
    MachineContext& m_context;
    AccountKeys& m_account;
    InboundRoomKeys& m_inbound;
};

/// Whether a session may not be used for another message. Values of the server are clamped to 1…100 messages and 1 h…7 days.
bool isUsedUp(const OutboundSessionRecord& record, const RoomEncryptionSettings& settings, Timestamp now);

} // namespace core
