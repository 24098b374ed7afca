#pragma once

#include "crypto/AesCtr.h"
#include "crypto/Result.h"

namespace crypto {

/// A secret as secret storage holds it. Spec: Matrix v1.11, Client-Server API, "m.secret_storage.v1.aes-hmac-sha2".
struct SealedSecret {
    AesCtrIv iv{};
    QByteArray ciphertext;
    QByteArray mac; ///< 32 bytes
    bool operator==(const SealedSecret&) const = default;
};

/// Encrypts `plaintext` under the 32-byte storage key; `name` is the secret's event type, which separates the keys (S-42).
/// Errors: BadLength for another key size.
Result<SealedSecret> sealSecret(const SecretBytes& key, QByteArrayView name, const SecretBytes& plaintext);

/// The MAC is checked first. It does not cover the IV: the caller checks what the secret claims to be (S-43).
/// Errors: BadLength, BadMac.
Result<SecretBytes> openSecret(const SecretBytes& key, QByteArrayView name, const SealedSecret& sealed);

/// The MAC with which a key description lets one recognise the right key: 32 zero bytes encrypted under an empty name.
/// Errors: BadLength.
Result<QByteArray> secretKeyCheck(const SecretBytes& key, const AesCtrIv& iv);

} // namespace crypto
