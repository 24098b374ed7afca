#pragma once

#include "crypto/Ed25519.h"
#include "crypto/X25519.h"
#include "crypto/olm/Session.h"

#include <QByteArray>

namespace test {

/// Fields of a message as they stand on the wire, for messages that a well-behaved library never makes.
QByteArray field(char tag, const QByteArray& bytes);
QByteArray counter(char tag, quint32 value);

/// A peer who knows the protocol and all its own keys, and therefore can authenticate whatever it likes.
class HostilePeer {
public:
    HostilePeer();
    [[nodiscard]] const crypto::Curve25519Key& identity() const { return m_identity.publicKey(); }

    /// A pre-key message for the device with these keys. `inner` gets the ratchet key, it returns the fields of the inner
    /// message behind the version byte; a valid MAC is added.
    [[nodiscard]] QByteArray preKeyMessage(const crypto::Curve25519Key& identity, const crypto::Curve25519Key& oneTimeKey,
                                           const QByteArray& innerFields) const;
    /// The parts of which `innerFields` is made.
    [[nodiscard]] QByteArray ratchetKeyField() const;
    /// `plaintext` encrypted for the first message.
    [[nodiscard]] QByteArray ciphertext(const crypto::Curve25519Key& identity, const crypto::Curve25519Key& oneTimeKey,
                                        const QByteArray& plaintext) const;

private:
    struct Keys;
    [[nodiscard]] Keys keys(const crypto::Curve25519Key& identity, const crypto::Curve25519Key& oneTimeKey) const;
    crypto::X25519KeyPair m_identity;
    crypto::X25519KeyPair m_base;
    crypto::X25519KeyPair m_ratchet;
};

/// The same for a Megolm session, at index 0.
class HostileGroupSender {
public:
    HostileGroupSender();
    [[nodiscard]] QByteArray sessionKey() const;
    /// A message with valid MAC and signature and the given bytes behind the version.
    [[nodiscard]] QByteArray message(const QByteArray& fields) const;
    [[nodiscard]] QByteArray ciphertext(const QByteArray& plaintext) const;
    /// The raw bytes of session key and message, base64 aside.
    [[nodiscard]] QByteArray rawSessionKey(quint32 index = 0) const;

private:
    crypto::Ed25519KeyPair m_signer;
    crypto::SecretBytes m_ratchet;
    crypto::SecretBytes m_keys;
};

} // namespace test
