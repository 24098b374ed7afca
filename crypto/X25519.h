#pragma once

#include "crypto/Keys.h"
#include "crypto/SecretBytes.h"

namespace crypto {

/// True if the key is one of the points of small order, in any of their spellings: the shared secret would be zero whatever
/// the private key is (S-08). Spec: RFC 7748, section 6.1.
bool isSmallOrder(const Curve25519Key& key);

/// True if a foreign key may be used: not of small order, and written in its canonical form, so that equal keys are equal bytes.
bool isUsable(const Curve25519Key& key);

/// A private Curve25519 key. Thread: any. Spec: RFC 7748.
class X25519KeyPair {
public:
    static X25519KeyPair generate();
    /// `key`: 32 bytes. Errors: BadLength.
    static Result<X25519KeyPair> fromPrivateKey(SecretBytes key);

    [[nodiscard]] const Curve25519Key& publicKey() const { return m_public; }
    [[nodiscard]] const SecretBytes& privateKey() const { return m_private; }
    /// The shared secret, 32 bytes. Errors: BadKey unless `theirs` is usable.
    [[nodiscard]] Result<SecretBytes> derive(const Curve25519Key& theirs) const;

private:
    X25519KeyPair(SecretBytes key, const Curve25519Key& publicKey);
    SecretBytes m_private;
    Curve25519Key m_public;
};

} // namespace crypto
