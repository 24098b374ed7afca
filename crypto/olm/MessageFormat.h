#pragma once

#include "crypto/Keys.h"

#include <optional>

namespace crypto::olm {

/// Strict readers of the Olm and Megolm wire formats (S-02): every message passes here before the library sees it.
/// Version 3, each field exactly once and in order, nothing unknown, nothing behind the end, key lengths 32, ciphertext between
/// 16 and 65,536 bytes and a multiple of 16, counters minimal varints of at most 32 bits.
/// Spec: Olm, "The Olm Message Format"; Megolm, "Message format", "Session-sharing format", "Session export format".
/// All take raw bytes (base64 already decoded) and fail with BadFormat.

/// The longest plaintext whose ciphertext the readers let pass.
constexpr qsizetype maximumPlaintext = 65'535;

struct NormalMessage {
    Curve25519Key ratchetKey;
    quint32 chainIndex = 0;
};
/// Also BadKey if the ratchet key is of small order (S-08).
Result<NormalMessage> readNormalMessage(QByteArrayView raw);

struct PreKeyMessage {
    Curve25519Key oneTimeKey;
    Curve25519Key baseKey;
    Curve25519Key identityKey;
    NormalMessage inner;
};
/// Also BadKey if one of the keys is of small order (S-08).
Result<PreKeyMessage> readPreKeyMessage(QByteArrayView raw);

struct MegolmMessage {
    quint32 index = 0;
    QByteArrayView signedPart; ///< all but the signature; a view into the input
    Ed25519Signature signature;
};
Result<MegolmMessage> readMegolmMessage(QByteArrayView raw);

/// A Megolm session key as shared with other devices (format version 2) or exported (version 1).
struct SessionKey {
    quint32 index = 0;
    Ed25519Key publicKey;
};
/// The signature is checked. Errors: also BadSignature, BadKey.
Result<SessionKey> readSharedSessionKey(QByteArrayView raw);
Result<SessionKey> readExportedSessionKey(QByteArrayView raw);

} // namespace crypto::olm
