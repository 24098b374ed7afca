#include "core/encryption/OlmMachine.h"

#include "core/base/Log.h"
#include "core/encryption/DehydratedDevices.h"
#include "core/encryption/MachineRequests.h"
#include "core/encryption/RoomEventDecryption.h"
#include "core/encryption/SecretSharing.h"
#include "core/encryption/ToDeviceReceiver.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {
constexpr qint64 rememberedHashes = 60LL * 24 * 60 * 60 * 1000; // S-19 asks for 30 days at least
constexpr std::string_view renewedName = "keys-renewed";        // a moment in ms
} // namespace

struct OlmMachine::Parts {
    explicit Parts(MachineContext given)
        : context(std::move(given))
    {
    }

    MachineContext context;
    AccountKeys account{context};
    Identities identities{context};
    core::OwnIdentity ownIdentity{context, account};
    DeviceTracker tracker{context, account, identities, ownIdentity};
    OlmSessions sessions{context, account};
    SessionClaims claims{context, sessions};
    ToDeviceQueue queue{context};
    Unwedging unwedging{context, sessions, claims, queue};
    InboundRoomKeys inbound{context};
    OutboundRoomKeys outbound{context, account, inbound};
    RoomKeySharing sharing{context, tracker, sessions, claims, outbound, queue};
    RoomEventDecryption decryption{context, account, inbound};
    Verifications verifications{context, account, identities, ownIdentity, queue};
    SecretSharing secrets{context, ownIdentity, sessions, claims, queue};
    RoomKeyRequests keyRequests{context, ownIdentity, inbound, queue};
    RoomKeyAnswers keyAnswers{context, ownIdentity, inbound, sessions, claims, queue};
    DehydratedDevices dehydrated{context, {ownIdentity, tracker, inbound, keyRequests, keyAnswers}};
    ToDeviceReceiver receiver{context,   account,       sessions, inbound,     tracker,
                              unwedging, verifications, secrets,  keyRequests, keyAnswers};
    MachineRequests requests{
        {account, tracker, ownIdentity, claims, unwedging, queue, sharing, verifications, secrets, keyAnswers}};

    void forget()
    {
        tracker.forget();
        claims.forget();
        queue.forget();
        unwedging.forget();
        inbound.forget();
        sharing.forget();
        verifications.forget();
        secrets.forget();
        keyRequests.forget();
        keyAnswers.forget();
        dehydrated.forget();
        requests.forget();
        ++context.trustGeneration;
    }
    Result<> load()
    {
        if (const auto loaded = account.load(); !loaded)
            return loaded;
        const auto renewed = context.store.value(renewedName);
        if (!renewed)
            return failureOf(renewed);
        context.keysRenewed = {*renewed ? (*renewed)->bytes().toByteArray().toLongLong() : 0};
        return ownIdentity.load();
    }
};

OlmMachine::OlmMachine(std::unique_ptr<Parts> parts)
    : d(std::move(parts))
{
}

OlmMachine::~OlmMachine() = default;

Result<std::unique_ptr<OlmMachine>> OlmMachine::open(const UserId& user, const DeviceId& device, CryptoStore& store,
                                                     const Clock& clock)
{
    auto pickleKey = store.pickleKey();
    if (!pickleKey)
        return failureOf(pickleKey);
    std::unique_ptr<OlmMachine> machine(new OlmMachine(std::make_unique<Parts>(MachineContext{.user = user,
                                                                                              .device = device,
                                                                                              .store = store,
                                                                                              .clock = clock,
                                                                                              .pickleKey = std::move(*pickleKey),
                                                                                              .news = {},
                                                                                              .keysRenewed = {}})));
    const auto opened = store.transaction([&]() -> Result<> {
        if (const auto loaded = machine->d->load(); !loaded)
            return loaded;
        if (const auto removed = store.removeAllOutboundSessions(); !removed)
            return removed;
        if (const auto removed = store.removeOlmHashesBefore({clock.now().ms - rememberedHashes}); !removed)
            return removed;
        return machine->d->tracker.track({user});
    });
    if (!opened)
        return failureOf(opened);
    return machine;
}

Result<bool> OlmMachine::hasDevice(CryptoStore& store)
{
    return AccountKeys::exists(store);
}

Result<> OlmMachine::removeDevice(CryptoStore& store)
{
    return store.transaction([&]() -> Result<> {
        if (const auto removed = AccountKeys::remove(store); !removed)
            return removed;
        if (const auto removed = store.removeDeviceState(); !removed)
            return removed;
        if (const auto removed = SecretSharing::removeRequests(store); !removed)
            return removed;
        if (const auto removed = RoomKeyRequests::removeRequests(store); !removed)
            return removed;
        if (const auto due = core::OwnIdentity::signAgain(store); !due)
            return due;
        return store.markAllUsersOutdated();
    });
}

