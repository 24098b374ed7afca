#include "crypto/JsonSignature.h"
#include "crypto/olm/Account.h"
#include "crypto/olm/InboundGroupSession.h"
#include "crypto/olm/OutboundGroupSession.h"
#include "tests/core/encryption/Forger.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using party::bodyOf;
using party::Forger;
using party::keyText;
using party::reasonOf;

namespace {

const QString bertId = u"@bert:example.org"_s;

QJsonObject roomKey(const crypto::olm::OutboundGroupSession& session)
{
    return {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
            {u"room_id"_s, party::room.toString()},
            {u"session_id"_s, QString::fromLatin1(session.id())},
            {u"session_key"_s, QString::fromLatin1(session.sessionKey().bytes().toByteArray())}};
}

struct Scene {
    party::Server server;
    party::ManualClock clock;
    party::Party anna{server, clock, u"@anna:example.org"_s, u"ANNA"_s};
    Forger bert;
    crypto::olm::OutboundGroupSession group = crypto::olm::OutboundGroupSession::create();

    Scene() { bert.connect(server, anna); }
    void introduce() // Anna learns Bert's device
    {
        server.deviceKeys[{bert.user, bert.device}] = bert.deviceKeys();
        REQUIRE(anna.machine->trackUsers({*UserId::parse(bertId)}));
        anna.flush();
    }
    QJsonObject good() { return bert.payload(*anna.machine, u"m.room_key"_s, roomKey(group)); }
    bool accepts(const QJsonObject& payload) { return !anna.receive(bert.seal(anna, payload)).newRoomKeys.isEmpty(); }
};

} // namespace

TEST_CASE("an Olm message with everything in place brings a room key", "[encryption]")
{
    Scene scene;
    const bool isKnown = GENERATE(false, true);
    if (isKnown)
        scene.introduce();
    CHECK(scene.accepts(scene.good()));
    const auto session = *scene.anna.store.inboundSession(party::room, scene.group.id());
    REQUIRE(session);
    CHECK(session->owner.toString() == bertId);
    CHECK(session->ownerEd25519 == scene.bert.account.ed25519());
    CHECK(session->ownerDevice.toString() == scene.bert.device);
}

TEST_CASE("an Olm message without the newer field for device keys brings a room key too", "[encryption]")
{
    Scene scene;
    auto payload = scene.good();
    payload.remove("sender_device_keys"_L1);
    CHECK(scene.accepts(payload));
}

TEST_CASE("an Olm message brings nothing if one statement about its parties is wrong or missing", "[encryption]")
{
    Scene scene;
    if (GENERATE(false, true))
        scene.introduce();
    const Forger other;
    auto payload = scene.good();
    SECTION("a member is missing or no text")
    {
        const auto member = GENERATE(as<std::string>{}, "type", "content", "sender", "recipient", "recipient_keys", "keys");
        if (GENERATE(false, true))
            payload.insert(QString::fromStdString(member), 1);
        else
            payload.remove(QString::fromStdString(member));
    }
    SECTION("another sender")
    {
        payload.insert("sender"_L1, u"@carla:example.org"_s);
    }
    SECTION("another recipient")
    {
        payload.insert("recipient"_L1, u"@carla:example.org"_s);
    }
    SECTION("another recipient's key")
    {
        payload.insert("recipient_keys"_L1, QJsonObject{{u"ed25519"_s, keyText(other.account.ed25519())}});
    }
    SECTION("a sender's key that is not the one of the device")
    {
        payload.insert("keys"_L1, QJsonObject{{u"ed25519"_s, keyText(other.account.ed25519())}});
    }
    SECTION("device keys of another device")
    {
        payload.insert("sender_device_keys"_L1, other.deviceKeys());
    }
    SECTION("device keys of another user")
    {
        Forger carla;
        std::swap(carla.account, scene.bert.account);
        carla.user = u"@carla:example.org"_s;
        payload.insert("sender_device_keys"_L1, carla.deviceKeys());
        std::swap(carla.account, scene.bert.account);
    }
    SECTION("device keys without a valid signature")
    {
        auto keys = scene.bert.deviceKeys();
        keys.insert("algorithms"_L1, QJsonArray());
        payload.insert("sender_device_keys"_L1, keys);
    }
    SECTION("device keys that are no object")
    {
        payload.insert("sender_device_keys"_L1, QJsonValue());
    }
    CHECK_FALSE(scene.accepts(payload));
    CHECK_FALSE(scene.anna.store.inboundSession(party::room, scene.group.id())->has_value());
    CHECK(scene.accepts(scene.good())); // the channel still works
}

