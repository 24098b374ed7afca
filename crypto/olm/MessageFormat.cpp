#include "crypto/olm/MessageFormat.h"

#include "crypto/Ed25519.h"
#include "crypto/X25519.h"

namespace crypto::olm {

namespace {

constexpr qsizetype macSize = 8;
constexpr qsizetype signatureSize = 64;
constexpr qsizetype keySize = 32;
constexpr qsizetype ratchetSize = 128;
constexpr qsizetype maximumCiphertext = 65'536;
constexpr unsigned char messageVersion = 3;
constexpr unsigned char sharedVersion = 2;
constexpr unsigned char exportVersion = 1;

// Reads fields one after the other; after the first mismatch everything fails.
class Reader {
public:
    explicit Reader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    std::optional<unsigned char> byte()
    {
        if (m_rest.isEmpty())
            return std::nullopt;
        const auto value = static_cast<unsigned char>(m_rest.front());
        m_rest = m_rest.sliced(1);
        return value;
    }

    bool expect(unsigned char wanted)
    {
        const auto value = byte();
        return value && *value == wanted;
    }

    // A minimal varint of at most 32 bits.
    std::optional<quint32> varint()
    {
        quint64 value = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            const auto next = byte();
            if (!next)
                return std::nullopt;
            value |= quint64(*next & 0x7fU) << shift;
            if ((*next & 0x80U) != 0)
                continue;
            const bool minimal = *next != 0 || shift == 0;
            if (!minimal || value > 0xffff'ffffU)
                return std::nullopt;
            return static_cast<quint32>(value);
        }
        return std::nullopt;
    }

    std::optional<QByteArrayView> bytes(qsizetype count)
    {
        if (count > m_rest.size())
            return std::nullopt;
        const auto taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }

    std::optional<QByteArrayView> lengthPrefixed()
    {
        const auto length = varint();
        return length ? bytes(static_cast<qsizetype>(*length)) : std::nullopt;
    }

    std::optional<Curve25519Key> key()
    {
        const auto raw = lengthPrefixed();
        if (!raw || raw->size() != keySize)
            return std::nullopt;
        return *Curve25519Key::fromBytes(*raw);
    }

    std::optional<quint32> bigEndian32()
    {
        const auto raw = bytes(4);
        if (!raw)
            return std::nullopt;
        quint32 value = 0;
        for (const char c : *raw)
            value = (value << 8) | static_cast<unsigned char>(c);
        return value;
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
};

bool isCiphertext(const std::optional<QByteArrayView>& bytes)
{
    return bytes && !bytes->isEmpty() && bytes->size() % 16 == 0 && bytes->size() <= maximumCiphertext;
}

std::unexpected<Error> badFormat()
{
    return std::unexpected(Error::BadFormat);
}

} // namespace

Result<NormalMessage> readNormalMessage(QByteArrayView raw)
{
    if (raw.size() < macSize)
        return badFormat();
    Reader reader(raw.chopped(macSize));
    if (!reader.expect(messageVersion) || !reader.expect(0x0a))
        return badFormat();
    const auto key = reader.key();
    if (!key || !reader.expect(0x10))
        return badFormat();
    const auto index = reader.varint();
    if (!index || !reader.expect(0x22) || !isCiphertext(reader.lengthPrefixed()) || !reader.atEnd())
        return badFormat();
    if (!isUsable(*key))
        return std::unexpected(Error::BadKey);
    return NormalMessage{.ratchetKey = *key, .chainIndex = *index};
}

Result<PreKeyMessage> readPreKeyMessage(QByteArrayView raw)
{
    Reader reader(raw);
    if (!reader.expect(messageVersion) || !reader.expect(0x0a))
        return badFormat();
    const auto oneTimeKey = reader.key();
    if (!oneTimeKey || !reader.expect(0x12))
        return badFormat();
    const auto baseKey = reader.key();
    if (!baseKey || !reader.expect(0x1a))
        return badFormat();
    const auto identityKey = reader.key();
    if (!identityKey || !reader.expect(0x22))
        return badFormat();
    const auto message = reader.lengthPrefixed();
    if (!message || !reader.atEnd())
        return badFormat();
    const auto inner = readNormalMessage(*message);
    if (!inner)
        return std::unexpected(inner.error());
    if (!isUsable(*baseKey) || !isUsable(*identityKey) || !isUsable(*oneTimeKey))
        return std::unexpected(Error::BadKey);
    return PreKeyMessage{.oneTimeKey = *oneTimeKey, .baseKey = *baseKey, .identityKey = *identityKey, .inner = *inner};
}

Result<MegolmMessage> readMegolmMessage(QByteArrayView raw)
{
    if (raw.size() < macSize + signatureSize)
        return badFormat();
    const auto signedPart = raw.chopped(signatureSize);
    Reader reader(signedPart.chopped(macSize));
    if (!reader.expect(messageVersion) || !reader.expect(0x08))
        return badFormat();
    const auto index = reader.varint();
    if (!index || !reader.expect(0x12) || !isCiphertext(reader.lengthPrefixed()) || !reader.atEnd())
        return badFormat();
    return MegolmMessage{
        .index = *index, .signedPart = signedPart, .signature = *Ed25519Signature::fromBytes(raw.last(signatureSize))};
}

Result<SessionKey> readSharedSessionKey(QByteArrayView raw)
{
    Reader reader(raw);
    if (!reader.expect(sharedVersion))
        return badFormat();
    const auto index = reader.bigEndian32();
    const auto ratchet = reader.bytes(ratchetSize);
    const auto key = reader.bytes(keySize);
    const auto signature = reader.bytes(signatureSize);
    if (!index || !ratchet || !key || !signature || !reader.atEnd())
        return badFormat();
    const SessionKey session{.index = *index, .publicKey = *Ed25519Key::fromBytes(*key)};
    if (const auto valid = verify(session.publicKey, raw.chopped(signatureSize), *Ed25519Signature::fromBytes(*signature));
        !valid)
        return std::unexpected(valid.error());
    return session;
}

Result<SessionKey> readExportedSessionKey(QByteArrayView raw)
{
    Reader reader(raw);
    if (!reader.expect(exportVersion))
        return badFormat();
    const auto index = reader.bigEndian32();
    const auto ratchet = reader.bytes(ratchetSize);
    const auto key = reader.bytes(keySize);
    if (!index || !ratchet || !key || !reader.atEnd())
        return badFormat();
    const SessionKey session{.index = *index, .publicKey = *Ed25519Key::fromBytes(*key)};
    if (!isUsable(session.publicKey))
        return std::unexpected(Error::BadKey);
    return session;
}

} // namespace crypto::olm
