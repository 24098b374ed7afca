#include "core/encryption/DehydratedDevice.h"

#include "core/encryption/MachineContext.h"
#include "crypto/AesGcm.h"
#include "crypto/Base64.h"
#include "crypto/Hkdf.h"
#include "crypto/JsonSignature.h"

#include <QJsonArray>
#include <QtEndian>

#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString algorithm = u"de.tim.messenger.dehydrated_device.v1"_s;
constexpr qsizetype maximumData = 256 * 1024; // base64; about a tenth of it is needed
constexpr size_t keySize = 32;
// Sealed: one byte for the version, eight for the moment in ms (big-endian), then the pickle.
constexpr char version = 1;
constexpr qsizetype headSize = 1 + 8;

crypto::SecretBytes derived(const crypto::SecretBytes& pickleKey, const char* purpose)
{
    return crypto::hkdfSha256(pickleKey, {}, algorithm.toUtf8() + ' ' + purpose, keySize);
}

QByteArray placeOf(const UserId& user, const DeviceId& device)
{
    return algorithm.toUtf8() + '\n' + user.toUtf8() + '\n' + device.toUtf8();
}

QJsonObject sealedData(const crypto::olm::Account& account, const UserId& user, Timestamp made,
                       const crypto::SecretBytes& pickleKey)
{
    QByteArray plain(headSize, version);
    qToBigEndian(made.ms, plain.data() + 1);
    plain += account.pickle(derived(pickleKey, "pickle"));
    const auto sealed = crypto::seal(derived(pickleKey, "seal"), plain, placeOf(user, dehydratedDeviceId(account)));
    return {{u"algorithm"_s, algorithm}, {u"account"_s, QString::fromLatin1(crypto::base64::encodeUnpadded(sealed))}};
}

} // namespace

crypto::olm::Account createDehydratedAccount()
{
    auto account = crypto::olm::Account::create();
    account.generateOneTimeKeys(account.maximumOneTimeKeys());
    account.generateFallbackKey();
    return account;
}

DeviceId dehydratedDeviceId(const crypto::olm::Account& account)
{
    return DeviceId::parse(base64Text(account.curve25519())).value_or(DeviceId());
}

Result<QJsonObject> dehydratedDeviceUpload(const crypto::olm::Account& account, const UserId& user, Timestamp made,
                                           const crypto::SecretBytes& pickleKey,
                                           const std::function<Result<QJsonObject>(const QJsonObject&)>& signAsOwner)
{
    if (pickleKey.size() != keySize)
        return fail(ErrorCode::Crypto, u"the key of the dehydrated device"_s);
    const QString device = dehydratedDeviceId(account).toString();
    const QString keyId = ed25519KeyId(device);
    const auto signedByDevice = [&](const QJsonObject& object) {
        return crypto::signJson(object, user.toString(), keyId, [&](QByteArrayView message) { return account.sign(message); });
    };
    const auto keys = signedByDevice({{u"user_id"_s, user.toString()},
                                      {u"device_id"_s, device},
                                      {u"dehydrated"_s, true},
                                      {u"algorithms"_s, QJsonArray{QLatin1String(olmAlgorithm), QLatin1String(megolmAlgorithm)}},
                                      {u"keys"_s, QJsonObject{{u"curve25519:"_s + device, base64Text(account.curve25519())},
                                                              {keyId, base64Text(account.ed25519())}}}});
    if (!keys)
        return cryptoFailure(keys.error());
    const auto signedKeys = signAsOwner(*keys);
    if (!signedKeys)
        return failureOf(signedKeys);
    QJsonObject oneTimeKeys, fallbackKeys;
    const auto fresh = account.unpublishedOneTimeKeys();
    for (const auto& key : fresh) {
        const auto object = signedByDevice({{u"key"_s, base64Text(key.key)}});
        if (!object)
            return cryptoFailure(object.error());
        oneTimeKeys.insert(u"signed_curve25519:"_s + QString::fromLatin1(key.id), *object);
    }
    if (const auto key = account.unpublishedFallbackKey()) {
        const auto object = signedByDevice({{u"key"_s, base64Text(key->key)}, {u"fallback"_s, true}});
        if (!object)
            return cryptoFailure(object.error());
        fallbackKeys.insert(u"signed_curve25519:"_s + QString::fromLatin1(key->id), *object);
    }
    return QJsonObject{{u"device_id"_s, device},
                       {u"device_data"_s, sealedData(account, user, made, pickleKey)},
                       {u"initial_device_display_name"_s, u"FdV Messenger (Empfang, während niemand angemeldet ist)"_s},
                       {u"device_keys"_s, *signedKeys},
                       {u"one_time_keys"_s, oneTimeKeys},
                       {u"fallback_keys"_s, fallbackKeys}};
}

Result<OpenedDehydratedDevice> openDehydratedDevice(const QJsonObject& deviceData, const UserId& user, const DeviceId& device,
                                                    const crypto::SecretBytes& pickleKey)
{
    if (deviceData.value("algorithm"_L1).toString() != algorithm)
        return fail(ErrorCode::NotSupported, u"a dehydrated device of another program"_s);
    const QString text = deviceData.value("account"_L1).toString();
    if (deviceData.size() != 2 || text.size() > maximumData || pickleKey.size() != keySize)
        return fail(ErrorCode::Crypto, u"a dehydrated device is malformed"_s);
    const auto sealed = crypto::base64::decode(text.toUtf8(), crypto::base64::Padding::Forbidden);
    if (!sealed)
        return cryptoFailure(sealed.error());
    const auto plain = crypto::openSealed(derived(pickleKey, "seal"), *sealed, placeOf(user, device));
    if (!plain)
        return cryptoFailure(plain.error());
    const auto bytes = plain->bytes();
    if (bytes.size() <= headSize || bytes[0] != version)
        return fail(ErrorCode::Crypto, u"a dehydrated device is malformed"_s);
    const Timestamp made{qFromBigEndian<qint64>(bytes.data() + 1)};
    auto account = crypto::olm::Account::fromPickle(bytes.sliced(headSize), derived(pickleKey, "pickle"));
    if (!account)
        return cryptoFailure(account.error());
    if (dehydratedDeviceId(*account) != device)
        return fail(ErrorCode::Crypto, u"a dehydrated device has another name"_s);
    return OpenedDehydratedDevice{std::move(*account), made};
}

} // namespace core