Result<> OlmMachine::atomically(const std::function<Result<>()>& work)
{
    const auto news = d->context.news;
    auto done = d->context.store.transaction(work);
    if (done)
        return done;
    d->context.news = news;
    if (const auto read = reset(); !read)
        qCWarning(logEncryption, "the crypto store could not be read again: error %d", static_cast<int>(read.error().code));
    return done;
}

Result<> OlmMachine::reset()
{
    d->forget();
    return d->load();
}

SyncOutcome OlmMachine::takeOutcome()
{
    return std::exchange(d->context.news, {});
}

Result<SyncOutcome> OlmMachine::receiveSync(const EncryptionSyncChanges& changes)
{
    const auto received = atomically([&]() -> Result<> {
        for (const auto event : changes.toDevice) {
            if (const auto read = d->receiver.receive(event); !read)
                return read;
        }
        if (const auto cancelled = d->secrets.cancelObsolete(); !cancelled)
            return cancelled;
        if (const auto cancelled = d->keyRequests.cameIn(d->context.news.newRoomKeys); !cancelled)
            return cancelled;
        if (const auto answered = d->keyAnswers.cameIn(d->context.news.newRoomKeys); !answered)
            return answered;
        if (const auto asked = d->keyRequests.goOn(); !asked)
            return asked;
        if (const auto read = d->tracker.receiveChanges(changes.changedDeviceLists, changes.leftDeviceLists); !read)
            return read;
        return d->account.receiveCounts(changes);
    });
    if (!received)
        return failureOf(received);
    return takeOutcome();
}

Result<Decryption> OlmMachine::decrypt(const RoomId& room, const EventId& event, const UserId& sender, Timestamp originServerTs,
                                       JsonValue encryptedContent)
{
    return d->decryption.decrypt({room, event, sender, originServerTs}, encryptedContent);
}

Result<> OlmMachine::trackUsers(const QList<UserId>& users)
{
    return atomically([&] { return d->tracker.track(users); });
}

Result<ShareProgress> OlmMachine::shareRoomKey(const RoomId& room, const RoomEncryptionSettings& settings,
                                               const QList<UserId>& members, SendPurpose purpose)
{
    Result<ShareProgress> progress = ShareProgress::RequestsPending;
    const auto shared = atomically([&]() -> Result<> {
        progress = d->sharing.share(room, settings, members, purpose);
        return progress ? Result<>() : failureOf(progress);
    });
    if (!shared)
        return failureOf(shared);
    return progress;
}

Result<QJsonObject> OlmMachine::encrypt(const RoomId& room, const QString& type, const QJsonObject& content)
{
    Result<QJsonObject> encrypted;
    const auto done = atomically([&]() -> Result<> {
        encrypted = d->outbound.encrypt(room, type, content);
        return encrypted ? Result<>() : failureOf(encrypted);
    });
    if (!done)
        return failureOf(done);
    return encrypted;
}

Result<> OlmMachine::discardOutboundSession(const RoomId& room)
{
    return atomically([&] { return d->context.store.removeOutboundSession(room); });
}

QList<OutgoingRequest> OlmMachine::outgoingRequests()
{
    Result<QList<OutgoingRequest>> requests;
    const auto collected = atomically([&]() -> Result<> {
        requests = d->requests.collect();
        return requests ? Result<>() : failureOf(requests);
    });
    return collected ? *requests : QList<OutgoingRequest>();
}

Result<> OlmMachine::markSent(const QString& requestId, JsonValue response)
{
    return atomically([&] { return d->requests.answered(requestId, response); });
}

void OlmMachine::requestFailed(const QString& requestId)
{
    d->requests.failed(requestId);
}

const UserId& OlmMachine::user() const
{
    return d->context.user;
}

const DeviceId& OlmMachine::device() const
{
    return d->context.device;
}

crypto::Curve25519Key OlmMachine::curve25519() const
{
    return d->account.account().curve25519();
}

crypto::Ed25519Key OlmMachine::ed25519() const
{
    return d->account.account().ed25519();
}

Result<QList<DeviceRecord>> OlmMachine::devices(const UserId& user)
{
    auto all = d->context.store.devices(user);
    if (!all)
        return all;
    all->removeIf([](const DeviceRecord& device) { return !device.isPresent; });
    return withoutDehydrated(*std::move(all));
}

Result<IdentityStatus> OlmMachine::identityStatus(const UserId& user)
{
    return d->identities.status(user);
}

