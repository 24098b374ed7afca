#pragma once

#include "core/encryption/EncryptionTypes.h"
#include "crypto/Keys.h"
#include "crypto/SecretBytes.h"

namespace core {

/// A receiving room key outside of the store: for a backup or a file.
struct ExportedRoomKey {
    RoomKeyId id;
    quint32 firstIndex = 0;
    crypto::Curve25519Key senderKey;        ///< claimed, unless it comes from this store and `origin` is Proven
    crypto::Ed25519Key claimedEd25519;      ///< the same
    KeyOrigin origin = KeyOrigin::Unproven; ///< of an import always Unproven (S-47)
    bool sharedHistory = false;
    crypto::SecretBytes sessionKey; ///< the ratchet at `firstIndex` in Megolm's export format, base64
};

} // namespace core