TEST_CASE("a room key that is not what it says is refused", "[encryption]")
{
    Scene scene;
    auto content = roomKey(scene.group);
    const auto other = crypto::olm::OutboundGroupSession::create();
    SECTION("another session id")
    {
        content.insert("session_id"_L1, QString::fromLatin1(other.id()));
    }
    SECTION("a broken signature")
    {
        auto key = content.value("session_key"_L1).toString();
        key[key.size() - 10] = key[key.size() - 10] == u'A' ? u'B' : u'A';
        content.insert("session_key"_L1, key);
    }
    SECTION("the exported format, which proves nothing")
    {
        const auto inbound = crypto::olm::InboundGroupSession::fromSessionKey(scene.group.sessionKey().bytes());
        content.insert("session_key"_L1, QString::fromLatin1(inbound->exportAt(0)->bytes().toByteArray()));
    }
    SECTION("another algorithm")
    {
        content.insert("algorithm"_L1, u"m.none"_s);
    }
    SECTION("no room")
    {
        content.insert("room_id"_L1, u"room"_s);
    }
    CHECK_FALSE(scene.accepts(scene.bert.payload(*scene.anna.machine, u"m.room_key"_s, content)));
    CHECK_FALSE(scene.anna.store.inboundSession(party::room, scene.group.id())->has_value());
}

TEST_CASE("a known session keeps its owner and its better half", "[encryption]")
{
    Scene scene;
    REQUIRE(scene.group.encrypt("{}"));
    REQUIRE(scene.accepts(scene.good())); // from index 1 on
    const auto kept = **scene.anna.store.inboundSession(party::room, scene.group.id());
    CHECK(kept.firstIndex == 1);
    REQUIRE(scene.group.encrypt("{}"));
    CHECK_FALSE(scene.accepts(scene.good())); // from index 2 on: no better
    CHECK(**scene.anna.store.inboundSession(party::room, scene.group.id()) == kept);

    Forger carla; // shares Bert's session as hers
    carla.user = u"@carla:example.org"_s;
    carla.connect(scene.server, scene.anna);
    const auto event = carla.seal(scene.anna, carla.payload(*scene.anna.machine, u"m.room_key"_s, roomKey(scene.group)));
    CHECK(scene.anna.receive(event).newRoomKeys.isEmpty());
    CHECK(**scene.anna.store.inboundSession(party::room, scene.group.id()) == kept);
}

TEST_CASE("what nobody asked for has no effect", "[encryption]")
{
    Scene scene;
    scene.introduce();
    const auto type = GENERATE(as<std::string>{}, "m.forwarded_room_key", "m.secret.send", "m.secret.request",
                               "m.room_key_request", "m.secret.push", "m.dummy", "org.example.unknown");
    const bool overOlm = GENERATE(true, false);
    auto content = roomKey(scene.group);
    content.insert("request_id"_L1, u"1"_s);
    content.insert("secret"_L1, u"AAAA"_s);
    const QString name = QString::fromStdString(type);
    const auto event = overOlm ? scene.bert.seal(scene.anna, scene.bert.payload(*scene.anna.machine, name, content))
                               : party::toJson({{u"type"_s, name}, {u"sender"_s, bertId}, {u"content"_s, content}});
    CHECK(scene.anna.receive(event) == SyncOutcome{});
    CHECK_FALSE(scene.anna.store.inboundSession(party::room, scene.group.id())->has_value());
    CHECK(scene.anna.machine->outgoingRequests().isEmpty());
}

TEST_CASE("a room key that comes in the clear or over Megolm is refused", "[encryption]")
{
    Scene scene;
    scene.introduce();
    CHECK(scene.anna
              .receive(party::toJson({{u"type"_s, u"m.room_key"_s}, {u"sender"_s, bertId}, {u"content"_s, roomKey(scene.group)}}))
              .newRoomKeys.isEmpty());
    REQUIRE(scene.accepts(scene.good()));
    const auto inside =
        GENERATE(as<std::string>{}, "m.room_key", "m.room.encrypted", "m.secret.send", "m.forwarded_room_key", "m.dummy", "");
    const auto ciphertext =
        scene.group.encrypt(party::toJson({{u"type"_s, QString::fromStdString(inside)},
                                           {u"room_id"_s, party::room.toString()},
                                           {u"content"_s, roomKey(crypto::olm::OutboundGroupSession::create())}}));
    const QJsonObject content{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                              {u"session_id"_s, QString::fromLatin1(scene.group.id())},
                              {u"ciphertext"_s, QString::fromLatin1(*ciphertext)}};
    CHECK(reasonOf(scene.anna.read(content, *UserId::parse(bertId))) == Undecryptable::Reason::Malformed);
    CHECK(scene.anna.receive(party::toJson({{u"type"_s, u"m.room.encrypted"_s}, {u"sender"_s, bertId}, {u"content"_s, content}}))
              .newRoomKeys.isEmpty());
}