Result<> OlmMachine::acknowledgeIdentity(const UserId& user)
{
    return atomically([&]() -> Result<> {
        if (const auto acknowledged = d->identities.acknowledge(user); !acknowledged)
            return acknowledged;
        return d->tracker.receiveChanges({user.toString()}, {});
    });
}

bool OlmMachine::isDevicePublished() const
{
    return d->account.isUploaded();
}

Result<> OlmMachine::publishDeviceAgain()
{
    return atomically([&]() -> Result<> {
        if (const auto due = d->account.uploadAgain(); !due)
            return due;
        if (const auto due = core::OwnIdentity::signAgain(d->context.store); !due)
            return due;
        return d->ownIdentity.load();
    });
}

Result<OlmMachine::OwnIdentity> OlmMachine::ownIdentity()
{
    return d->ownIdentity.status();
}

Result<> OlmMachine::askForOwnIdentity()
{
    return askForIdentity(d->context.user);
}

Result<> OlmMachine::askForIdentity(const UserId& user)
{
    return atomically([&] { return d->tracker.receiveChanges({user.toString()}, {}); });
}

Result<> OlmMachine::bootstrapCrossSigning()
{
    return atomically([&] { return d->ownIdentity.bootstrap(); });
}

std::optional<CrossSigningSecrets> OlmMachine::crossSigningSecrets() const
{
    return d->ownIdentity.secrets();
}

Result<> OlmMachine::importCrossSigning(const CrossSigningSecrets& secrets)
{
    return atomically([&] { return d->ownIdentity.import(secrets); });
}

Result<QJsonObject> OlmMachine::signAsOwner(const QJsonObject& object) const
{
    return d->ownIdentity.sign(object);
}

Result<> OlmMachine::prepareNewIdentity()
{
    return atomically([&] { return d->ownIdentity.prepareNext(); });
}

bool OlmMachine::isNewIdentityPrepared() const
{
    return d->ownIdentity.hasNext();
}

Result<QJsonObject> OlmMachine::newIdentityUpload() const
{
    return d->ownIdentity.nextUpload();
}

Result<> OlmMachine::discardNewIdentity()
{
    return atomically([&] { return d->ownIdentity.discardNext(); });
}

Result<> OlmMachine::destroyRoomKeys()
{
    return atomically([&]() -> Result<> {
        const auto now = d->context.clock.now();
        if (const auto saved =
                d->context.store.saveValue(renewedName, crypto::SecretBytes::fromBytes(QByteArray::number(now.ms)));
            !saved)
            return saved;
        if (const auto destroyed = d->inbound.destroy(); !destroyed)
            return destroyed;
        if (const auto removed = d->context.store.removeAllOutboundSessions(); !removed)
            return removed;
        // No old key is taken from a device that was asked before.
        if (const auto removed = RoomKeyRequests::removeRequests(d->context.store); !removed)
            return removed;
        d->keyRequests.forget();
        d->sharing.forget();
        d->context.keysRenewed = now;
        return {};
    });
}

Result<> OlmMachine::endLateVerifications()
{
    return atomically([&] { return d->verifications.goOn(); });
}

QList<VerificationState> OlmMachine::verifications() const
{
    return d->verifications.states();
}

Result<QString> OlmMachine::requestVerification(const QList<DeviceId>& devices)
{
    Result<QString> transaction;
    const auto asked = atomically([&]() -> Result<> {
        transaction = d->verifications.ask(devices);
        return transaction ? Result<>() : failureOf(transaction);
    });
    if (!asked)
        return failureOf(asked);
    return transaction;
}

Result<QString> OlmMachine::requestVerification(const UserId& user, const RoomId& room)
{
    Result<QString> transaction;
    const auto asked = atomically([&]() -> Result<> {
        transaction = d->verifications.askInRoom(user, room);
        return transaction ? Result<>() : failureOf(transaction);
    });
    if (!asked)
        return failureOf(asked);
    return transaction;
}

Result<> OlmMachine::actInVerification(const QString& transaction, VerificationAction action)
{
    return atomically([&] { return d->verifications.act(transaction, action); });
}

Result<> OlmMachine::scanInVerification(const QString& transaction, QByteArrayView code)
{
    return atomically([&] { return d->verifications.scan(transaction, code); });
}

Result<> OlmMachine::receiveVerificationEvent(const VerificationRoomEvent& event)
{
    return atomically([&] { return d->verifications.receiveInRoom(event); });
}

QList<VerificationRoomMessage> OlmMachine::takeVerificationMessages()
{
    return d->verifications.takeRoomMessages();
}

Result<> OlmMachine::verificationMessageSent(const QString& transactionId, const EventId& event)
{
    return atomically([&] { return d->verifications.sentInRoom(transactionId, event); });
}

