#include "tests/crypto/olm/HostilePeer.h"

#include "crypto/AesCbc.h"
#include "crypto/Base64.h"
#include "crypto/Hkdf.h"
#include "crypto/Hmac.h"
#include "crypto/Random.h"

#include <QtEndian>

using namespace crypto;

namespace test {

namespace {

SecretBytes part(const SecretBytes& keys, size_t offset, size_t size)
{
    return SecretBytes(keys.view().subspan(offset, size));
}

QByteArray varint(quint32 value)
{
    QByteArray bytes;
    for (; value > 0x7f; value >>= 7)
        bytes.append(static_cast<char>((value & 0x7f) | 0x80));
    bytes.append(static_cast<char>(value));
    return bytes;
}

} // namespace

QByteArray field(char tag, const QByteArray& bytes)
{
    return tag + varint(static_cast<quint32>(bytes.size())) + bytes;
}

QByteArray counter(char tag, quint32 value)
{
    return tag + varint(value);
}

struct HostilePeer::Keys {
    SecretBytes all; // 32 bytes AES, 32 bytes HMAC, 16 bytes IV
};

HostilePeer::HostilePeer()
    : m_identity(X25519KeyPair::generate())
    , m_base(X25519KeyPair::generate())
    , m_ratchet(X25519KeyPair::generate())
{
}

// https://gitlab.matrix.org/matrix-org/olm/-/blob/master/docs/olm.md
HostilePeer::Keys HostilePeer::keys(const Curve25519Key& identity, const Curve25519Key& oneTimeKey) const
{
    QByteArray secret = m_identity.derive(oneTimeKey).value().bytes().toByteArray();
    secret += m_base.derive(identity).value().bytes();
    secret += m_base.derive(oneTimeKey).value().bytes();
    const auto root = hkdfSha256(SecretBytes::fromBytes(secret), {}, "OLM_ROOT", 64);
    const auto message = SecretBytes::fromBytes(hmacSha256(part(root, 32, 32), "\x01"));
    return {hkdfSha256(message, {}, "OLM_KEYS", 80)};
}

QByteArray HostilePeer::preKeyMessage(const Curve25519Key& identity, const Curve25519Key& oneTimeKey,
                                      const QByteArray& innerFields) const
{
    QByteArray inner = "\x03" + innerFields;
    inner += hmacSha256(part(keys(identity, oneTimeKey).all, 32, 32), inner).first(8);
    return base64::encodeUnpadded("\x03" + field(0x0a, oneTimeKey.view().toByteArray()) +
                                  field(0x12, m_base.publicKey().view().toByteArray()) +
                                  field(0x1a, m_identity.publicKey().view().toByteArray()) + field(0x22, inner));
}

QByteArray HostilePeer::ratchetKeyField() const
{
    return field(0x0a, m_ratchet.publicKey().view().toByteArray());
}

QByteArray HostilePeer::ciphertext(const Curve25519Key& identity, const Curve25519Key& oneTimeKey,
                                   const QByteArray& plaintext) const
{
    const auto all = keys(identity, oneTimeKey).all.copy();
    return aesCbcEncrypt(part(all, 0, 32), part(all, 64, 16), plaintext);
}

// https://gitlab.matrix.org/matrix-org/olm/-/blob/master/docs/megolm.md
HostileGroupSender::HostileGroupSender()
    : m_signer(Ed25519KeyPair::generate())
    , m_ratchet(randomSecret(128))
    , m_keys(hkdfSha256(m_ratchet, {}, "MEGOLM_KEYS", 80))
{
}

QByteArray HostileGroupSender::rawSessionKey(quint32 index) const
{
    QByteArray raw(5, '\x02');
    qToBigEndian(index, raw.data() + 1);
    raw += m_ratchet.bytes();
    raw += m_signer.publicKey().view();
    return raw + m_signer.sign(raw).value().view().toByteArray();
}

QByteArray HostileGroupSender::sessionKey() const
{
    return base64::encodeUnpadded(rawSessionKey());
}

QByteArray HostileGroupSender::message(const QByteArray& fields) const
{
    QByteArray raw = "\x03" + fields;
    raw += hmacSha256(part(m_keys, 32, 32), raw).first(8);
    return base64::encodeUnpadded(raw + m_signer.sign(raw).value().view().toByteArray());
}

QByteArray HostileGroupSender::ciphertext(const QByteArray& plaintext) const
{
    return aesCbcEncrypt(part(m_keys, 0, 32), part(m_keys, 64, 16), plaintext);
}

} // namespace test
