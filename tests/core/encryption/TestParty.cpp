#include "tests/core/encryption/TestParty.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace party {

const RoomId room = *RoomId::parse(u"!room:example.org");

QByteArray toJson(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject Server::answer(const QString& user, const QString& device, const OutgoingRequest& request)
{
    ++requests[request.kind];
    switch (request.kind) {
    case OutgoingRequest::Kind::KeysUpload:
        return upload({user, device}, request.body);
    case OutgoingRequest::Kind::KeysQuery:
        return query(request.body);
    case OutgoingRequest::Kind::KeysClaim:
        return claim(request.body);
    case OutgoingRequest::Kind::ToDevice:
        return send(user, request);
    case OutgoingRequest::Kind::SigningKeysUpload:
        masterKeys[user] = request.body.value("master_key"_L1).toObject();
        selfSigningKeys[user] = request.body.value("self_signing_key"_L1).toObject();
        userSigningKeys[user] = request.body.value("user_signing_key"_L1).toObject();
        return {};
    case OutgoingRequest::Kind::SignatureUpload:
        return takeSignatures(request.body);
    }
    return {};
}

QJsonObject Server::upload(const Device& device, const QJsonObject& body)
{
    if (body.contains("device_keys"_L1))
        deviceKeys[device] = body.value("device_keys"_L1).toObject();
    auto& mine = oneTimeKeys[device];
    const auto keys = body.value("one_time_keys"_L1).toObject();
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        if (!usedKeyIds.insert(device.first + u' ' + device.second + u' ' + it.key()).second && !mine.contains(it.key()))
            ++reusedKeyIds;
        mine[it.key()] = it.value().toObject();
    }
    if (const auto fallback = body.value("fallback_keys"_L1).toObject(); !fallback.isEmpty())
        fallbackKeys[device] = fallback;
    return {{u"one_time_key_counts"_s, QJsonObject{{u"signed_curve25519"_s, static_cast<int>(mine.size())}}}};
}

QJsonObject Server::query(const QJsonObject& body) const
{
    QJsonObject devices, masters, selfSigning, userSigning;
    const auto asked = body.value("device_keys"_L1).toObject();
    for (const auto& user : asked.keys()) {
        QJsonObject ofUser;
        for (const auto& [device, keys] : deviceKeys) {
            if (device.first == user)
                ofUser.insert(device.second, keys);
        }
        devices.insert(user, ofUser);
        const auto add = [&](QJsonObject& to, const std::map<QString, QJsonObject>& from) {
            if (const auto found = from.find(user); found != from.end())
                to.insert(user, found->second);
        };
        add(masters, masterKeys);
        add(selfSigning, selfSigningKeys);
        add(userSigning, userSigningKeys);
    }
    return {{u"device_keys"_s, devices},
            {u"master_keys"_s, masters},
            {u"self_signing_keys"_s, selfSigning},
            {u"user_signing_keys"_s, userSigning}};
}

QJsonObject Server::claim(const QJsonObject& body)
{
    QJsonObject users;
    const auto asked = body.value("one_time_keys"_L1).toObject();
    for (auto user = asked.begin(); user != asked.end(); ++user) {
        QJsonObject devices;
        for (const auto& device : user.value().toObject().keys()) {
            auto& keys = oneTimeKeys[{user.key(), device}];
            if (!keys.empty()) {
                devices.insert(device, QJsonObject{{keys.begin()->first, keys.begin()->second}});
                keys.erase(keys.begin());
            } else if (const auto fallback = fallbackKeys.find({user.key(), device}); fallback != fallbackKeys.end()) {
                devices.insert(device, fallback->second);
            }
        }
        users.insert(user.key(), devices);
    }
    return {{u"one_time_keys"_s, users}};
}

QJsonObject Server::send(const QString& sender, const OutgoingRequest& request)
{
    for (const auto& known : toDeviceLog) {
        if (known.id == request.id)
            return {}; // the same transaction again
    }
    toDeviceLog.append(request);
    const QString type = request.path.section(u'/', -2, -2);
    const auto users = request.body.value("messages"_L1).toObject();
    for (auto user = users.begin(); user != users.end(); ++user) {
        const auto devices = user.value().toObject();
        for (auto device = devices.begin(); device != devices.end(); ++device)
            inbox[{user.key(), device.key()}].append(
                toJson({{u"type"_s, type}, {u"sender"_s, sender}, {u"content"_s, device.value()}}));
    }
    return {};
}

QJsonObject Server::takeSignatures(const QJsonObject& body)
{
    for (auto user = body.begin(); user != body.end(); ++user) {
        const auto devices = user.value().toObject();
        for (auto device = devices.begin(); device != devices.end(); ++device) {
            const auto object = device.value().toObject();
            if (object.value("usage"_L1).toArray().contains(u"master"_s))
                masterKeys[user.key()] = object;
            else
                deviceKeys[{user.key(), device.key()}] = object;
        }
    }
    return {};
}

