#include "tests/core/encryption/TestParty.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using party::bodyOf;
using party::reasonOf;
using Reason = Undecryptable::Reason;

namespace {

struct Two : party::AnnaAndBert {
    // Both know each other, with identities.
    void signAll()
    {
        bootstrap();
        meet();
    }
    void meet()
    {
        for (auto* one : {&anna, &bert}) {
            REQUIRE(one->machine->trackUsers(members));
            one->sync({anna.user.toString(), bert.user.toString()});
        }
    }
};

Shield shieldOf(const Decryption& decryption)
{
    return std::get<DecryptedEvent>(decryption).shield;
}

} // namespace

TEST_CASE("a message reaches the other side and comes back readable to its sender", "[encryption]")
{
    Two two;
    two.signAll();
    const auto content = two.anna.send(two.members, u"Hallo"_s);
    CHECK_FALSE(party::toJson(content).contains("Hallo"));
    const auto outcome = two.bert.sync();
    REQUIRE(outcome.newRoomKeys.size() == 1);
    CHECK(outcome.newRoomKeys[0].sessionId == content.value("session_id"_L1).toString().toLatin1());
    const auto read = two.bert.read(content, two.anna.user);
    CHECK(bodyOf(read) == "Hallo"_L1);
    CHECK(shieldOf(read) == Shield{});
    CHECK(std::get<DecryptedEvent>(read).senderDevice == two.anna.device);
    CHECK(bodyOf(two.anna.read(content, two.anna.user)) == "Hallo"_L1);

    const auto back = two.bert.send(two.members, u"Antwort"_s);
    two.anna.sync();
    CHECK(bodyOf(two.anna.read(back, two.bert.user)) == "Antwort"_L1);
}

TEST_CASE("what a message relates to stays readable outside", "[encryption]")
{
    Two two;
    two.signAll();
    two.anna.share(two.members);
    const QJsonObject relation{{u"rel_type"_s, u"m.thread"_s}};
    const auto content = two.anna.machine->encrypt(party::room, u"m.room.message"_s, {{u"m.relates_to"_s, relation}});
    REQUIRE(content);
    CHECK(content->value("m.relates_to"_L1).toObject() == relation);
}

TEST_CASE("a device of a user without an identity gets keys and its messages a grey shield", "[encryption]")
{
    Two two;
    two.meet();
    const auto content = two.anna.send(two.members, u"Hallo"_s);
    two.bert.sync();
    const auto read = two.bert.read(content, two.anna.user);
    CHECK(bodyOf(read) == "Hallo"_L1);
    CHECK(shieldOf(read) == Shield{Shield::Colour::Grey, Shield::Reason::UnsignedDevice});
}

TEST_CASE("an unsigned device of a user with an identity gets no key and is not shown", "[encryption]")
{
    Two two;
    two.signAll();
    party::Party evil(two.server, two.clock, u"@bert:example.org"_s, u"EVIL"_s);
    two.anna.sync({two.bert.user.toString()});
    const auto content = two.anna.send(two.members, u"geheim"_s);
    evil.sync();
    CHECK(reasonOf(evil.read(content, two.anna.user)) == Reason::WithheldUnverified);
    two.bert.sync();
    CHECK(bodyOf(two.bert.read(content, two.anna.user)) == "geheim"_L1);

    const auto count = two.server.toDeviceLog.size();
    two.anna.send(two.members, u"noch eins"_s);
    CHECK(two.server.toDeviceLog.size() == count); // told once a session

    const auto forged = evil.send({two.anna.user}, u"ich bin Bert"_s);
    two.anna.sync();
    CHECK(reasonOf(two.anna.read(forged, two.bert.user)) == Reason::UntrustedDevice);
}

TEST_CASE("a new own device is reported and gets no key while it is unsigned", "[encryption]")
{
    Two two;
    two.signAll();
    const party::Party second(two.server, two.clock, u"@anna:example.org"_s, u"SECOND"_s);
    const auto outcome = two.anna.sync({two.anna.user.toString()});
    REQUIRE(outcome.alerts.size() == 1);
    CHECK(outcome.alerts[0].kind == EncryptionAlert::Kind::NewOwnDevice);
    CHECK(outcome.alerts[0].device == second.device);
    two.anna.send(two.members, u"x"_s);
    for (const auto& request : two.server.toDeviceLog) {
        if (request.path.contains("m.room.encrypted"_L1))
            CHECK_FALSE(party::toJson(request.body).contains("SECOND"));
    }
}

