#include "core/encryption/SecretStorage.h"

#include "core/encryption/MachineContext.h"
#include "crypto/Base64.h"
#include "crypto/Random.h"
#include "crypto/SecretCipher.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr size_t secretSize = 32;

const QString& algorithm()
{
    static const QString name = u"m.secret_storage.v1.aes-hmac-sha2"_s;
    return name;
}

template <size_t Size>
crypto::Result<std::array<unsigned char, Size>> fixedAt(const QJsonObject& object, QLatin1StringView key)
{
    return crypto::base64::decodeFixed<Size>(object.value(key).toString().toUtf8());
}

QString padded(QByteArrayView bytes)
{
    return QString::fromLatin1(crypto::base64::encodePadded(bytes));
}

QByteArrayView viewOf(const crypto::AesCtrIv& iv)
{
    return {reinterpret_cast<const char*>(iv.data()), static_cast<qsizetype>(iv.size())};
}

} // namespace

Result<QJsonObject> describeStorageKey(const crypto::SecretBytes& key, const QString& name)
{
    // An encryption of anything brings a fresh IV of the right form along.
    const auto fresh = crypto::sealSecret(key, {}, crypto::SecretBytes(secretSize));
    if (!fresh)
        return cryptoFailure(fresh.error());
    const auto mac = crypto::secretKeyCheck(key, fresh->iv);
    if (!mac)
        return cryptoFailure(mac.error());
    return QJsonObject{
        {u"algorithm"_s, algorithm()}, {u"name"_s, name}, {u"iv"_s, padded(viewOf(fresh->iv))}, {u"mac"_s, padded(*mac)}};
}

StorageKeyCheck checkStorageKey(const QJsonObject& description, const crypto::SecretBytes& key)
{
    if (description.value("algorithm"_L1).toString() != algorithm())
        return StorageKeyCheck::Wrong;
    if (!description.contains("iv"_L1) && !description.contains("mac"_L1))
        return StorageKeyCheck::Unchecked;
    const auto iv = fixedAt<16>(description, "iv"_L1);
    const auto mac = fixedAt<32>(description, "mac"_L1);
    if (!iv || !mac)
        return StorageKeyCheck::Wrong;
    const auto expected = crypto::secretKeyCheck(key, *iv);
    const QByteArrayView given(reinterpret_cast<const char*>(mac->data()), static_cast<qsizetype>(mac->size()));
    return expected && crypto::constantTimeEquals(*expected, given) ? StorageKeyCheck::Right : StorageKeyCheck::Wrong;
}

Result<QJsonObject> sealForStorage(QJsonObject content, const QString& secretName, const QString& keyId,
                                   const crypto::SecretBytes& key, const crypto::SecretBytes& secret)
{
    const auto sealed = crypto::sealSecret(key, secretName.toUtf8(), crypto::base64::encodeSecret(secret));
    if (!sealed)
        return cryptoFailure(sealed.error());
    auto encrypted = content.value("encrypted"_L1).toObject();
    encrypted.insert(keyId, QJsonObject{{u"iv"_s, padded(viewOf(sealed->iv))},
                                        {u"ciphertext"_s, padded(sealed->ciphertext)},
                                        {u"mac"_s, padded(sealed->mac)}});
    content.insert(u"encrypted"_s, encrypted);
    return content;
}

Result<crypto::SecretBytes> openFromStorage(const QJsonObject& content, const QString& secretName, const QString& keyId,
                                            const crypto::SecretBytes& key)
{
    const auto entry = content.value("encrypted"_L1).toObject().value(keyId).toObject();
    if (entry.isEmpty())
        return fail(ErrorCode::NotFound, u"a secret is not stored under this key"_s);
    const auto iv = fixedAt<16>(entry, "iv"_L1);
    const auto mac = crypto::base64::decode(entry.value("mac"_L1).toString().toUtf8());
    const auto ciphertext = crypto::base64::decode(entry.value("ciphertext"_L1).toString().toUtf8());
    if (!iv || !mac || !ciphertext)
        return fail(ErrorCode::Crypto, u"a stored secret is malformed"_s);
    const auto opened = crypto::openSecret(key, secretName.toUtf8(), {.iv = *iv, .ciphertext = *ciphertext, .mac = *mac});
    if (!opened)
        return cryptoFailure(opened.error());
    auto secret = crypto::base64::decodeSecret(opened->bytes());
    if (!secret || secret->size() != secretSize)
        return fail(ErrorCode::Crypto, u"a stored secret is no key"_s);
    return std::move(*secret);
}

} // namespace core
