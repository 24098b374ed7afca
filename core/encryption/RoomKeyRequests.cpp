#include "core/encryption/RoomKeyRequests.h"

#include "core/base/Log.h"
#include "core/encryption/OwnDevices.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr char valueName[] = "room-key-requests";
constexpr qint64 minute = 60'000;
constexpr qint64 day = 24LL * 60 * minute;
constexpr qint64 openFor = 7 * day;
constexpr qsizetype perMinute = 50; // S-61
constexpr qsizetype openRequests = 500;
constexpr qsizetype waitingKeys = 10'000;

} // namespace

RoomKeyRequests::RoomKeyRequests(MachineContext& context, OwnIdentity& ownIdentity, InboundRoomKeys& roomKeys,
                                 ToDeviceQueue& queue)
    : m_context(context)
    , m_ownIdentity(ownIdentity)
    , m_roomKeys(roomKeys)
    , m_queue(queue)
{
}

Result<> RoomKeyRequests::removeRequests(CryptoStore& store)
{
    return store.removeValue(valueName);
}

void RoomKeyRequests::forget()
{
    m_open.reset();
    m_waiting.clear();
    m_asked.clear();
}

// -- What is open ------------------------------------------------------------------------------------------------------------

Result<QList<RoomKeyRequests::Request>*> RoomKeyRequests::open()
{
    if (m_open)
        return &*m_open;
    const auto stored = m_context.store.value(valueName);
    if (!stored)
        return failureOf(stored);
    QList<Request> requests;
    if (*stored) {
        const auto array = QJsonDocument::fromJson((*stored)->bytes().toByteArray()).array();
        for (const auto& entry : array) {
            const auto request = entry.toObject();
            const auto room = RoomId::parse(request.value("room"_L1).toString());
            if (!room)
                continue;
            QStringList devices;
            for (const auto& device : request.value("devices"_L1).toArray())
                devices.append(device.toString());
            requests.append({.key = {*room, request.value("session"_L1).toString().toLatin1()},
                             .id = request.value("id"_L1).toString(),
                             .asked = {request.value("asked"_L1).toInteger()},
                             .devices = devices});
        }
    }
    m_open = requests;
    return &*m_open;
}

