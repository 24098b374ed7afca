#pragma once

#include "core/encryption/AccountKeys.h"
#include "core/encryption/InboundRoomKeys.h"

namespace core {

/// Decrypts events of rooms and decides what may be shown (S-07, S-10, S-11, S-30).
class RoomEventDecryption {
public:
    RoomEventDecryption(MachineContext& context, AccountKeys& account, InboundRoomKeys& keys);

    struct Envelope {
        RoomId room;
        EventId event;
        UserId sender;
        Timestamp originServerTs;
    };
    Result<Decryption> decrypt(const Envelope& envelope, JsonValue content);

private:
    Result<std::variant<SenderTrust, Undecryptable::Reason>> judge(const Envelope& envelope, InboundRoomKeys::Open& open);
    Result<std::optional<Undecryptable::Reason>> checkReplay(const Envelope& envelope, const QByteArray& sessionId,
                                                             quint32 index);

    MachineContext& m_context;
    AccountKeys& m_account;
    InboundRoomKeys& m_keys;
    JsonDocument m_document; // of the plaintext; kept for its memory
};

} // namespace core
