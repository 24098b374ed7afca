#pragma once

#include "crypto/X25519.h"

namespace crypto {

/// The bytes that both sides show to their persons.
using SasBytes = std::array<unsigned char, 6>;
/// Seven numbers 0 to 63, the positions in the list of emoji.
std::array<int, 7> sasEmoji(const SasBytes& bytes);
/// Three numbers 1000 to 9191.
std::array<int, 3> sasDecimals(const SasBytes& bytes);

/// What both sides of a short authentication string share. Method curve25519-hkdf-sha256 with hkdf-hmac-sha256.v2 (S-32).
/// Thread: any. Spec: Matrix v1.11, Client-Server API, "Short Authentication String (SAS) verification".
class Sas {
public:
    /// Errors: BadKey if their key is not usable: others could know the secret.
    static Result<Sas> create(const X25519KeyPair& own, const Curve25519Key& theirs);

    /// `info` as the specification composes it from both parties.
    [[nodiscard]] SasBytes bytes(QByteArrayView info) const;
    /// The MAC of `message`, 32 bytes. Compare decoded bytes with constantTimeEquals (S-34).
    [[nodiscard]] QByteArray mac(QByteArrayView message, QByteArrayView info) const;

private:
    explicit Sas(SecretBytes secret);
    SecretBytes m_secret;
};

} // namespace crypto