TEST_CASE("a known device never changes its keys", "[encryption]")
{
    Two two;
    two.meet();
    const auto before = *two.anna.machine->devices(two.bert.user);
    party::Server other;
    const party::Party twin(other, two.clock, u"@bert:example.org"_s, u"BERT"_s);
    two.server.deviceKeys[{u"@bert:example.org"_s, u"BERT"_s}] = other.deviceKeys[{u"@bert:example.org"_s, u"BERT"_s}];
    const auto outcome = two.anna.sync({two.bert.user.toString()});
    REQUIRE(outcome.alerts.size() == 1);
    CHECK(outcome.alerts[0].kind == EncryptionAlert::Kind::DeviceKeysChanged);
    CHECK(*two.anna.machine->devices(two.bert.user) == before);
}

TEST_CASE("a changed identity is reported, kept apart and pinned only when acknowledged", "[encryption]")
{
    Two two;
    two.signAll();
    CHECK(*two.anna.machine->identityStatus(two.bert.user) == IdentityStatus::Pinned);
    party::Server other;
    party::Party newBert(other, two.clock, u"@bert:example.org"_s, u"NEW"_s);
    newBert.bootstrap();
    two.server.masterKeys = {{u"@bert:example.org"_s, other.masterKeys[u"@bert:example.org"_s]}};
    two.server.selfSigningKeys = {{u"@bert:example.org"_s, other.selfSigningKeys[u"@bert:example.org"_s]}};
    two.server.deviceKeys[{u"@bert:example.org"_s, u"NEW"_s}] = other.deviceKeys[{u"@bert:example.org"_s, u"NEW"_s}];
    const auto outcome = two.anna.sync({two.bert.user.toString()});
    REQUIRE(outcome.alerts.size() == 1);
    CHECK(outcome.alerts[0] == EncryptionAlert{EncryptionAlert::Kind::IdentityChanged, two.bert.user, {}});
    CHECK(*two.anna.machine->identityStatus(two.bert.user) == IdentityStatus::Changed);
    CHECK(two.anna.sync({two.bert.user.toString()}).alerts.isEmpty()); // told once
    two.anna.send(two.members, u"geht weiter"_s);

    auto record = **two.anna.store.identity(two.bert.user);
    record.isVerified = true; // a verified one blocks
    REQUIRE(two.anna.store.saveIdentity(record));
    CHECK(*two.anna.machine->identityStatus(two.bert.user) == IdentityStatus::Violated);
    const auto refused = two.anna.machine->shareRoomKey(party::room, {}, two.members);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::IdentityChanged);
    REQUIRE(two.anna.machine->acknowledgeIdentity(two.bert.user));
    CHECK(*two.anna.machine->identityStatus(two.bert.user) == IdentityStatus::Pinned);
    two.anna.send(two.members, u"wieder"_s);
}

TEST_CASE("an identity is never overwritten and never made before the server was asked", "[encryption]")
{
    Two two;
    two.anna.bootstrap();
    party::Party second(two.server, two.clock, u"@anna:example.org"_s, u"SECOND"_s);
    const auto refused = second.machine->bootstrapCrossSigning();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Forbidden);
    CHECK(*second.machine->ownIdentity() == OwnIdentityStatus::Unverified);

    MemoryCryptoStore store;
    const auto fresh = OlmMachine::open(*UserId::parse(u"@neu:example.org"), *DeviceId::parse(u"NEU"), store, two.clock);
    REQUIRE(fresh);
    CHECK((*fresh)->bootstrapCrossSigning().error().code == ErrorCode::DevicesOutdated);
}

