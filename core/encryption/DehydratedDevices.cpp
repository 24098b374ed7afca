#include "core/encryption/DehydratedDevices.h"

#include "core/encryption/DeviceKeys.h"
#include "core/encryption/Identities.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr size_t sessionsPerSender = 16;
constexpr size_t maximumSenders = 10'000;

} // namespace

DehydratedDevices::DehydratedDevices(MachineContext& context, const Parts& parts)
    : m_context(context)
    , m_parts(parts)
{
}

Result<DehydratedDeviceRecord> DehydratedDevices::record()
{
    return loadDehydratedDevice(m_context.store);
}

// -- Making one --------------------------------------------------------------------------------------------------------------

Result<QJsonObject> DehydratedDevices::make(const crypto::SecretBytes& pickleKey)
{
    const auto status = m_parts.ownIdentity.status();
    const auto identity = m_context.store.identity(m_context.user);
    auto record = loadDehydratedDevice(m_context.store);
    if (!status || !identity || !record)
        return !status ? failureOf(status) : !identity ? failureOf(identity) : failureOf(record);
    if (*status != OwnIdentityStatus::Verified || !*identity)
        return fail(ErrorCode::Forbidden, u"the own identity is not verified here"_s);
    const auto account = createDehydratedAccount();
    const auto now = m_context.clock.now();
    const auto body = dehydratedDeviceUpload(account, m_context.user, now, pickleKey,
                                             [this](const QJsonObject& keys) { return m_parts.ownIdentity.signDevice(keys); });
    if (!body)
        return body;
    *record = {.readBy = record->readBy,
               .device = dehydratedDeviceId(account),
               .curve25519 = account.curve25519(),
               .ed25519 = account.ed25519(),
               .selfSigning = (*identity)->selfSigning,
               .made = now,
               .isUploaded = false};
    if (const auto saved = saveDehydratedDevice(m_context.store, *record); !saved)
        return failureOf(saved);
    return body;
}

Result<> DehydratedDevices::uploaded()
{
    auto record = loadDehydratedDevice(m_context.store);
    if (!record)
        return failureOf(record);
    record->isUploaded = true;
    return saveDehydratedDevice(m_context.store, *record);
}

Result<> DehydratedDevices::adopt(const DeviceId& device)
{
    const auto ours = isOurs(device);
    const auto published = m_context.store.device(m_context.user, device);
    const auto identity = m_context.store.identity(m_context.user);
    const auto record = loadDehydratedDevice(m_context.store);
    if (!ours || !published || !identity || !record)
        return !ours ? failureOf(ours) : !published ? failureOf(published) : !identity ? failureOf(identity) : failureOf(record);
    if (!*ours)
        return fail(ErrorCode::Forbidden, u"no dehydrated device of ours"_s);
    return saveDehydratedDevice(m_context.store, {.readBy = record->readBy,
                                                  .device = device,
                                                  .curve25519 = (*published)->curve25519,
                                                  .ed25519 = (*published)->ed25519,
                                                  .selfSigning = (*identity)->selfSigning,
                                                  .made = m_context.clock.now(),
                                                  .isUploaded = true});
}

Result<bool> DehydratedDevices::isOurs(const DeviceId& device)
{
    const auto identity = m_context.store.identity(m_context.user);
    const auto published = m_context.store.device(m_context.user, device);
    const auto record = loadDehydratedDevice(m_context.store);
    if (!identity || !published || !record)
        return !identity ? failureOf(identity) : !published ? failureOf(published) : failureOf(record);
    if (statusOf(*identity) != IdentityStatus::Verified || !*published)
        return false;
    const auto& found = **published;
    if (!found.isPresent || !found.signedByOwner || !isDehydrated(found) || device.toString() != base64Text(found.curve25519))
        return false;
    return record->device != device || (record->curve25519 == found.curve25519 && record->ed25519 == found.ed25519);
}

// -- Reading one -------------------------------------------------------------------------------------------------------------

Result<> DehydratedDevices::open(const DeviceId& device, const QJsonObject& deviceData, const crypto::SecretBytes& pickleKey)
{
    m_open.reset();
    const auto ours = isOurs(device);
    const auto published = m_context.store.device(m_context.user, device);
    const auto record = loadDehydratedDevice(m_context.store);
    if (!ours || !published || !record)
        return !ours ? failureOf(ours) : !published ? failureOf(published) : failureOf(record);
    if (!*ours)
        return fail(ErrorCode::Forbidden, u"no dehydrated device of ours"_s);
    auto opened = openDehydratedDevice(deviceData, m_context.user, device, pickleKey);
    if (!opened)
        return failureOf(opened);
    if (opened->account.curve25519() != (*published)->curve25519 || opened->account.ed25519() != (*published)->ed25519)
        return fail(ErrorCode::Crypto, u"the dehydrated device has other keys"_s);
    if (record->device != device && opened->made < record->made)
        return fail(ErrorCode::Forbidden, u"there was a newer dehydrated device"_s);
    m_open = Open{std::move(opened->account), {}};
    return {};
}

