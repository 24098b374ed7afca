#include "core/encryption/OlmPayload.h"

#include "core/encryption/DeviceKeys.h"
#include "core/encryption/MachineContext.h"
#include "crypto/Ed25519.h"

namespace core {

namespace {

std::optional<crypto::Ed25519Key> keyAt(JsonValue object)
{
    const auto key = crypto::Ed25519Key::parse(textAt(object, "ed25519").toUtf8());
    if (!key || !crypto::isUsable(*key))
        return std::nullopt;
    return *key;
}

} // namespace

std::optional<OlmPayload> readOlmPayload(JsonValue plaintext, const OlmPayloadExpectation& expected)
{
    if (!plaintext.isObject() || plaintext.hasDuplicateKeys())
        return std::nullopt;
    const auto senderKey = keyAt(plaintext["keys"]);
    const auto recipientKey = keyAt(plaintext["recipient_keys"]);
    const auto type = plaintext["type"].string();
    if (!senderKey || !recipientKey || !type || type->isEmpty() || !plaintext["content"].isObject() ||
        textAt(plaintext, "sender") != expected.sender.toString() ||
        textAt(plaintext, "recipient") != expected.recipient.toString() || *recipientKey != expected.recipientKey)
        return std::nullopt;
    OlmPayload payload{*type, plaintext["content"], *senderKey, {}, false};
    if (expected.device) {
        if (expected.device->ed25519 != *senderKey)
            return std::nullopt;
        payload.device = expected.device->device;
    }
    const auto deviceKeys = plaintext["sender_device_keys"];
    if (deviceKeys.isAbsent())
        return payload;
    const auto object = deviceKeys.toQJsonObject();
    const auto device = DeviceId::parse(textAt(deviceKeys, "device_id"));
    const auto record = object && device ? readDeviceKeys(*object, expected.sender, *device) : std::nullopt;
    if (!record || record->curve25519 != expected.senderKey || record->ed25519 != *senderKey ||
        (expected.device && expected.device->device != *device))
        return std::nullopt;
    payload.device = *device;
    payload.isDehydrated = isDehydrated(*record);
    return payload;
}

} // namespace core