TEST_CASE("an own identity whose upload was cut off goes on with the same keys", "[encryption]")
{
    party::Server server;
    party::ManualClock clock;
    party::Party anna(server, clock, u"@anna:example.org"_s, u"ANNA"_s);
    REQUIRE(anna.machine->bootstrapCrossSigning());
    const auto requests = anna.machine->outgoingRequests();
    REQUIRE(requests.size() == 1);
    const bool arrived = GENERATE(false, true);
    if (arrived)
        server.answer(u"@anna:example.org"_s, u"ANNA"_s, requests[0]);
    anna.reopen();
    anna.flush();
    anna.sync({anna.user.toString()});
    CHECK(*anna.machine->ownIdentity() == OwnIdentityStatus::Verified);
    CHECK(server.masterKeys[u"@anna:example.org"_s] == requests[0].body.value("master_key"_L1).toObject());
    CHECK(anna.machine->devices(anna.user)->first().signedByOwner);
}

TEST_CASE("the same ciphertext in another event is a replay, also after a restart", "[encryption]")
{
    Two two;
    two.signAll();
    const auto content = two.anna.send(two.members, u"Hallo"_s);
    two.bert.sync();
    CHECK(bodyOf(two.bert.read(content, two.anna.user)) == "Hallo"_L1);
    CHECK(bodyOf(two.bert.read(content, two.anna.user)) == "Hallo"_L1);
    CHECK(reasonOf(two.bert.read(content, two.anna.user, u"$copy"_s)) == Reason::Replay);
    CHECK(reasonOf(two.bert.read(content, two.anna.user, u"$event"_s, 2000)) == Reason::Replay);
    two.bert.reopen();
    CHECK(reasonOf(two.bert.read(content, two.anna.user, u"$copy"_s)) == Reason::Replay);
    CHECK(bodyOf(two.bert.read(content, two.anna.user)) == "Hallo"_L1);
}

TEST_CASE("a message counts only for its sender, its room and a known algorithm", "[encryption]")
{
    Two two;
    two.signAll();
    auto content = two.anna.send(two.members, u"Hallo"_s);
    two.bert.sync();
    CHECK(reasonOf(two.bert.read(content, two.bert.user)) == Reason::SenderMismatch);

    // The key is known in the other room too, as if the server had moved the message there.
    const auto sessionId = content.value("session_id"_L1).toString().toLatin1();
    auto record = **two.bert.store.inboundSession(party::room, sessionId);
    record.room = *RoomId::parse(u"!other:example.org");
    REQUIRE(two.bert.store.saveInboundSession(record));
    const auto document = JsonDocument::parse(party::toJson(content));
    const auto moved = two.bert.machine->decrypt(record.room, *EventId::parse(u"$m"), two.anna.user, {1}, document->root());
    CHECK(reasonOf(*moved) == Reason::WrongRoom);

    content.insert("algorithm"_L1, u"m.none"_s);
    CHECK(reasonOf(two.bert.read(content, two.anna.user)) == Reason::UnsupportedAlgorithm);
    content.insert("algorithm"_L1, 1);
    CHECK(reasonOf(two.bert.read(content, two.anna.user)) == Reason::Malformed);
    content.insert("algorithm"_L1, u"m.megolm.v1.aes-sha2"_s);
    content.insert("ciphertext"_L1, u"!!!"_s);
    CHECK(reasonOf(two.bert.read(content, two.anna.user)) == Reason::Malformed);
    content.insert("session_id"_L1, u"another"_s);
    CHECK(reasonOf(two.bert.read(content, two.anna.user)) == Reason::MissingKey);
}

TEST_CASE("who comes later cannot read what was sent before", "[encryption]")
{
    Two two;
    two.signAll();
    const auto before = two.anna.send({two.anna.user}, u"vorher"_s);
    const auto after = two.anna.send(two.members, u"nachher"_s);
    CHECK(before.value("session_id"_L1) == after.value("session_id"_L1));
    two.bert.sync();
    CHECK(reasonOf(two.bert.read(before, two.anna.user, u"$1"_s)) == Reason::UnknownIndex);
    CHECK(bodyOf(two.bert.read(after, two.anna.user, u"$2"_s)) == "nachher"_L1);
}

