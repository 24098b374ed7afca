// Room keys that devices of one account ask each other for.
#include "crypto/olm/InboundGroupSession.h"
#include "crypto/olm/OutboundGroupSession.h"
#include "tests/core/encryption/Forger.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QString annaId = u"@anna:example.org"_s;
const QString bertId = u"@bert:example.org"_s;
constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * party::hour;

/// Anna's old device has written a message that her new one, which has the private keys by now, cannot read.
struct Devices {
    party::Server server;
    party::ManualClock clock;
    party::Party old{server, clock, annaId, u"OLD"_s};
    party::Party fresh{server, clock, annaId, u"NEW"_s};
    QJsonObject message;
    RoomKeyId key;

    Devices()
    {
        old.bootstrap();
        message = old.send({old.user}, u"von früher"_s);
        key = {party::room, message["session_id"_L1].toString().toLatin1()};
        bringKeys(fresh);
        meet();
    }
    void bringKeys(party::Party& device)
    {
        device.sync({annaId});
        REQUIRE(device.machine->importCrossSigning(*old.machine->crossSigningSecrets()));
        device.flush();
    }
    void meet()
    {
        old.sync({annaId});
        fresh.sync({annaId});
    }
    void ask(const QList<RoomKeyId>& keys)
    {
        REQUIRE(fresh.machine->requestRoomKeys(keys));
        fresh.flush();
    }
    Decryption read() { return fresh.read(message, old.user); }
    [[nodiscard]] QList<QJsonObject> sent(const QString& type, const QString& user, const QString& device) const
    {
        QList<QJsonObject> contents;
        for (const auto& request : server.toDeviceLog) {
            const auto content = request.body["messages"_L1].toObject()[user].toObject()[device].toObject();
            if (request.path.section(u'/', -2, -2) == type && !content.isEmpty())
                contents.append(content);
        }
        return contents;
    }
    [[nodiscard]] QList<QJsonObject> asked(const QString& device) const { return sent(u"m.room_key_request"_s, annaId, device); }
    [[nodiscard]] qsizetype given(const QString& device) const { return sent(u"m.room.encrypted"_s, annaId, device).size(); }
    /// A request in the clear, as a server can make it up.
    void request(const QString& sender, const QString& device, const QString& id = u"id"_s) { request(sender, device, id, key); }
    void request(const QString& sender, const QString& device, const QString& id, const RoomKeyId& wanted)
    {
        old.receive(party::toJson(
            {{u"type"_s, u"m.room_key_request"_s},
             {u"sender"_s, sender},
             {u"content"_s, QJsonObject{{u"action"_s, u"request"_s},
                                        {u"body"_s, QJsonObject{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                                                                {u"room_id"_s, wanted.room.toString()},
                                                                {u"session_id"_s, QString::fromLatin1(wanted.sessionId)}}},
                                        {u"request_id"_s, id},
                                        {u"requesting_device_id"_s, device}}}}));
        old.flush();
    }
    QStringList refusals(const QString& user, const QString& device)
    {
        QStringList codes;
        for (const auto& content : sent(u"m.room_key.withheld"_s, user, device))
            codes.append(content["code"_L1].toString());
        return codes;
    }
};

QList<RoomKeyId> manyKeys(int count)
{
    QList<RoomKeyId> keys;
    for (int i = 0; i < count; ++i)
        keys.append({party::room, "session" + QByteArray::number(i)});
    return keys;
}

/// The content of an m.forwarded_room_key.
QJsonObject forwarded(const RoomKeyId& key, const QByteArray& sessionKey, const party::Forger& from)
{
    return {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
            {u"room_id"_s, key.room.toString()},
            {u"session_id"_s, QString::fromLatin1(key.sessionId)},
            {u"session_key"_s, QString::fromLatin1(sessionKey)},
            {u"sender_key"_s, party::keyText(from.account.curve25519())},
            {u"sender_claimed_ed25519_key"_s, party::keyText(from.account.ed25519())},
            {u"forwarding_curve25519_key_chain"_s, QJsonArray()}};
}

} // namespace

