#include "tests/core/services/recovery/Device.h"

#include "tests/support/RunUntil.h"

using namespace Qt::StringLiterals;
using namespace core;

Device::Device(party::Server& keys, AccountServer& given, party::ManualClock& clock, const QString& user, const QString& name)
    : server(given)
    , party(keys, clock, user, name)
{
    makeParts();
}

void Device::restart()
{
    dehydrated.reset();
    renewal.reset();
    service.reset();
    requests.reset();
    api.reset();
    party.reopen();
    makeParts();
}

void Device::makeParts()
{
    api = std::make_unique<Api>(server, QUrl(u"https://example.org"_s), nullptr);
    requests = std::make_unique<CryptoRequestSender>(*api, *party.machine);
    service = std::make_unique<RecoveryService>(
        RecoveryService::Parts{.api = *api,
                               .machine = *party.machine,
                               .requests = *requests,
                               .store = party.used,
                               .accountData = accountData,
                               .clock = party.clock,
                               .newestRooms = [this] { return rooms; },
                               .missingKeys = [this]() -> Result<QList<RoomKeyId>> { return missing; },
                               .keysCame = []() -> Result<> { return {}; },
                               .readAgainAfterMs = 1});
    renewal = std::make_unique<RenewalService>(RenewalService::Parts{.job = {.api = *api,
                                                                             .machine = *party.machine,
                                                                             .requests = *requests,
                                                                             .store = party.used,
                                                                             .clock = party.clock,
                                                                             .destroyContent = [this]() -> Result<> {
                                                                                 ++contentDestroyed;
                                                                                 return {};
                                                                             },
                                                                             .readAgainAfterMs = 1},
                                                                     .recovery = *service,
                                                                     .readableContent = [this] { return content; },
                                                                     .contentDestroyed = [] {}});
    dehydrated =
        std::make_unique<DehydratedDeviceService>(DehydratedDeviceService::Parts{.api = *api,
                                                                                 .machine = *party.machine,
                                                                                 .requests = *requests,
                                                                                 .store = party.used,
                                                                                 .clock = party.clock,
                                                                                 .keysCame = []() -> Result<> { return {}; },
                                                                                 .readAgainAfterMs = 1});
}

void Device::check()
{
    if (server.isDead())
        return;
    if (const auto asked = party.machine->askForOwnIdentity(); !asked)
        return;
    requests->flush();
    runAll();
    service->check();
    renewal->check();
    runAll();
    if (!server.hasDehydrated)
        return;
    dehydrated->check();
    runAll();
}

std::optional<RestoreOutcome> Device::restore(const QString& text)
{
    std::optional<RestoreOutcome> outcome;
    const QObject context;
    QObject::connect(service.get(), &RecoveryService::restoreEnded, &context, [&](RestoreOutcome ended) { outcome = ended; });
    service->restore(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(text.toUtf8())));
    runAll();
    return outcome;
}

QString Device::code()
{
    QString text;
    const QObject context;
    QObject::connect(service.get(), &RecoveryService::codeRevealed, &context,
                     [&](const std::shared_ptr<crypto::SecretBytes>& code) { text = QString::fromLatin1(code->bytes()); });
    service->revealCode();
    return text;
}