std::optional<QByteArray> DehydratedDevices::decrypt(const OlmEnvelope& envelope)
{
    if (!m_open->sessions.contains(envelope.sender) && m_open->sessions.size() >= maximumSenders)
        return std::nullopt;
    const bool isPreKey = envelope.message.type == crypto::olm::Message::Type::PreKey;
    auto& sessions = m_open->sessions[envelope.sender];
    for (auto& session : sessions) {
        const bool matches = isPreKey && session.matchesInbound(envelope.message, envelope.sender);
        if (isPreKey && !matches)
            continue;
        if (auto plaintext = session.decrypt(envelope.message))
            return *plaintext;
        if (matches)
            return std::nullopt; // a replay, or damaged: no other session is made for it
    }
    if (!isPreKey)
        return std::nullopt;
    auto inbound = m_open->account.inboundSession(envelope.sender, envelope.message);
    if (!inbound)
        return std::nullopt;
    if (sessions.size() >= sessionsPerSender)
        sessions.erase(sessions.begin());
    sessions.push_back(std::move(inbound->session));
    return inbound->plaintext;
}

Result<std::optional<RoomKeyId>> DehydratedDevices::receiveEvent(std::string_view event)
{
    const auto document = JsonDocument::parse(QByteArrayView(event.data(), static_cast<qsizetype>(event.size())),
                                              {.maxBytes = maximumToDeviceEvent});
    if (!document || textAt(document->root(), "type") != "m.room.encrypted"_L1)
        return std::nullopt;
    const auto sender = UserId::parse(textAt(document->root(), "sender"));
    const auto envelope = readOlmEnvelope(document->root()["content"], m_open->account.curve25519());
    const auto plaintext = sender && envelope ? decrypt(*envelope) : std::nullopt;
    if (!plaintext)
        return std::nullopt;
    const auto device = m_context.store.deviceByKey(*sender, envelope->sender);
    if (!device)
        return failureOf(device);
    const auto inside = JsonDocument::parse(*plaintext, {.maxBytes = maximumToDeviceEvent});
    const auto payload = !inside ? std::nullopt
                                 : readOlmPayload(inside->root(), {.sender = *sender,
                                                                   .senderKey = envelope->sender,
                                                                   .device = *device,
                                                                   .recipient = m_context.user,
                                                                   .recipientKey = m_open->account.ed25519()});
    if (!payload || payload->type != "m.room_key"_L1 || payload->isDehydrated || (*device && isDehydrated(**device)))
        return std::nullopt;
    auto message = readRoomKeyMessage(*sender, envelope->sender, *payload);
    if (!message)
        return std::nullopt;
    RoomKeyId key{message->record.room, message->record.sessionId};
    const auto isNew =
        m_parts.roomKeys.receive(std::move(message->record),
                                 QByteArrayView(message->sessionKey.data(), static_cast<qsizetype>(message->sessionKey.size())));
    if (!isNew)
        return failureOf(isNew);
    if (!*isNew)
        return std::nullopt;
    // Without the sender's devices nothing of it can be shown.
    if (const auto tracked = m_parts.tracker.track({*sender}); !tracked)
        return failureOf(tracked);
    return key;
}

Result<int> DehydratedDevices::receive(const std::vector<std::string_view>& events)
{
    if (!m_open)
        return fail(ErrorCode::NotFound, u"no dehydrated device is being read"_s);
    QList<RoomKeyId> added;
    for (const auto event : events) {
        const auto key = receiveEvent(event);
        if (!key)
            return failureOf(key);
        if (*key)
            added.append(**key);
    }
    m_context.news.newRoomKeys += added;
    if (const auto answered = m_parts.keyAnswers.cameIn(added); !answered)
        return failureOf(answered);
    if (const auto cancelled = m_parts.keyRequests.cameIn(added); !cancelled)
        return failureOf(cancelled);
    return static_cast<int>(added.size());
}

Result<> DehydratedDevices::finishReading()
{
    m_open.reset();
    auto record = loadDehydratedDevice(m_context.store);
    if (!record)
        return failureOf(record);
    record->readBy = m_context.device;
    return saveDehydratedDevice(m_context.store, *record);
}

// -- Hiding it ---------------------------------------------------------------------------------------------------------------

Result<QList<DeviceId>> DehydratedDevices::hidden()
{
    auto devices = m_context.store.devices(m_context.user);
    const auto record = loadDehydratedDevice(m_context.store);
    if (!devices || !record)
        return !devices ? failureOf(devices) : failureOf(record);
    devices->removeIf([](const DeviceRecord& device) { return !device.isPresent; });
    const auto shown = withoutDehydrated(*devices);
    QList<DeviceId> hidden;
    for (const auto& device : std::as_const(*devices)) {
        if (!shown.contains(device))
            hidden.append(device.device);
    }
    // Just made: the list of devices may have it before its keys are known.
    const bool isKnown = std::any_of(devices->cbegin(), devices->cend(),
                                     [&](const DeviceRecord& device) { return device.device == record->device; });
    if (!record->device.isEmpty() && !isKnown)
        hidden.append(record->device);
    return hidden;
}

} // namespace core