TEST_CASE("a key that one own device has reaches the other one that asks for it, unproven", "[encryption][keyrequests]")
{
    Devices anna;
    CHECK(party::reasonOf(anna.read()) == Undecryptable::Reason::WithheldUnverified);
    anna.ask({anna.key});
    REQUIRE(anna.asked(u"OLD"_s).size() == 1);
    const auto request = anna.asked(u"OLD"_s).first();
    CHECK(request["body"_L1].toObject().keys() == QStringList{u"algorithm"_s, u"room_id"_s, u"session_id"_s}); // no more (S-61)
    anna.old.sync();
    CHECK(anna.fresh.sync().newRoomKeys == QList{anna.key});
    const auto decrypted = anna.read();
    CHECK(party::bodyOf(decrypted) == u"von früher");
    CHECK(std::get<DecryptedEvent>(decrypted).origin == KeyOrigin::Unproven);
    CHECK(std::get<DecryptedEvent>(decrypted).shield.reason == Shield::Reason::AuthenticityNotGuaranteed);
    // Who has answered is told nothing more.
    CHECK(anna.asked(u"OLD"_s).size() == 1);
}

TEST_CASE("an answer after a restart still counts", "[encryption][keyrequests]")
{
    Devices anna;
    anna.ask({anna.key});
    anna.fresh.reopen();
    anna.fresh.flush();
    anna.ask({anna.key});
    CHECK(anna.asked(u"OLD"_s).size() == 1);
    anna.old.sync();
    anna.fresh.sync();
    CHECK(party::bodyOf(anna.read()) == u"von früher");
}

TEST_CASE("a device that gets the key itself only later gives it then", "[encryption][keyrequests]")
{
    Devices anna;
    const auto slice = anna.old.machine->exportRoomKeys({}, 10);
    REQUIRE(anna.old.store.removeInboundSession(anna.key));
    REQUIRE(anna.old.machine->reset());
    anna.ask({anna.key});
    anna.old.sync();
    CHECK(anna.fresh.sync().newRoomKeys.isEmpty());
    anna.clock.advance(6 * day);
    REQUIRE(anna.old.machine->importRoomKeys(slice->keys, false));
    anna.old.flush();
    CHECK(anna.fresh.sync().newRoomKeys == QList{anna.key});
}