TEST_CASE("a pre-key message with a broken authentication code uses up nothing", "[encryption]")
{
    Scene scene;
    auto message = *scene.bert.session->encrypt(party::toJson(scene.good()));
    const auto whole = message;
    message.body[message.body.size() - 3] = message.body[message.body.size() - 3] == 'A' ? 'B' : 'A';
    CHECK(scene.anna.receive(scene.bert.event(scene.anna, message)).newRoomKeys.isEmpty());
    CHECK(scene.anna.store.olmSessions(scene.bert.account.curve25519())->isEmpty());
    CHECK(scene.anna.receive(scene.bert.event(scene.anna, whole)).newRoomKeys.size() == 1);
    CHECK(scene.anna.receive(scene.bert.event(scene.anna, whole)).newRoomKeys.isEmpty()); // a replay
}

TEST_CASE("many undecryptable messages lead to one new session an hour", "[encryption]")
{
    Scene scene;
    scene.introduce();
    const auto keys = scene.bert.sign({{u"key"_s, keyText(crypto::olm::Account::create().curve25519())}});
    scene.server.fallbackKeys[{scene.bert.user, scene.bert.device}] = QJsonObject{{u"signed_curve25519:A"_s, keys}};
    const auto break100 = [&] {
        for (int i = 0; i < 100; ++i) {
            const crypto::olm::Message garbage{crypto::olm::Message::Type::Normal,
                                               QByteArray("AwogAAAA") + QByteArray::number(i)};
            scene.anna.receive(scene.bert.event(scene.anna, garbage));
            scene.anna.flush();
        }
    };
    break100();
    CHECK(scene.server.requests[OutgoingRequest::Kind::KeysClaim] == 1);
    CHECK(scene.server.toDeviceLog.size() == 1); // the dummy
    scene.clock.advance(party::hour);
    break100();
    CHECK(scene.server.requests[OutgoingRequest::Kind::KeysClaim] == 2);
    CHECK(scene.server.toDeviceLog.size() == 2);
}

TEST_CASE("of many sessions that a device opens the newest sixteen are kept", "[encryption]")
{
    Scene scene;
    for (int i = 0; i < 40; ++i) {
        scene.bert.connect(scene.server, scene.anna);
        scene.clock.advance(1000);
        scene.anna.receive(scene.bert.seal(scene.anna, scene.bert.payload(*scene.anna.machine, u"m.dummy"_s, {})));
    }
    CHECK(scene.anna.store.olmSessions(scene.bert.account.curve25519())->size() == 16);
    CHECK(scene.accepts(scene.good()));
}

TEST_CASE("a withheld notice gives the reason and never takes a key away", "[encryption]")
{
    Scene scene;
    scene.introduce();
    const auto notice = [&](const QString& code) {
        auto content = roomKey(scene.group);
        content.insert("code"_L1, code);
        content.insert("reason"_L1, u"<img src=x>"_s);
        scene.anna.receive(
            party::toJson({{u"type"_s, u"m.room_key.withheld"_s}, {u"sender"_s, bertId}, {u"content"_s, content}}));
    };
    const auto ciphertext = scene.group.encrypt(party::toJson({{u"type"_s, u"m.room.message"_s},
                                                               {u"room_id"_s, party::room.toString()},
                                                               {u"content"_s, QJsonObject{{u"body"_s, u"da"_s}}}}));
    const QJsonObject content{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                              {u"session_id"_s, QString::fromLatin1(scene.group.id())},
                              {u"ciphertext"_s, QString::fromLatin1(*ciphertext)}};
    const auto read = [&] { return scene.anna.read(content, *UserId::parse(bertId)); };
    CHECK(reasonOf(read()) == Undecryptable::Reason::MissingKey);
    notice(u"made.up"_s);
    CHECK(reasonOf(read()) == Undecryptable::Reason::MissingKey);
    notice(u"m.blacklisted"_s);
    CHECK(reasonOf(read()) == Undecryptable::Reason::Withheld);
    notice(u"m.unverified"_s);
    CHECK(reasonOf(read()) == Undecryptable::Reason::WithheldUnverified);
    scene.group = crypto::olm::OutboundGroupSession::create();
    REQUIRE(scene.accepts(scene.good()));
    notice(u"m.unverified"_s);
    CHECK_FALSE(scene.anna.store.withheldCode({party::room, scene.group.id()})->has_value());
}
