#include "core/encryption/SecretSharing.h"

#include "core/base/Log.h"
#include "core/encryption/OwnDevices.h"
#include "crypto/Base64.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr char valueName[] = "secret-requests";
constexpr size_t secretSize = 32;
constexpr qint64 minute = 60'000;
constexpr qint64 confirmedFor = 15 * minute;
constexpr qint64 openFor = 60 * minute;
constexpr int answersPerConfirmation = 16;
constexpr qsizetype waitingRequests = 64;
constexpr qsizetype maximumId = 255;

const QString masterName = u"m.cross_signing.master"_s;
const QString selfSigningName = u"m.cross_signing.self_signing"_s;
const QString userSigningName = u"m.cross_signing.user_signing"_s;
const QString backupName = u"m.megolm_backup.v1"_s;

// The only names there are (S-59).
const QStringList& knownNames()
{
    static const QStringList names{masterName, selfSigningName, userSigningName, backupName};
    return names;
}

std::string receivedName(const QString& name)
{
    return "received " + name.toStdString();
}

} // namespace

SecretSharing::SecretSharing(MachineContext& context, OwnIdentity& ownIdentity, OlmSessions& sessions, SessionClaims& claims,
                             ToDeviceQueue& queue)
    : m_context(context)
    , m_ownIdentity(ownIdentity)
    , m_sessions(sessions)
    , m_claims(claims)
    , m_queue(queue)
{
}

Result<> SecretSharing::removeRequests(CryptoStore& store)
{
    return store.removeValue(valueName);
}

void SecretSharing::forget()
{
    m_open.reset();
    m_waiting.clear();
}

void SecretSharing::setBackupKey(std::optional<crypto::SecretBytes> key)
{
    m_backupKey = std::move(key);
}

// -- What is known -----------------------------------------------------------------------------------------------------------

Result<QList<SecretSharing::Request>*> SecretSharing::open()
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
            QStringList devices;
            for (const auto& device : request.value("devices"_L1).toArray())
                devices.append(device.toString());
            requests.append({.name = request.value("name"_L1).toString(),
                             .id = request.value("id"_L1).toString(),
                             .asked = {request.value("asked"_L1).toInteger()},
                             .devices = devices});
        }
    }
    m_open = requests;
    return &*m_open;
}