TEST_CASE("made-up requests for keys that are not here do not keep out a real one", "[encryption][keyrequests][S-57]")
{
    Devices anna;
    const auto slice = anna.old.machine->exportRoomKeys({}, 10);
    REQUIRE(anna.old.store.removeInboundSession(anna.key));
    REQUIRE(anna.old.machine->reset());
    for (const auto& key : manyKeys(1'200))
        anna.request(annaId, u"NEW"_s, u"made up"_s, key);
    anna.ask({anna.key});
    anna.old.sync();
    REQUIRE(anna.old.machine->importRoomKeys(slice->keys, false));
    anna.old.flush();
    CHECK(anna.fresh.sync().newRoomKeys == QList{anna.key});
}

TEST_CASE("a device that was started again in between is asked again in the next run, a day later", "[encryption][keyrequests]")
{
    Devices anna;
    anna.ask({anna.key});
    anna.server.inbox[{annaId, u"OLD"_s}].clear();
    anna.fresh.reopen();
    anna.clock.advance(day - 1);
    anna.ask({anna.key});
    CHECK(anna.asked(u"OLD"_s).size() == 1);
    anna.fresh.reopen();
    anna.clock.advance(1);
    anna.ask({anna.key});
    REQUIRE(anna.asked(u"OLD"_s).size() == 3);
    CHECK(anna.asked(u"OLD"_s)[1]["action"_L1].toString() == u"request_cancellation");
    anna.old.sync();
    CHECK(anna.fresh.sync().newRoomKeys == QList{anna.key});
}

TEST_CASE("nobody is asked who is not an own device signed by the own identity, nor before its private keys are here",
          "[encryption][keyrequests][S-61]")
{
    Devices anna;
    const party::Party unsigned_(anna.server, anna.clock, annaId, u"THIRD"_s);
    const party::Party bert(anna.server, anna.clock, bertId, u"BERT"_s);
    anna.fresh.sync({annaId, bertId});
    anna.ask({anna.key});
    CHECK(anna.asked(u"THIRD"_s).isEmpty());
    CHECK(anna.sent(u"m.room_key_request"_s, bertId, u"BERT"_s).isEmpty());
    party::Party later(anna.server, anna.clock, annaId, u"LATER"_s);
    later.sync({annaId});
    REQUIRE(later.machine->requestRoomKeys({anna.key}));
    later.sync();
    CHECK(anna.asked(u"OLD"_s).size() == 1);
    anna.bringKeys(later);
    later.sync({annaId});
    CHECK(anna.asked(u"OLD"_s).size() == 2); // what had to wait
}

TEST_CASE("ten thousand missing keys lead to fifty requests a minute, the newest first", "[encryption][keyrequests][S-61]")
{
    Devices anna;
    anna.ask(manyKeys(10'000));
    CHECK(anna.asked(u"OLD"_s).size() == 50);
    CHECK(anna.asked(u"OLD"_s).first()["body"_L1].toObject()["session_id"_L1].toString() == u"session9999");
    anna.ask(manyKeys(10'000));
    anna.clock.advance(minute - 1);
    anna.fresh.sync();
    CHECK(anna.asked(u"OLD"_s).size() == 50);
    anna.clock.advance(1);
    anna.fresh.sync();
    CHECK(anna.asked(u"OLD"_s).size() == 100);
}

TEST_CASE("requests are taken back when the key came otherwise, or nobody answers for a week", "[encryption][keyrequests][S-61]")
{
    Devices anna;
    anna.ask({anna.key});
    const QString id = anna.asked(u"OLD"_s).first()["request_id"_L1].toString();
    SECTION("it came from a file")
    {
        const auto slice = anna.old.machine->exportRoomKeys({}, 10);
        REQUIRE(anna.fresh.machine->importRoomKeys(slice->keys, false));
        anna.fresh.flush();
    }
    SECTION("a week has gone by")
    {
        anna.clock.advance(7 * day - 1);
        anna.fresh.sync();
        REQUIRE(anna.asked(u"OLD"_s).size() == 1);
        anna.clock.advance(1);
        anna.fresh.sync();
    }
    REQUIRE(anna.asked(u"OLD"_s).size() == 2);
    CHECK(anna.asked(u"OLD"_s)[1]["action"_L1].toString() == u"request_cancellation");
    CHECK(anna.asked(u"OLD"_s)[1]["request_id"_L1].toString() == id);
    anna.old.sync(); // first the request, then its end
    anna.fresh.sync();
    CHECK(anna.asked(u"OLD"_s).size() == 2);
}

TEST_CASE("who is asked besides is told when one has answered", "[encryption][keyrequests]")
{
    Devices anna;
    party::Party third(anna.server, anna.clock, annaId, u"THIRD"_s);
    anna.bringKeys(third);
    anna.meet();
    anna.ask({anna.key});
    REQUIRE(anna.asked(u"THIRD"_s).size() == 1);
    anna.old.sync();
    anna.fresh.sync();
    CHECK(anna.asked(u"THIRD"_s).last()["action"_L1].toString() == u"request_cancellation");
    CHECK(anna.asked(u"OLD"_s).size() == 1);
}

TEST_CASE("the same room key is given again after an hour, not before", "[encryption][keyrequests][S-57]")
{
    Devices anna;
    const auto before = anna.given(u"NEW"_s);
    anna.request(annaId, u"NEW"_s);
    CHECK(anna.given(u"NEW"_s) == before + 1);
    anna.request(annaId, u"NEW"_s, u"again"_s);
    CHECK(anna.given(u"NEW"_s) == before + 1);
    anna.clock.advance(party::hour);
    anna.request(annaId, u"NEW"_s, u"late"_s);
    CHECK(anna.given(u"NEW"_s) == before + 2);
}

TEST_CASE("a room key goes to the keys that were signed, whatever the server shows later", "[encryption][keyrequests][S-57]")
{
    Devices anna;
    party::Forger liar{.user = annaId, .device = u"NEW"_s, .session = {}};
    anna.server.deviceKeys[{annaId, u"NEW"_s}] = liar.deviceKeys();
    anna.server.oneTimeKeys.erase({annaId, u"NEW"_s});
    anna.old.sync({annaId});
    anna.request(annaId, u"NEW"_s);
    for (const auto& content : anna.sent(u"m.room.encrypted"_s, annaId, u"NEW"_s))
        CHECK_FALSE(content["ciphertext"_L1].toObject().contains(party::keyText(liar.account.curve25519())));
}

TEST_CASE("a room key is given to own signed devices only, all others are told that they do not get it",
          "[encryption][keyrequests][S-57]")
{
    Devices anna;
    const auto before = anna.given(u"NEW"_s);
    SECTION("an own device that is not signed")
    {
        const party::Party third(anna.server, anna.clock, annaId, u"THIRD"_s);
        anna.old.sync({annaId});
        anna.request(annaId, u"THIRD"_s);
        CHECK(anna.refusals(annaId, u"THIRD"_s).last() == u"m.unverified");
        CHECK(anna.given(u"THIRD"_s) == 0);
    }
    SECTION("a device that nobody knows")
    {
        anna.request(annaId, u"NOBODY"_s);
        CHECK(anna.refusals(annaId, u"NOBODY"_s) == QStringList{u"m.unverified"_s});
    }
    SECTION("a device that is gone")
    {
        anna.server.deviceKeys.erase({annaId, u"NEW"_s});
        anna.old.sync({annaId});
        anna.request(annaId, u"NEW"_s);
        CHECK(anna.refusals(annaId, u"NEW"_s).last() == u"m.unverified");
    }
    SECTION("another person")
    {
        party::Party bert(anna.server, anna.clock, bertId, u"BERT"_s);
        bert.bootstrap();
        REQUIRE(anna.old.machine->trackUsers({bert.user}));
        anna.old.sync({bertId});
        anna.request(bertId, u"BERT"_s);
        CHECK(anna.refusals(bertId, u"BERT"_s) == QStringList{u"m.unauthorised"_s});
        CHECK(anna.sent(u"m.room.encrypted"_s, bertId, u"BERT"_s).isEmpty());
    }
    SECTION("another person who names a device of the account")
    {
        anna.request(bertId, u"NEW"_s);
        CHECK(anna.refusals(bertId, u"NEW"_s) == QStringList{u"m.unauthorised"_s});
    }
    SECTION("another identity is offered")
    {
        party::Server elsewhere;
        party::Party other(elsewhere, anna.clock, annaId, u"OTHER"_s);
        other.bootstrap();
        anna.server.masterKeys = elsewhere.masterKeys;
        anna.server.selfSigningKeys = elsewhere.selfSigningKeys;
        anna.server.userSigningKeys = elsewhere.userSigningKeys;
        anna.old.sync({annaId});
        anna.request(annaId, u"NEW"_s);
    }
    CHECK(anna.given(u"NEW"_s) == before);
}

TEST_CASE("a device whose identity has no private keys here gives nothing", "[encryption][keyrequests][S-57]")
{
    Devices anna;
    party::Party later(anna.server, anna.clock, annaId, u"LATER"_s);
    later.sync({annaId});
    const auto slice = anna.old.machine->exportRoomKeys({}, 10);
    REQUIRE(later.machine->importRoomKeys(slice->keys, false));
    anna.server.toDeviceLog.clear();
    anna.fresh.sync({annaId});
    anna.ask({anna.key});
    later.receive(party::toJson(
        {{u"type"_s, u"m.room_key_request"_s}, {u"sender"_s, annaId}, {u"content"_s, anna.asked(u"OLD"_s).first()}}));
    later.flush();
    CHECK(anna.given(u"NEW"_s) == 0);
}

TEST_CASE("a flood of requests that are refused gets fifty answers a minute", "[encryption][keyrequests][S-57]")
{
    Devices anna;
    for (int i = 0; i < 200; ++i)
        anna.request(bertId, u"BERT"_s, QString::number(i));
    CHECK(anna.refusals(bertId, u"BERT"_s).size() == 50);
}

TEST_CASE("a forwarded key counts only if it was asked for, of this own signed device, and is that key",
          "[encryption][keyrequests][hostile][S-58][X-13]")
{
    Devices anna;
    const QString user = GENERATE(annaId, bertId);
    const bool isSigned = GENERATE(true, false);
    const bool isKnownWhenAsked = GENERATE(true, false);
    const bool isAsked = GENERATE(true, false);
    const bool isRightKey = GENERATE(true, false);
    const auto session = crypto::olm::OutboundGroupSession::create();
    const auto other = crypto::olm::OutboundGroupSession::create();
    const RoomKeyId key{party::room, session.id()};
    party::Forger liar{.user = user, .device = u"LIAR"_s, .session = {}};
    const auto appear = [&] {
        auto keys = liar.deviceKeys();
        if (isSigned) {
            const auto secrets = anna.old.machine->crossSigningSecrets();
            const auto signer = *crypto::Ed25519KeyPair::fromSeed(secrets->selfSigning.copy());
            keys = *crypto::signJson(keys, annaId, u"ed25519:"_s + party::keyText(signer.publicKey()),
                                     [&](QByteArrayView message) { return signer.sign(message); });
        }
        anna.server.deviceKeys[{user, liar.device}] = keys;
        REQUIRE(anna.fresh.machine->trackUsers({*UserId::parse(user)}));
        anna.fresh.sync({user});
    };
    if (isKnownWhenAsked)
        appear();
    anna.ask({isAsked ? key : anna.key});
    if (!isKnownWhenAsked)
        appear();
    liar.connect(anna.server, anna.fresh);
    const auto inbound = crypto::olm::InboundGroupSession::fromSessionKey((isRightKey ? session : other).sessionKey().bytes());
    const auto content = forwarded(key, inbound->exportAt(0)->bytes().toByteArray(), liar);
    const auto event = liar.seal(anna.fresh, liar.payload(*anna.fresh.machine, u"m.forwarded_room_key"_s, content));
    const bool isTaken = user == annaId && isSigned && isKnownWhenAsked && isAsked && isRightKey;
    CHECK(anna.fresh.receive(event).newRoomKeys == (isTaken ? QList{key} : QList<RoomKeyId>()));
    CHECK(anna.fresh.store.inboundSession(key.room, key.sessionId)->has_value() == isTaken);
}

TEST_CASE("a forwarded key in the clear is refused, though it was asked for", "[encryption][keyrequests][hostile][S-58]")
{
    Devices anna;
    anna.ask({anna.key});
    const auto slice = anna.old.machine->exportRoomKeys({}, 10);
    const auto text = slice->keys.front().sessionKey.bytes().toByteArray();
    const party::Forger old{.user = annaId, .device = u"OLD"_s, .session = {}};
    CHECK(
        anna.fresh
            .receive(party::toJson(
                {{u"type"_s, u"m.forwarded_room_key"_s}, {u"sender"_s, annaId}, {u"content"_s, forwarded(anna.key, text, old)}}))
            .newRoomKeys.isEmpty());
    CHECK_FALSE(anna.fresh.store.inboundSession(anna.key.room, anna.key.sessionId)->has_value());
}
