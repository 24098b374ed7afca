#pragma once

#include "crypto/X25519.h"

namespace crypto {

/// What both sides of a short authentication string share. Method curve25519-hkdf-sha256 with hkdf-hmac-sha256.v2 (S-32).
/// Spec: Matrix v1.11, Client-Server API, "Short Authentication String (SAS) verification".
class Sas {
public:
    /// Errors: BadKey if their key is not usable: the other side would not be the only one to know the secret.
    static Result<Sas> create(const X25519KeyPair& own, const Curve25519Key& theirs);

    /// Seven numbers 0 to 63, the positions in the list of emoji.
    [[nodiscard]] std::array<int, 7> emoji(QByteArrayView info) const;
    /// Three numbers 1000 to 9191.
    [[nodiscard]] std::array<int, 3> decimals(QByteArrayView info) const;
    /// The MAC of `message`, 32 bytes. Compare decoded bytes with constantTimeEquals (S-34).
    [[nodiscard]] QByteArray mac(QByteArrayView message, QByteArrayView info) const;

private:
    explicit Sas(SecretBytes secret);
    SecretBytes m_secret;
};

} // namespace crypto