Result<> OlmMachine::verificationMessageFailed(const QString& transactionId)
{
    return atomically([&] { return d->verifications.notSentInRoom(transactionId); });
}

Result<> OlmMachine::allowSecretsFor(const DeviceId& device)
{
    return atomically([&] { return d->secrets.allow(device); });
}

Result<> OlmMachine::requestSecrets()
{
    return atomically([&] { return d->secrets.request(); });
}

void OlmMachine::setBackupKey(std::optional<crypto::SecretBytes> key)
{
    d->secrets.setBackupKey(std::move(key));
}

Result<std::optional<crypto::SecretBytes>> OlmMachine::receivedBackupKey()
{
    return d->secrets.receivedBackupKey();
}

Result<> OlmMachine::discardReceivedBackupKey()
{
    return atomically([&] { return d->secrets.discardReceivedBackupKey(); });
}

Result<> OlmMachine::requestRoomKeys(const QList<RoomKeyId>& keys)
{
    return atomically([&] { return d->keyRequests.want(keys); });
}

Result<Timestamp> OlmMachine::waitsForSecretsSince()
{
    return d->secrets.waitsSince();
}

Result<std::vector<ExportedRoomKey>> OlmMachine::roomKeysToBackUp(int limit)
{
    std::vector<ExportedRoomKey> keys;
    const auto collected = atomically([&]() -> Result<> {
        const auto records = d->context.store.sessionsToBackUp(limit);
        if (!records)
            return failureOf(records);
        for (const auto& record : *records) {
            if (auto key = d->inbound.exported(record)) {
                keys.push_back(std::move(*key));
            } else if (const auto left = d->context.store.markBackedUp({record.room, record.sessionId}, record.firstIndex);
                       !left) {
                return left;
            }
        }
        return {};
    });
    if (!collected)
        return failureOf(collected);
    return keys;
}

Result<qint64> OlmMachine::countRoomKeysToBackUp()
{
    return d->context.store.countSessionsToBackUp();
}

Result<> OlmMachine::markBackedUp(const std::vector<ExportedRoomKey>& keys)
{
    return atomically([&]() -> Result<> {
        for (const auto& key : keys) {
            if (const auto marked = d->context.store.markBackedUp(key.id, key.firstIndex); !marked)
                return marked;
        }
        return {};
    });
}

Result<> OlmMachine::markNoneBackedUp()
{
    return atomically([&] { return d->context.store.markNoneBackedUp(); });
}

Result<RoomKeySlice> OlmMachine::exportRoomKeys(const RoomKeyId& after, int limit)
{
    const auto ids = d->context.store.inboundSessionsAfter(after, limit);
    if (!ids)
        return failureOf(ids);
    RoomKeySlice slice;
    for (const auto& id : *ids) {
        const auto record = d->context.store.inboundSession(id.room, id.sessionId);
        if (!record)
            return failureOf(record);
        auto key = *record ? d->inbound.exported(**record) : fail(ErrorCode::Crypto);
        if (key)
            slice.keys.push_back(std::move(*key));
        else
            ++slice.damaged;
    }
    if (ids->size() == limit && limit > 0)
        slice.next = ids->last();
    return slice;
}

Result<qint64> OlmMachine::countRoomKeys()
{
    return d->context.store.countInboundSessions();
}

Result<RoomKeyImport> OlmMachine::importRoomKeys(const std::vector<ExportedRoomKey>& keys, bool isBackedUp)
{
    RoomKeyImport count;
    QList<RoomKeyId> added;
    const auto imported = atomically([&]() -> Result<> {
        for (const auto& key : keys) {
            const auto taken = d->inbound.import(key, isBackedUp);
            if (!taken)
                return failureOf(taken);
            if (*taken == InboundRoomKeys::Import::New)
                added.append(key.id);
            count.added += *taken == InboundRoomKeys::Import::New;
            count.known += *taken == InboundRoomKeys::Import::Known;
            count.refused += *taken == InboundRoomKeys::Import::Refused;
        }
        d->context.news.newRoomKeys += added;
        if (const auto answered = d->keyAnswers.cameIn(added); !answered)
            return answered;
        return d->keyRequests.cameIn(added);
    });
    if (!imported)
        return failureOf(imported);
    return count;
}

Result<> OlmMachine::withDehydratedDevices(const std::function<Result<>(DehydratedDevices&)>& work)
{
    return atomically([&] { return work(d->dehydrated); });
}

Result<QList<DeviceId>> OlmMachine::hiddenDevices()
{
    return d->dehydrated.hidden();
}

} // namespace core