Result<> SecretSharing::save()
{
    if (m_open->isEmpty())
        return m_context.store.removeValue(valueName);
    QJsonArray array;
    for (const auto& request : *m_open)
        array.append(QJsonObject{{u"name"_s, request.name},
                                 {u"id"_s, request.id},
                                 {u"asked"_s, request.asked.ms},
                                 {u"devices"_s, QJsonArray::fromStringList(request.devices)}});
    return m_context.store.saveValue(valueName,
                                     crypto::SecretBytes::fromBytes(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

bool SecretSharing::isConfirmed(const DeviceId& device) const
{
    const auto found = m_confirmed.constFind(device);
    return found != m_confirmed.constEnd() && m_context.clock.now().ms - found->since.ms < confirmedFor;
}

std::optional<crypto::SecretBytes> SecretSharing::secret(const QString& name) const
{
    if (name == backupName)
        return m_backupKey ? std::optional(m_backupKey->copy()) : std::nullopt;
    auto keys = m_ownIdentity.secrets();
    if (!keys)
        return std::nullopt;
    if (name == masterName)
        return std::move(keys->master);
    if (name == selfSigningName)
        return std::move(keys->selfSigning);
    if (name == userSigningName)
        return std::move(keys->userSigning);
    return std::nullopt;
}

bool SecretSharing::isMissing(const QString& name) const
{
    return !secret(name);
}

// -- Asking ------------------------------------------------------------------------------------------------------------------

Result<> SecretSharing::request()
{
    if (const auto cancelled = cancelObsolete(); !cancelled)
        return cancelled;
    const auto requests = open();
    if (!requests)
        return failureOf(requests);
    const auto devices = trustedDevices();
    if (!devices)
        return failureOf(devices);
    if (devices->isEmpty())
        return {};
    bool isChanged = false;
    for (const auto& name : knownNames()) {
        const auto isWanted = isStillWanted(name);
        if (!isWanted)
            return failureOf(isWanted);
        const auto asked = *isWanted ? ask(name, *devices) : Result<bool>(false);
        if (!asked)
            return failureOf(asked);
        isChanged |= *asked;
    }
    return isChanged ? save() : Result<>();
}

// Own ones that are signed, and that the person has confirmed here.
Result<QList<DeviceId>> SecretSharing::trustedDevices()
{
    const auto devices = ownSignedDevices(m_context);
    if (!devices)
        return failureOf(devices);
    QList<DeviceId> trusted;
    for (const auto& device : *devices) {
        if (isConfirmed(device.device))
            trusted.append(device.device);
    }
    return trusted;
}

// Neither here nor received; what was received and belongs to another identity by now goes.
Result<bool> SecretSharing::isStillWanted(const QString& name)
{
    if (!isMissing(name))
        return false;
    const auto received = m_context.store.value(receivedName(name));
    if (!received)
        return failureOf(received);
    if (!*received)
        return true;
    const auto isOurs = name == backupName ? Result<bool>(true) : belongsToIdentity(name, **received);
    if (!isOurs || *isOurs)
        return isOurs ? Result<bool>(false) : failureOf(isOurs);
    if (const auto removed = m_context.store.removeValue(receivedName(name)); !removed)
        return failureOf(removed);
    return true;
}

// Returns whether a device was asked that had not been asked before.
Result<bool> SecretSharing::ask(const QString& name, const QList<DeviceId>& devices)
{
    auto own = std::find_if(m_open->begin(), m_open->end(), [&](const Request& open) { return open.name == name; });
    if (own == m_open->end())
        own = m_open->insert(m_open->end(), {.name = name, .id = randomId(), .asked = m_context.clock.now(), .devices = {}});
    QList<ToDeviceQueue::Message> messages;
    for (const auto& device : devices) {
        if (own->devices.contains(device.toString()))
            continue;
        own->devices.append(device.toString());
        messages.append({m_context.user,
                         device,
                         {{u"action"_s, u"request"_s},
                          {u"name"_s, name},
                          {u"request_id"_s, own->id},
                          {u"requesting_device_id"_s, m_context.device.toString()}}});
    }
    const auto ids = m_queue.append(u"m.secret.request"_s, messages);
    return ids ? Result<bool>(!messages.isEmpty()) : failureOf(ids);
}

Result<> SecretSharing::cancel(const Request& request, const QString& except)
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
    const auto ids = m_queue.append(u"m.secret.request"_s, messages);
    return ids ? Result<>() : failureOf(ids);
}

Result<> SecretSharing::cancelObsolete()
{
    const auto requests = open();
    if (!requests)
        return failureOf(requests);
    const auto now = m_context.clock.now();
    QList<Request> obsolete;
    for (const auto& request : **requests) {
        if (now.ms - request.asked.ms >= openFor)
            obsolete.append(request);
    }
    if (obsolete.isEmpty())
        return {};
    for (const auto& request : obsolete) {
        if (const auto cancelled = cancel(request, {}); !cancelled)
            return cancelled;
    }
    m_open->removeIf([&](const Request& request) { return now.ms - request.asked.ms >= openFor; });
    return save();
}

Result<bool> SecretSharing::belongsToIdentity(const QString& name, const crypto::SecretBytes& secret)
{
    const auto identity = m_context.store.identity(m_context.user);
    if (!identity)
        return failureOf(identity);
    const auto pair = crypto::Ed25519KeyPair::fromSeed(secret.copy());
    if (!pair || !*identity || (*identity)->offeredMaster)
        return false;
    if (name == masterName)
        return pair->publicKey() == (*identity)->master;
    if (name == selfSigningName)
        return pair->publicKey() == (*identity)->selfSigning;
    return pair->publicKey() == (*identity)->userSigning;
}

Result<> SecretSharing::receiveSecret(const std::optional<DeviceRecord>& device, const OlmPayload& payload)
{
    const auto requests = open();
    if (!requests)
        return failureOf(requests);
    const auto isTrusted = device ? isOwnSigned(m_context, *device) : Result<bool>(false);
    if (!isTrusted)
        return failureOf(isTrusted);
    const QString id = textAt(payload.content, "request_id");
    const auto found = std::find_if(m_open->begin(), m_open->end(), [&](const Request& request) {
        return request.id == id && m_context.clock.now().ms - request.asked.ms < openFor;
    });
    if (!*isTrusted || found == m_open->end() || !found->devices.contains(device->device.toString())) {
        qCWarning(logEncryption, "a secret that was not asked for, or not of this device: refused");
        return {};
    }
    const auto text = payload.content["secret"].utf8();
    if (!text)
        return {};
    const auto secret = crypto::base64::decodeSecret(QByteArrayView(text->data(), static_cast<qsizetype>(text->size())));
    if (!secret || secret->size() != secretSize)
        return {};
    if (found->name != backupName) {
        const auto isOurs = belongsToIdentity(found->name, *secret);
        if (!isOurs)
            return failureOf(isOurs);
        if (!*isOurs) {
            qCWarning(logEncryption, "a private key of another identity: refused");
            return {};
        }
    }
    if (const auto saved = m_context.store.saveValue(receivedName(found->name), *secret); !saved)
        return saved;
    if (const auto cancelled = cancel(*found, device->device.toString()); !cancelled)
        return cancelled;
    m_open->erase(found);
    if (const auto saved = save(); !saved)
        return saved;
    return importIfComplete();
}

Result<> SecretSharing::importIfComplete()
{
    std::array<crypto::SecretBytes, 3> keys;
    const std::array names{masterName, selfSigningName, userSigningName};
    for (size_t i = 0; i < names.size(); ++i) {
        auto stored = m_context.store.value(receivedName(names.at(i)));
        if (!stored)
            return failureOf(stored);
        if (!*stored)
            return {};
        keys.at(i) = std::move(**stored);
    }
    for (const auto& name : names) {
        if (const auto removed = m_context.store.removeValue(receivedName(name)); !removed)
            return removed;
    }
    const auto imported = m_ownIdentity.import(
        {.master = std::move(keys[0]), .selfSigning = std::move(keys[1]), .userSigning = std::move(keys[2])});
    if (imported || imported.error().code == ErrorCode::Crypto || imported.error().code == ErrorCode::DevicesOutdated)
        return {}; // the identity may have changed since the first of them came
    return imported;
}

Result<std::optional<crypto::SecretBytes>> SecretSharing::receivedBackupKey()
{
    return m_context.store.value(receivedName(backupName));
}

Result<> SecretSharing::discardReceivedBackupKey()
{
    return m_context.store.removeValue(receivedName(backupName));
}

Result<Timestamp> SecretSharing::waitsSince()
{
    const auto requests = open();
    if (!requests)
        return failureOf(requests);
    const qint64 now = m_context.clock.now().ms;
    Timestamp since;
    for (const auto& request : std::as_const(**requests)) {
        if (now - request.asked.ms < openFor && (!since.isKnown() || request.asked < since))
            since = request.asked;
    }
    return since;
}

// -- Answering ---------------------------------------------------------------------------------------------------------------

Result<> SecretSharing::allow(const DeviceId& device)
{
    m_confirmed.insert(device, {.since = m_context.clock.now()});
    return answerWaiting();
}

Result<> SecretSharing::receiveRequest(const UserId& sender, JsonValue content)
{
    const auto device = DeviceId::parse(textAt(content, "requesting_device_id"));
    const QString id = textAt(content, "request_id");
    if (sender != m_context.user || !device || *device == m_context.device || id.isEmpty() || id.size() > maximumId)
        return {};
    const QString action = textAt(content, "action");
    if (action == "request_cancellation"_L1) {
        m_waiting.removeIf([&](const Waiting& waiting) { return waiting.device == *device && waiting.id == id; });
        return {};
    }
    const QString name = textAt(content, "name");
    if (action != "request"_L1 || !knownNames().contains(name))
        return {};
    // The newest one of a device for a name counts. It may come before the person has confirmed, and before the signature that
    // follows from it is known here.
    m_waiting.removeIf([&](const Waiting& waiting) { return waiting.device == *device && waiting.name == name; });
    if (m_waiting.size() >= waitingRequests)
        m_waiting.removeFirst();
    m_waiting.append({.name = name, .id = id, .device = *device, .received = m_context.clock.now()});
    return answerWaiting();
}

Result<> SecretSharing::answerWaiting()
{
    const auto now = m_context.clock.now();
    for (qsizetype i = 0; i < m_waiting.size();) {
        const auto isDone = now.ms - m_waiting.at(i).received.ms >= confirmedFor ? Result<bool>(true) : answer(m_waiting.at(i));
        if (!isDone)
            return failureOf(isDone);
        if (*isDone)
            m_waiting.removeAt(i);
        else
            ++i;
    }
    return {};
}

// False while it may be answered later.
Result<bool> SecretSharing::answer(const Waiting& waiting)
{
    if (!isConfirmed(waiting.device))
        return false;
    const auto device = m_context.store.device(m_context.user, waiting.device);
    if (!device)
        return failureOf(device);
    if (!*device)
        return false;
    const auto isSigned = isOwnSigned(m_context, **device);
    if (!isSigned)
        return failureOf(isSigned);
    const auto value = secret(waiting.name);
    if (!*isSigned || !value)
        return false;
    const auto hasSession = m_sessions.hasSession((*device)->curve25519);
    if (!hasSession)
        return failureOf(hasSession);
    if (!*hasSession) {
        if (m_claims.isUnreachable(**device))
            return true;
        m_claims.want(**device);
        return false;
    }
    if (++m_confirmed[waiting.device].answers > answersPerConfirmation)
        return true;
    const auto text = crypto::base64::encodeSecret(*value);
    const auto content = m_sessions.encrypt(**device, u"m.secret.send"_s,
                                            {{u"request_id"_s, waiting.id}, {u"secret"_s, QString::fromLatin1(text.bytes())}});
    if (!content)
        return failureOf(content);
    const auto ids = m_queue.append(u"m.room.encrypted"_s, {{m_context.user, waiting.device, *content}});
    if (!ids)
        return failureOf(ids);
    return true;
}

} // namespace core