TEST_CASE("a room key is replaced in time", "[encryption]")
{
    Two two;
    two.signAll();
    RoomEncryptionSettings settings;
    const auto session = [&] { return two.anna.send(two.members, u"x"_s, settings).value("session_id"_L1).toString(); };
    const auto first = session();
    SECTION("after a hundred messages, whatever the server says")
    {
        settings.rotationMessages = 1'000'000'000;
        for (int i = 1; i < 100; ++i)
            REQUIRE(session() == first);
        CHECK(session() != first);
    }
    SECTION("after one message if the server wants less than one")
    {
        settings.rotationMessages = GENERATE(0, -1, 1);
        CHECK(session() != first);
    }
    SECTION("after a week, whatever the server says")
    {
        settings.rotationPeriodMs = 1LL << 50;
        two.clock.advance(7 * 24 * party::hour - 1);
        CHECK(session() == first);
        two.clock.advance(1);
        CHECK(session() != first);
    }
    SECTION("not more often than once an hour")
    {
        settings.rotationPeriodMs = 1;
        two.clock.advance(party::hour - 1);
        CHECK(session() == first);
        two.clock.advance(1);
        CHECK(session() != first);
    }
    SECTION("when a member is gone")
    {
        two.members = {two.anna.user};
        CHECK(session() != first);
    }
    SECTION("when a device is gone")
    {
        two.server.deviceKeys.erase({u"@bert:example.org"_s, u"BERT"_s});
        two.anna.sync({two.bert.user.toString()});
        CHECK(session() != first);
    }
    SECTION("when a device is not signed any more")
    {
        auto& keys = two.server.deviceKeys[{u"@bert:example.org"_s, u"BERT"_s}];
        auto signatures = keys.value("signatures"_L1).toObject();
        auto ofBert = signatures.value(u"@bert:example.org"_s).toObject();
        signatures.insert(u"@bert:example.org"_s, QJsonObject{{u"ed25519:BERT"_s, ofBert.value(u"ed25519:BERT"_s)}});
        keys.insert("signatures"_L1, signatures);
        two.anna.sync({two.bert.user.toString()});
        CHECK(session() != first);
    }
    SECTION("when the visibility changes")
    {
        settings.invitedMayRead = true;
        CHECK(session() != first);
    }
    SECTION("when it is discarded")
    {
        REQUIRE(two.anna.machine->discardOutboundSession(party::room));
        CHECK(two.anna.machine->encrypt(party::room, u"m.room.message"_s, {}).error().code == ErrorCode::DevicesOutdated);
        CHECK(session() != first);
    }
    SECTION("after a restart")
    {
        two.anna.reopen();
        CHECK(session() != first);
    }
}

TEST_CASE("a sync response without to-device events costs next to nothing", "[encryption]")
{
    Two two;
    two.signAll();
    const int before = two.anna.store.calls();
    REQUIRE(two.anna.machine->receiveSync({}));
    CHECK(two.anna.store.calls() == before);
    CHECK(two.anna.machine->outgoingRequests().isEmpty());
    REQUIRE(two.anna.machine->receiveSync({}));
    CHECK(two.anna.machine->outgoingRequests().isEmpty());
    CHECK(two.anna.store.calls() == before);
}

TEST_CASE("reading a message of a known session takes one access to the store", "[encryption]")
{
    Two two;
    two.signAll();
    const auto first = two.anna.send(two.members, u"eins"_s);
    const auto second = two.anna.send(two.members, u"zwei"_s);
    two.bert.sync();
    CHECK(bodyOf(two.bert.read(first, two.anna.user, u"$1"_s)) == "eins"_L1);
    const int before = two.bert.store.calls();
    CHECK(bodyOf(two.bert.read(second, two.anna.user, u"$2"_s)) == "zwei"_L1);
    CHECK(two.bert.store.calls() == before + 1);
}

TEST_CASE("a damaged room key counts as missing", "[encryption]")
{
    Two two;
    two.signAll();
    const auto content = two.anna.send(two.members, u"Hallo"_s);
    two.bert.sync();
    auto record = **two.bert.store.inboundSession(party::room, content.value("session_id"_L1).toString().toLatin1());
    record.pickle = "damaged";
    REQUIRE(two.bert.store.saveInboundSession(record));
    CHECK(reasonOf(two.bert.read(content, two.anna.user)) == Reason::MissingKey);
}

TEST_CASE("the store of another device is not opened", "[encryption]")
{
    party::Server server;
    party::ManualClock clock;
    party::Party anna(server, clock, u"@anna:example.org"_s, u"ANNA"_s);
    const auto opened = OlmMachine::open(anna.user, *DeviceId::parse(u"OTHER"), anna.store, clock);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::WrongAccount);
}
