#include "crypto/EncryptedFileInfo.h"

#include "crypto/Base64.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crypto {

namespace {
QByteArray utf8(const QJsonObject& object, QLatin1StringView name)
{
    return object.value(name).toString().toUtf8();
}

QByteArrayView viewOf(const auto& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}
} // namespace

Result<EncryptedFileInfo> EncryptedFileInfo::parse(const QJsonObject& file)
{
    const auto jwk = file.value("key"_L1).toObject();
    const auto hashes = file.value("hashes"_L1).toObject();
    if (file.value("v"_L1).toString() != "v2"_L1 || jwk.value("alg"_L1).toString() != "A256CTR"_L1 ||
        jwk.value("kty"_L1).toString() != "oct"_L1 || !jwk.value("k"_L1).isString() || !file.value("iv"_L1).isString() ||
        !hashes.value("sha256"_L1).isString())
        return std::unexpected(Error::BadFormat);
    QByteArray text = utf8(jwk, "k"_L1);
    auto key = base64::decodeSecret(text, base64::Padding::Optional, base64::Alphabet::UrlSafe);
    wipe(text);
    if (!key)
        return std::unexpected(key.error());
    if (key->size() != 32)
        return std::unexpected(Error::BadLength);
    const auto iv = base64::decodeFixed<16>(utf8(file, "iv"_L1));
    if (!iv)
        return std::unexpected(iv.error());
    const auto hash = base64::decodeFixed<32>(utf8(hashes, "sha256"_L1));
    if (!hash)
        return std::unexpected(hash.error());
    return EncryptedFileInfo{.key = std::move(*key), .iv = *iv, .hash = *hash};
}

QJsonObject EncryptedFileInfo::toJson() const
{
    const SecretBytes k = base64::encodeSecret(key, base64::Alphabet::UrlSafe);
    const QJsonObject jwk{
        {"kty"_L1, "oct"_L1},     {"key_ops"_L1, QJsonArray{"encrypt"_L1, "decrypt"_L1}},
        {"alg"_L1, "A256CTR"_L1}, {"k"_L1, QString::fromLatin1(k.bytes())},
        {"ext"_L1, true},
    };
    return {
        {"v"_L1, "v2"_L1},
        {"key"_L1, jwk},
        {"iv"_L1, QString::fromLatin1(base64::encodeUnpadded(viewOf(iv)))},
        {"hashes"_L1, QJsonObject{{"sha256"_L1, QString::fromLatin1(base64::encodeUnpadded(viewOf(hash)))}}},
    };
}

EncryptedFileInfo EncryptedFileInfo::copy() const
{
    return {.key = key.copy(), .iv = iv, .hash = hash};
}

bool EncryptedFileInfo::operator==(const EncryptedFileInfo& other) const
{
    return key.equals(other.key) && iv == other.iv && hash == other.hash;
}

} // namespace crypto
