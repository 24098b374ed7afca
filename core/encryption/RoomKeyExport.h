#pragma once

#include "core/encryption/EncryptionTypes.h"
#include "crypto/Keys.h"
#include "crypto/SecretBytes.h"

#include <optional>
#include <vector>

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

/// Some of the room keys of a store.
struct RoomKeySlice {
    std::vector<ExportedRoomKey> keys;
    qint64 damaged = 0;            ///< left out
    std::optional<RoomKeyId> next; ///< after this one it goes on; empty at the end
};

/// What came of keys that were to be taken in.
struct RoomKeyImport {
    qint64 added = 0;   ///< something new can be read now
    qint64 known = 0;   ///< no better than what is there
    qint64 refused = 0; ///< malformed, or contradicting what is known
    bool operator==(const RoomKeyImport&) const = default;
};

} // namespace core