Result<> RoomKeyRequests::save()
{
    if (m_open->isEmpty())
        return m_context.store.removeValue(valueName);
    QJsonArray array;
    for (const auto& request : *m_open)
        array.append(QJsonObject{{u"room"_s, request.key.room.toString()},
                                 {u"session"_s, QString::fromLatin1(request.key.sessionId)},
                                 {u"id"_s, request.id},
                                 {u"asked"_s, request.asked.ms},
                                 {u"devices"_s, QJsonArray::fromStringList(request.devices)}});
    return m_context.store.saveValue(valueName,
                                     crypto::SecretBytes::fromBytes(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

Result<> RoomKeyRequests::close(const std::function<bool(const Request&)>& isOver, const QString& except)
{
    const auto requests = open();
    if (!requests)
        return failureOf(requests);
    bool isAny = false;
    for (const auto& request : **requests) {
        if (!isOver(request))
            continue;
        isAny = true;
        if (const auto cancelled = cancel(request, except); !cancelled)
            return cancelled;
    }
    if (!isAny)
        return {};
    m_open->removeIf(isOver);
    return save();
}

Result<> RoomKeyRequests::cancel(const Request& request, const QString& except)
{
    QList<ToDeviceQueue::Message> messages;
    for (const auto& name : request.devices) {
        const auto device = DeviceId::parse(name);
        if (device && name != except)
            messages.append({m_context.user,
                             *device,
                             {{u"action"_s, u"request_cancellation"_s},
                              {u"request_id"_s, request.id},
                              {u"requesting_device_id"_s, m_context.device.toString()}}});
    }
    const auto ids = m_queue.append(u"m.room_key_request"_s, messages);
    return ids ? Result<>() : failureOf(ids);
}

Result<> RoomKeyRequests::cameIn(const QList<RoomKeyId>& keys)
{
    if (keys.isEmpty() || (m_open && m_open->isEmpty() && m_waiting.isEmpty()))
        return {};
    const QSet<RoomKeyId> here(keys.begin(), keys.end());
    m_waiting.removeIf([&](const RoomKeyId& key) { return here.contains(key); });
    return close([&](const Request& request) { return here.contains(request.key); });
}

// -- Asking ------------------------------------------------------------------------------------------------------------------

Result<> RoomKeyRequests::want(const QList<RoomKeyId>& keys)
{
    const auto requests = open();
    if (!requests)
        return failureOf(requests);
    const auto now = m_context.clock.now();
    for (const auto& request : **requests) {
        if (now.ms - request.asked.ms < day)
            m_asked.insert(request.key);
    }
    // Of an earlier run: who was asked may have forgotten it.
    const QSet<RoomKeyId> wanted(keys.begin(), keys.end());
    const auto isForgotten = [&](const Request& request) {
        return wanted.contains(request.key) && !m_asked.contains(request.key);
    };
    if (const auto closed = close(isForgotten); !closed)
        return closed;
    for (const auto& key : keys) {
        if (m_waiting.size() >= waitingKeys)
            break;
        if (m_asked.contains(key) || key.sessionId.isEmpty())
            continue;
        m_asked.insert(key);
        m_waiting.append(key);
    }
    return askWaiting();
}

Result<> RoomKeyRequests::goOn()
{
    const auto now = m_context.clock.now();
    if (const auto closed = close([&](const Request& request) { return now.ms - request.asked.ms >= openFor; }); !closed)
        return closed;
    return askWaiting();
}

int RoomKeyRequests::askedInLastMinute() const
{
    const auto now = m_context.clock.now();
    return static_cast<int>(std::ranges::count_if(m_recent, [&](const Timestamp& asked) { return now.ms - asked.ms < minute; }));
}

Result<> RoomKeyRequests::askWaiting()
{
    if (m_waiting.isEmpty() || !m_ownIdentity.secrets())
        return {};
    const qsizetype most = std::min(perMinute - askedInLastMinute(), m_waiting.size());
    if (most <= 0)
        return {};
    const auto devices = ownSignedDevices(m_context);
    if (!devices)
        return failureOf(devices);
    if (devices->isEmpty())
        return {};
    for (qsizetype i = 0; i < most; ++i) {
        if (const auto asked = ask(m_waiting.takeLast(), *devices); !asked)
            return asked;
    }
    // The oldest requests give way to the new ones.
    const qsizetype tooMany = m_open->size() - openRequests;
    if (tooMany > 0) {
        QSet<QString> oldest;
        for (qsizetype i = 0; i < tooMany; ++i)
            oldest.insert(m_open->at(i).id);
        return close([&](const Request& request) { return oldest.contains(request.id); });
    }
    return save();
}

Result<> RoomKeyRequests::ask(const RoomKeyId& key, const QList<DeviceRecord>& devices)
{
    const auto requests = open();
    if (!requests)
        return failureOf(requests);
    Request request{.key = key, .id = randomId(), .asked = m_context.clock.now(), .devices = {}};
    QList<ToDeviceQueue::Message> messages;
    for (const auto& device : devices) {
        request.devices.append(device.device.toString());
        messages.append({m_context.user,
                         device.device,
                         {{u"action"_s, u"request"_s},
                          {u"body"_s, QJsonObject{{u"algorithm"_s, QLatin1String(megolmAlgorithm)},
                                                  {u"room_id"_s, key.room.toString()},
                                                  {u"session_id"_s, QString::fromLatin1(key.sessionId)}}},
                          {u"request_id"_s, request.id},
                          {u"requesting_device_id"_s, m_context.device.toString()}}});
    }
    (*requests)->append(request);
    m_recent.removeIf([&](const Timestamp& asked) { return request.asked.ms - asked.ms >= minute; });
    m_recent.append(request.asked);
    const auto ids = m_queue.append(u"m.room_key_request"_s, messages);
    return ids ? Result<>() : failureOf(ids);
}

// -- Answers -----------------------------------------------------------------------------------------------------------------

Result<> RoomKeyRequests::receiveForwarded(const std::optional<DeviceRecord>& device, const OlmPayload& payload)
{
    const auto content = payload.content;
    const auto room = RoomId::parse(textAt(content, "room_id"));
    const auto sessionKey = content["session_key"].utf8();
    const auto senderKey = crypto::Curve25519Key::parse(textAt(content, "sender_key").toUtf8());
    const auto ed25519 = crypto::Ed25519Key::parse(textAt(content, "sender_claimed_ed25519_key").toUtf8());
    if (textAt(content, "algorithm") != QLatin1String(megolmAlgorithm) || !room || !sessionKey || !senderKey || !ed25519)
        return {};
    const RoomKeyId key{*room, textAt(content, "session_id").toUtf8()};
    const auto requests = open();
    if (!requests)
        return failureOf(requests);
    const auto isTrusted = device && m_ownIdentity.secrets() ? isOwnSigned(m_context, *device) : Result<bool>(false);
    if (!isTrusted)
        return failureOf(isTrusted);
    const auto request = std::ranges::find_if(**requests, [&](const Request& asked) { return asked.key == key; });
    if (!*isTrusted || request == (*requests)->end() || !request->devices.contains(device->device.toString())) {
        qCWarning(logEncryption, "a room key that was not asked for, or not of this device: refused");
        return {};
    }
    // Who owns it is only claimed, also by an own device (S-47).
    const bool isShared =
        content["shared_history"].boolean().value_or(content["org.matrix.msc3061.shared_history"].boolean().value_or(false));
    const auto imported = m_roomKeys.import(
        {.id = key,
         .firstIndex = 0,
         .senderKey = *senderKey,
         .claimedEd25519 = *ed25519,
         .origin = KeyOrigin::Unproven,
         .sharedHistory = isShared,
         .sessionKey = crypto::SecretBytes::fromBytes({sessionKey->data(), static_cast<qsizetype>(sessionKey->size())})},
        false);
    if (!imported)
        return failureOf(imported);
    if (*imported != InboundRoomKeys::Import::New)
        return {}; // another device may have a better one
    m_context.news.newRoomKeys.append(key);
    return close([&](const Request& asked) { return asked.key == key; }, device->device.toString());
}

} // namespace core
