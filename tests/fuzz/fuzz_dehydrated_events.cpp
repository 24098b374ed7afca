#include "core/encryption/DehydratedDevices.h"
#include "core/encryption/OlmMachine.h"
#include "tests/support/MemoryCryptoStore.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace core;

namespace {

const crypto::SecretBytes& pickleKey()
{
    static const auto key = crypto::SecretBytes::fromBytes(QByteArray(32, 'k'));
    return key;
}

Result<> answer(OlmMachine& machine, const QString& id, const QByteArray& json)
{
    const auto document = JsonDocument::parse(json);
    return document ? machine.markSent(id, document->root()) : std::unexpected(document.error());
}

/// A machine that is reading the dehydrated device it has made.
std::unique_ptr<OlmMachine> reading(MemoryCryptoStore& store, const Clock& clock)
{
    auto machine = *OlmMachine::open(*UserId::parse(u"@a:b"), *DeviceId::parse(u"A"), store, clock);
    const auto user = machine->user().toString();
    QJsonObject deviceKeys, dehydrated;
    QJsonObject identity;
    for (int round = 0; round < 6; ++round) {
        const auto requests = machine->outgoingRequests();
        for (const auto& request : requests) {
            if (request.kind == OutgoingRequest::Kind::SigningKeysUpload)
                identity = request.body;
            QJsonObject reply;
            if (request.kind == OutgoingRequest::Kind::KeysQuery) {
                reply = {{QStringLiteral("device_keys"), QJsonObject{{user, deviceKeys}}}};
                for (const char* name : {"master_key", "self_signing_key", "user_signing_key"}) {
                    const auto key = QLatin1StringView(name);
                    if (identity.contains(key))
                        reply.insert(key + QLatin1StringView("s"), QJsonObject{{user, identity.value(key)}});
                }
            }
            if (!answer(*machine, request.id, QJsonDocument(reply).toJson()))
                std::abort();
        }
        if (round == 1 && !machine->bootstrapCrossSigning())
            std::abort();
        if (round != 3)
            continue;
        const auto made = machine->withDehydratedDevices([&](DehydratedDevices& devices) -> Result<> {
            const auto body = devices.make(pickleKey());
            if (!body)
                return std::unexpected(body.error());
            dehydrated = *body;
            return {};
        });
        if (!made || !machine->askForOwnIdentity())
            std::abort();
        deviceKeys.insert(dehydrated.value(QLatin1StringView("device_id")).toString(),
                          dehydrated.value(QLatin1StringView("device_keys")));
    }
    const auto opened = machine->withDehydratedDevices([&](DehydratedDevices& devices) {
        return devices.open(*DeviceId::parse(dehydrated.value(QLatin1StringView("device_id")).toString()),
                            dehydrated.value(QLatin1StringView("device_data")).toObject(), pickleKey());
    });
    if (!opened)
        std::abort();
    return machine;
}

} // namespace

// What a dehydrated device has received, as the server shows it.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    static MemoryCryptoStore store;
    static const SystemClock clock;
    static const auto machine = reading(store, clock);
    const auto read = machine->withDehydratedDevices([&](DehydratedDevices& devices) -> Result<> {
        const auto count = devices.receive({std::string_view(reinterpret_cast<const char*>(data), size)});
        return count ? Result<>() : std::unexpected(count.error());
    });
    return read ? 0 : -1;
}
