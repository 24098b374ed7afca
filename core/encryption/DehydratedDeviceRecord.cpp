#include "core/encryption/DehydratedDeviceRecord.h"

#include "core/base/Json.h"
#include "core/encryption/CryptoStore.h"
#include "core/encryption/MachineContext.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::string_view valueName = "dehydrated-device";

QString textOf(const auto& key)
{
    return QString::fromLatin1(key.toBase64());
}

} // namespace

Result<DehydratedDeviceRecord> loadDehydratedDevice(CryptoStore& store)
{
    const auto stored = store.value(valueName);
    if (!stored)
        return failureOf(stored);
    DehydratedDeviceRecord record;
    const auto document = *stored ? JsonDocument::parse((*stored)->bytes()) : fail(ErrorCode::NotFound);
    if (!document)
        return record;
    const auto root = document->root();
    record.readBy = DeviceId::parse(textAt(root, "read_by")).value_or(DeviceId());
    const auto device = DeviceId::parse(textAt(root, "device"));
    const auto curve25519 = crypto::Curve25519Key::parse(textAt(root, "curve25519").toUtf8());
    const auto ed25519 = crypto::Ed25519Key::parse(textAt(root, "ed25519").toUtf8());
    const auto selfSigning = crypto::Ed25519Key::parse(textAt(root, "self_signing").toUtf8());
    if (!device || !curve25519 || !ed25519 || !selfSigning)
        return record;
    record.device = *device;
    record.curve25519 = *curve25519;
    record.ed25519 = *ed25519;
    record.selfSigning = *selfSigning;
    record.made = {root["made"].integer().value_or(0)};
    record.isUploaded = root["uploaded"].boolean().value_or(false);
    return record;
}

Result<> saveDehydratedDevice(CryptoStore& store, const DehydratedDeviceRecord& record)
{
    QJsonObject object{{u"read_by"_s, record.readBy.toString()}};
    if (!record.device.isEmpty()) {
        object.insert(u"device"_s, record.device.toString());
        object.insert(u"curve25519"_s, textOf(record.curve25519));
        object.insert(u"ed25519"_s, textOf(record.ed25519));
        object.insert(u"self_signing"_s, textOf(record.selfSigning));
        object.insert(u"made"_s, record.made.ms);
        object.insert(u"uploaded"_s, record.isUploaded);
    }
    return store.saveValue(valueName, crypto::SecretBytes::fromBytes(toCompactJson(object)));
}

} // namespace core