void Server::putDehydrated(const QString& user, const QJsonObject& body)
{
    deleteDehydrated(user);
    const Device device{user, body.value("device_id"_L1).toString()};
    dehydrated[user] = body;
    upload(device, body);
}

bool Server::deleteDehydrated(const QString& user)
{
    const auto found = dehydrated.find(user);
    if (found == dehydrated.end())
        return false;
    logOut({user, found->second.value("device_id"_L1).toString()});
    dehydrated.erase(found);
    return true;
}

void Server::logOut(const Device& device)
{
    deviceKeys.erase(device);
    oneTimeKeys.erase(device);
    fallbackKeys.erase(device);
    inbox.erase(device);
}

Party::Party(Server& givenServer, ManualClock& givenClock, const QString& userText, const QString& deviceText)
    : server(givenServer)
    , clock(givenClock)
    , user(*UserId::parse(userText))
    , device(*DeviceId::parse(deviceText))
    , used(store)
{
    reopen();
    flush();
}

Party::Party(Server& givenServer, ManualClock& givenClock, const QString& userText, const QString& deviceText, CryptoStore& own)
    : server(givenServer)
    , clock(givenClock)
    , user(*UserId::parse(userText))
    , device(*DeviceId::parse(deviceText))
    , used(own)
{
    reopen();
    flush();
}

void Party::reopen()
{
    auto opened = OlmMachine::open(user, device, used, clock);
    REQUIRE(opened);
    machine = std::move(*opened);
}

Result<> answerTo(OlmMachine& machine, const OutgoingRequest& request, const QJsonObject& answer)
{
    const auto document = JsonDocument::parse(toJson(answer));
    REQUIRE(document);
    return machine.markSent(request.id, document->root());
}

void Party::flush()
{
    for (int round = 0; round < 20; ++round) {
        const auto requests = machine->outgoingRequests();
        if (requests.isEmpty())
            return;
        for (const auto& request : requests)
            REQUIRE(answerTo(*machine, request, server.answer(user.toString(), device.toString(), request)));
    }
    FAIL("the machine always wants more");
}

SyncOutcome Party::sync(const QStringList& changed)
{
    const Server::Device self{user.toString(), device.toString()};
    const auto waiting = std::exchange(server.inbox[self], {});
    EncryptionSyncChanges changes;
    for (const auto& event : waiting)
        changes.toDevice.emplace_back(event.constData(), static_cast<size_t>(event.size()));
    changes.changedDeviceLists = changed;
    changes.oneTimeKeyCounts = QMap<QString, int>{{u"signed_curve25519"_s, static_cast<int>(server.oneTimeKeys[self].size())}};
    auto outcome = machine->receiveSync(changes);
    REQUIRE(outcome);
    flush();
    const auto more = machine->takeOutcome();
    outcome->alerts += more.alerts;
    outcome->newRoomKeys += more.newRoomKeys;
    return *outcome;
}

SyncOutcome Party::receive(const QByteArray& toDeviceEvent)
{
    EncryptionSyncChanges changes;
    changes.toDevice.emplace_back(toDeviceEvent.constData(), static_cast<size_t>(toDeviceEvent.size()));
    const auto outcome = machine->receiveSync(changes);
    REQUIRE(outcome);
    return *outcome;
}

void Party::bootstrap()
{
    REQUIRE(machine->bootstrapCrossSigning());
    flush();
    REQUIRE(*machine->ownIdentity() == OwnIdentityStatus::Verified);
}

void Party::share(const QList<UserId>& members, RoomEncryptionSettings settings)
{
    for (int round = 0; round < 6; ++round) {
        const auto progress = machine->shareRoomKey(room, settings, members);
        REQUIRE(progress);
        if (*progress == ShareProgress::Ready)
            return;
        flush();
    }
    FAIL("the room key is never shared");
}

QJsonObject Party::send(const QList<UserId>& members, const QString& text, RoomEncryptionSettings settings)
{
    share(members, settings);
    const auto content = machine->encrypt(room, u"m.room.message"_s, {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text}});
    REQUIRE(content);
    return *content;
}

Decryption Party::read(const QJsonObject& content, const UserId& sender, const QString& event, qint64 time)
{
    const auto document = JsonDocument::parse(toJson(content));
    REQUIRE(document);
    const auto decryption = machine->decrypt(room, *EventId::parse(event), sender, {time}, document->root());
    REQUIRE(decryption);
    return *decryption;
}

QString bodyOf(const Decryption& decryption)
{
    const auto* event = std::get_if<DecryptedEvent>(&decryption);
    return event ? QJsonDocument::fromJson(event->json).object().value("content"_L1).toObject().value("body"_L1).toString()
                 : QString();
}

std::optional<Undecryptable::Reason> reasonOf(const Decryption& decryption)
{
    const auto* refused = std::get_if<Undecryptable>(&decryption);
    return refused ? std::optional(refused->reason) : std::nullopt;
}

} // namespace party
