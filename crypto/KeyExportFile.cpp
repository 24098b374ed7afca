#include "crypto/KeyExportFile.h"

#include "crypto/AesCtr.h"
#include "crypto/Base64.h"
#include "crypto/Hmac.h"
#include "crypto/Pbkdf2.h"
#include "crypto/Random.h"

#include <QtEndian>

#include <algorithm>

namespace crypto {

namespace {

constexpr QByteArrayView header = "-----BEGIN MEGOLM SESSION DATA-----";
constexpr QByteArrayView trailer = "-----END MEGOLM SESSION DATA-----";
constexpr qint64 minimumRoundsOfOurs = 500'000;
constexpr qsizetype lineLength = 76;

// 1 byte version, 16 salt, 16 counter block, 4 rounds (big endian), ciphertext, 32 HMAC-SHA-256 of all before.
constexpr char version = 1;
constexpr qsizetype saltAt = 1;
constexpr qsizetype ivAt = 17;
constexpr qsizetype roundsAt = 33;
constexpr qsizetype ciphertextAt = 37;
constexpr qsizetype macSize = 32;

struct ExportKeys {
    SecretBytes cipher;
    SecretBytes mac;
};

Result<ExportKeys> derive(const SecretBytes& passPhrase, QByteArrayView salt, qint64 rounds)
{
    const auto both = pbkdf2Sha512(passPhrase, salt, rounds, 64);
    if (!both)
        return std::unexpected(both.error());
    return ExportKeys{.cipher = SecretBytes(both->view().first(32)), .mac = SecretBytes(both->view().subspan(32))};
}

AesCtrIv ivOf(QByteArrayView raw)
{
    AesCtrIv iv{};
    std::copy_n(raw.begin() + ivAt, iv.size(), iv.begin());
    return iv;
}

Result<QByteArray> dearmour(QByteArrayView file)
{
    const QByteArrayView text = file.trimmed();
    if (!text.startsWith(header) || !text.endsWith(trailer) || text.size() < header.size() + trailer.size())
        return std::unexpected(Error::BadFormat);
    QByteArray base64;
    for (const char c : text.sliced(header.size()).chopped(trailer.size())) {
        if (c != '\n' && c != '\r' && c != ' ' && c != '\t')
            base64.append(c);
    }
    return base64::decode(base64);
}

} // namespace

bool looksLikeKeyExport(QByteArrayView file)
{
    return file.trimmed().startsWith(header);
}

Result<SecretBytes> openKeyExport(QByteArrayView file, const SecretBytes& passPhrase, const KeyExportLimits& limits)
{
    if (file.size() > largestKeyExport)
        return std::unexpected(Error::BadLength);
    const auto decoded = dearmour(file);
    if (!decoded)
        return std::unexpected(decoded.error());
    const QByteArrayView raw = *decoded;
    if (raw.size() < ciphertextAt + macSize || raw.front() != version)
        return std::unexpected(Error::BadFormat);
    const qint64 rounds = qFromBigEndian<quint32>(raw.data() + roundsAt);
    if (rounds < limits.minimumRounds || rounds > limits.maximumRounds)
        return std::unexpected(Error::BadFormat);
    const auto keys = derive(passPhrase, raw.sliced(saltAt, ivAt - saltAt), rounds);
    if (!keys)
        return std::unexpected(keys.error());
    const auto covered = raw.chopped(macSize);
    if (!constantTimeEquals(hmacSha256(keys->mac, covered), raw.last(macSize)))
        return std::unexpected(Error::BadMac);
    return AesCtr(keys->cipher, ivOf(raw)).processSecret(covered.sliced(ciphertextAt));
}

Result<QByteArray> sealKeyExport(const SecretBytes& sessions, const SecretBytes& passPhrase, qint64 rounds)
{
    if (rounds < minimumRoundsOfOurs)
        return std::unexpected(Error::BadLength);
    QByteArray raw(1, version);
    raw += randomBytes(roundsAt - saltAt);
    raw[ivAt + 8] = static_cast<char>(raw[ivAt + 8] & 0x7f); // S-54: bit 63 of the counter block is zero
    raw.resize(ciphertextAt);
    qToBigEndian(static_cast<quint32>(rounds), raw.data() + roundsAt);
    const auto keys = derive(passPhrase, QByteArrayView(raw).sliced(saltAt, ivAt - saltAt), rounds);
    if (!keys)
        return std::unexpected(keys.error());
    raw += AesCtr(keys->cipher, ivOf(raw)).process(sessions.bytes());
    raw += hmacSha256(keys->mac, raw);
    const QByteArray base64 = base64::encodePadded(raw);
    QByteArray file = header.toByteArray() + '\n';
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        file += base64.mid(at, lineLength) + '\n';
    return file + trailer.toByteArray() + '\n';
}

} // namespace crypto
