#include "core/encryption/DeviceKeys.h"

#include "core/encryption/MachineContext.h"
#include "crypto/CanonicalJson.h"
#include "crypto/JsonSignature.h"
#include "crypto/X25519.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype maximumNameLength = 200;

template <typename Key>
std::optional<Key> keyAt(const QJsonObject& keys, const QString& id)
{
    const auto key = Key::parse(keys.value(id).toString().toUtf8());
    if (!key || !crypto::isUsable(*key))
        return std::nullopt;
    return *key;
}

std::optional<crypto::Ed25519Key> crossSigningKey(const QJsonObject& object, const UserId& user, const QString& usage)
{
    const auto keys = object.value("keys"_L1).toObject();
    if (object.value("user_id"_L1).toString() != user.toString() || keys.size() != 1 ||
        !object.value("usage"_L1).toArray().contains(usage))
        return std::nullopt;
    const auto key = keyAt<crypto::Ed25519Key>(keys, keys.begin().key());
    if (!key || keys.begin().key() != ed25519KeyId(base64Text(*key)))
        return std::nullopt;
    return key;
}

} // namespace

std::optional<DeviceRecord> readDeviceKeys(const QJsonObject& object, const UserId& user, const DeviceId& device)
{
    const QString& name = device.toString();
    if (user.isEmpty() || object.value("user_id"_L1).toString() != user.toString() ||
        object.value("device_id"_L1).toString() != name)
        return std::nullopt;
    const auto keys = object.value("keys"_L1).toObject();
    const auto curve25519 = keyAt<crypto::Curve25519Key>(keys, u"curve25519:"_s + name);
    const auto ed25519 = keyAt<crypto::Ed25519Key>(keys, ed25519KeyId(name));
    if (!curve25519 || !ed25519 || !crypto::verifyJson(object, user.toString(), ed25519KeyId(name), *ed25519))
        return std::nullopt;
    DeviceRecord record{.user = user,
                        .device = device,
                        .curve25519 = *curve25519,
                        .ed25519 = *ed25519,
                        .displayName = {},
                        .firstSeen = {},
                        .json = {}};
    const auto algorithms = object.value("algorithms"_L1).toArray();
    record.supportsMegolm =
        algorithms.contains(QLatin1String(megolmAlgorithm)) && algorithms.contains(QLatin1String(olmAlgorithm));
    record.displayName =
        object.value("unsigned"_L1).toObject().value("device_display_name"_L1).toString().left(maximumNameLength);
    auto stored = object;
    stored.remove("unsigned"_L1);
    record.json = crypto::canonicalJson(stored).value_or(QByteArray());
    return record;
}

bool isDehydrated(const DeviceRecord& device)
{
    // Nearly no device has the word in it; only those that do are worth parsing.
    if (!device.json.contains(R"("dehydrated":true)"))
        return false;
    return QJsonDocument::fromJson(device.json).object().value("dehydrated"_L1).toBool();
}

QList<DeviceRecord> withoutDehydrated(QList<DeviceRecord> devices)
{
    const auto isHidden = [](const DeviceRecord& device) {
        return device.isPresent && device.signedByOwner && isDehydrated(device);
    };
    if (std::count_if(devices.cbegin(), devices.cend(), isHidden) == 1)
        devices.removeIf(isHidden);
    return devices;
}

bool isSignedBy(const QJsonObject& deviceKeys, const UserId& user, const crypto::Ed25519Key& selfSigning)
{
    return crypto::verifyJson(deviceKeys, user.toString(), ed25519KeyId(base64Text(selfSigning)), selfSigning).has_value();
}

std::optional<PublishedIdentity> readIdentity(const QJsonObject& master, const QJsonObject& selfSigning,
                                              const QJsonObject& userSigning, const UserId& user)
{
    const auto masterKey = crossSigningKey(master, user, u"master"_s);
    const auto selfSigningKey = crossSigningKey(selfSigning, user, u"self_signing"_s);
    if (!masterKey || !selfSigningKey || *masterKey == *selfSigningKey)
        return std::nullopt;
    const QString masterId = ed25519KeyId(base64Text(*masterKey));
    if (!crypto::verifyJson(selfSigning, user.toString(), masterId, *masterKey))
        return std::nullopt;
    PublishedIdentity identity{*masterKey, *selfSigningKey, std::nullopt, master};
    const auto userSigningKey = crossSigningKey(userSigning, user, u"user_signing"_s);
    if (userSigningKey && *userSigningKey != *masterKey && *userSigningKey != *selfSigningKey &&
        crypto::verifyJson(userSigning, user.toString(), masterId, *masterKey))
        identity.userSigning = userSigningKey;
    return identity;
}

QJsonObject crossSigningKeyObject(const UserId& user, const QString& usage, const crypto::Ed25519Key& key)
{
    const QString text = base64Text(key);
    return {
        {u"user_id"_s, user.toString()}, {u"usage"_s, QJsonArray{usage}}, {u"keys"_s, QJsonObject{{ed25519KeyId(text), text}}}};
}

} // namespace core
