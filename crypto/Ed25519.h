#pragma once

#include "crypto/Keys.h"
#include "crypto/SecretBytes.h"

namespace crypto {

/// A private Ed25519 key: cross-signing keys are of this kind. Spec: RFC 8032.
class Ed25519KeyPair {
public:
    static Ed25519KeyPair generate();
    /// `seed`: 32 bytes. Errors: BadLength.
    static Result<Ed25519KeyPair> fromSeed(SecretBytes seed);

    [[nodiscard]] const Ed25519Key& publicKey() const { return m_public; }
    [[nodiscard]] const SecretBytes& seed() const { return m_seed; }
    [[nodiscard]] Result<Ed25519Signature> sign(QByteArrayView message) const;

private:
    Ed25519KeyPair(SecretBytes seed, const Ed25519Key& key);
    SecretBytes m_seed;
    Ed25519Key m_public;
};

/// True if `key` is one with which signatures prove something: a canonical point that is not of small order (S-08).
bool isUsable(const Ed25519Key& key);

/// True if the second half of `signature` is smaller than the order of the group: RFC 8032 accepts no other spelling of it.
bool isCanonical(const Ed25519Signature& signature);

/// Errors: BadKey (see isUsable), BadSignature.
Result<> verify(const Ed25519Key& key, QByteArrayView message, const Ed25519Signature& signature);

} // namespace crypto
