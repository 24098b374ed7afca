#include "tests/core/encryption/TestParty.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using Kind = OutgoingRequest::Kind;
using party::bodyOf;

namespace {

using Two = party::AnnaAndBert;

std::optional<OutgoingRequest> only(const QList<OutgoingRequest>& requests, Kind kind)
{
    for (const auto& request : requests) {
        if (request.kind == kind)
            return request;
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("a request is handed out once, and again after a failure", "[encryption]")
{
    Two two;
    REQUIRE(two.anna.machine->trackUsers(two.members));
    const auto first = only(two.anna.machine->outgoingRequests(), Kind::KeysQuery);
    REQUIRE(first);
    CHECK(two.anna.machine->outgoingRequests().isEmpty());
    two.anna.machine->requestFailed(first->id);
    const auto again = only(two.anna.machine->outgoingRequests(), Kind::KeysQuery);
    REQUIRE(again);
    CHECK(again->body == first->body);
    CHECK(party::answerTo(*two.anna.machine, *first, {})); // late: ignored
    CHECK(two.anna.store.outdatedUsers()->size() == 1);
}

TEST_CASE("a list that changes while it is fetched is fetched again", "[encryption]")
{
    Two two;
    REQUIRE(two.anna.machine->trackUsers(two.members));
    const auto request = only(two.anna.machine->outgoingRequests(), Kind::KeysQuery);
    const auto answer = two.server.answer({}, {}, *request);
    EncryptionSyncChanges changes;
    changes.changedDeviceLists = {u"@bert:example.org"_s};
    REQUIRE(two.anna.machine->receiveSync(changes));
    CHECK(two.anna.machine->outgoingRequests().isEmpty()); // one at a time for each user
    REQUIRE(party::answerTo(*two.anna.machine, *request, answer));
    CHECK(*two.anna.store.outdatedUsers() == QList{two.bert.user});
    CHECK(only(two.anna.machine->outgoingRequests(), Kind::KeysQuery));
}

TEST_CASE("nothing is shared while a device list is outdated, also after a restart", "[encryption]")
{
    Two two;
    CHECK(*two.anna.machine->shareRoomKey(party::room, {}, two.members) == ShareProgress::RequestsPending);
    two.anna.reopen();
    CHECK(*two.anna.machine->shareRoomKey(party::room, {}, two.members) == ShareProgress::RequestsPending);
    CHECK(two.server.toDeviceLog.isEmpty());
    CHECK(only(two.anna.machine->outgoingRequests(), Kind::KeysQuery));
}

TEST_CASE("a server that does not answer does not hold up the others", "[encryption]")
{
    Two two;
    REQUIRE(two.anna.machine->trackUsers(two.members));
    const auto request = only(two.anna.machine->outgoingRequests(), Kind::KeysQuery);
    REQUIRE(party::answerTo(*two.anna.machine, *request, {{u"failures"_s, QJsonObject{{u"example.org"_s, QJsonObject()}}}}));
    CHECK(*two.anna.machine->shareRoomKey(party::room, {}, two.members) == ShareProgress::Ready);
    two.clock.advance(party::hour);
    CHECK(only(two.anna.machine->outgoingRequests(), Kind::KeysQuery));
}

TEST_CASE("device keys are refused unless every statement in them is true", "[encryption]")
{
    Two two;
    auto& keys = two.server.deviceKeys[{u"@bert:example.org"_s, u"BERT"_s}];
    SECTION("another user")
    {
        keys.insert("user_id"_L1, u"@carla:example.org"_s);
    }
    SECTION("another device")
    {
        keys.insert("device_id"_L1, u"OTHER"_s);
    }
    SECTION("no signature")
    {
        keys.remove("signatures"_L1);
    }
    SECTION("not what was signed")
    {
        keys.insert("algorithms"_L1, QJsonArray{u"m.megolm.v1.aes-sha2"_s});
    }
    SECTION("no keys")
    {
        keys.remove("keys"_L1);
    }
    SECTION("keys of small order")
    {
        keys.insert("keys"_L1, QJsonObject{{u"curve25519:BERT"_s, QString(43, u'A')}, {u"ed25519:BERT"_s, QString(43, u'A')}});
    }
    REQUIRE(two.anna.machine->trackUsers(two.members));
    two.anna.flush();
    CHECK(two.anna.machine->devices(two.bert.user)->isEmpty());
}

TEST_CASE("a claimed key that the device has not signed makes no session", "[encryption]")
{
    Two two;
    auto& keys = two.server.oneTimeKeys[{u"@bert:example.org"_s, u"BERT"_s}];
    SECTION("unsigned")
    {
        for (auto& [id, key] : keys)
            key.remove("signatures"_L1);
    }
    SECTION("changed")
    {
        for (auto& [id, key] : keys)
            key.insert("key"_L1, QString(43, u'A'));
    }
    SECTION("of another device")
    {
        keys = two.server.oneTimeKeys[{u"@anna:example.org"_s, u"ANNA"_s}];
    }
    SECTION("none")
    {
        keys.clear();
        two.server.fallbackKeys.clear();
    }
    two.anna.send(two.members, u"x"_s);
    two.anna.flush();
    for (const auto& request : two.server.toDeviceLog)
        CHECK(request.path.contains("m.room_key.withheld"_L1));
    REQUIRE(two.server.toDeviceLog.size() == 1);
    CHECK(two.server.toDeviceLog[0].body.value("messages"_L1)["@bert:example.org"_L1]["BERT"_L1]["code"_L1] == u"m.no_olm"_s);
}

TEST_CASE("a server that always says that there are no one-time keys gets a bounded number", "[encryption]")
{
    Two two;
    const auto lie = [&] {
        EncryptionSyncChanges changes;
        changes.oneTimeKeyCounts = QMap<QString, int>{};
        REQUIRE(two.anna.machine->receiveSync(changes));
        two.anna.flush();
    };
    two.server.oneTimeKeys.clear();
    for (int i = 0; i < 50; ++i)
        lie();
    CHECK(two.server.usedKeyIds.size() <= 100 + 50 + 50); // Anna's account, one overflow a day, Bert's
    const auto before = two.server.usedKeyIds.size();
    for (int i = 0; i < 50; ++i)
        lie();
    CHECK(two.server.usedKeyIds.size() == before);
    CHECK(two.server.reusedKeyIds == 0);
}

TEST_CASE("an upload that was cut off is repeated with the same keys", "[encryption]")
{
    party::Server server;
    party::ManualClock clock;
    MemoryCryptoStore store;
    const auto user = *UserId::parse(u"@anna:example.org");
    const auto device = *DeviceId::parse(u"ANNA");
    auto machine = *OlmMachine::open(user, device, store, clock);
    const auto first = only(machine->outgoingRequests(), Kind::KeysUpload);
    machine = *OlmMachine::open(user, device, store, clock);
    const auto second = only(machine->outgoingRequests(), Kind::KeysUpload);
    CHECK(first->body == second->body);
    CHECK(first->body.value("one_time_keys"_L1).toObject().size() == 50);
    CHECK(first->body.value("fallback_keys"_L1).toObject().size() == 1);
}

TEST_CASE("a used fallback key is replaced, and an old one after a week", "[encryption]")
{
    Two two;
    const auto count = [&] { return two.server.requests[Kind::KeysUpload]; };
    const auto before = count();
    EncryptionSyncChanges changes;
    changes.unusedFallbackKeyTypes = QStringList{u"signed_curve25519"_s};
    REQUIRE(two.anna.machine->receiveSync(changes));
    two.anna.flush();
    CHECK(count() == before);
    two.clock.advance(2 * party::hour);
    changes.unusedFallbackKeyTypes = QStringList();
    const auto old = two.server.fallbackKeys[{u"@anna:example.org"_s, u"ANNA"_s}];
    REQUIRE(two.anna.machine->receiveSync(changes));
    two.anna.flush();
    CHECK(count() == before + 1);
    CHECK(two.server.fallbackKeys[{u"@anna:example.org"_s, u"ANNA"_s}] != old);
    changes.unusedFallbackKeyTypes = QStringList{u"signed_curve25519"_s};
    two.clock.advance(8 * 24 * party::hour);
    REQUIRE(two.anna.machine->receiveSync(changes));
    two.anna.flush();
    CHECK(count() == before + 2);
}

TEST_CASE("room keys on their way survive a crash unchanged", "[encryption]")
{
    Two two;
    REQUIRE(two.anna.machine->trackUsers(two.members));
    two.anna.flush();
    CHECK(*two.anna.machine->shareRoomKey(party::room, {}, two.members) == ShareProgress::RequestsPending);
    for (const auto& request : two.anna.machine->outgoingRequests())
        REQUIRE(party::answerTo(*two.anna.machine, request, two.server.answer({}, {}, request))); // the claim
    CHECK(*two.anna.machine->shareRoomKey(party::room, {}, two.members) == ShareProgress::RequestsPending);
    const auto content = two.anna.machine->encrypt(party::room, u"m.room.message"_s, {{u"body"_s, u"Hallo"_s}});
    const auto lost = only(two.anna.machine->outgoingRequests(), Kind::ToDevice);
    REQUIRE(lost);
    const bool arrived = GENERATE(false, true);
    if (arrived)
        two.server.answer(u"@anna:example.org"_s, u"ANNA"_s, *lost);
    two.anna.reopen();
    const auto again = only(two.anna.machine->outgoingRequests(), Kind::ToDevice);
    REQUIRE(again);
    CHECK(*again == *lost);
    two.server.answer(u"@anna:example.org"_s, u"ANNA"_s, *again);
    CHECK(two.server.toDeviceLog.size() == 1);
    REQUIRE(two.bert.machine->trackUsers(two.members));
    two.bert.sync();
    CHECK(bodyOf(two.bert.read(*content, two.anna.user)) == "Hallo"_L1);
}

TEST_CASE("a step whose transaction fails leaves everything as it was", "[encryption]")
{
    Two two;
    two.anna.share(two.members);
    two.bert.sync();
    REQUIRE(two.bert.machine->trackUsers(two.members));
    two.bert.flush();
    two.anna.store.failCommits(1);
    CHECK_FALSE(two.anna.machine->encrypt(party::room, u"m.room.message"_s, {{u"body"_s, u"a"_s}}));
    const auto content = two.anna.machine->encrypt(party::room, u"m.room.message"_s, {{u"body"_s, u"b"_s}});
    REQUIRE(content);
    const auto read = two.bert.read(*content, two.anna.user);
    CHECK(bodyOf(read) == "b"_L1);
    CHECK(std::get<DecryptedEvent>(read).messageIndex == 0);

    // The same for receiving: the room key comes again with the next response.
    two.anna.machine->discardOutboundSession(party::room).value();
    const auto next = two.anna.send(two.members, u"c"_s);
    const auto event = two.server.inbox[{u"@bert:example.org"_s, u"BERT"_s}].takeLast();
    EncryptionSyncChanges changes;
    changes.toDevice.emplace_back(event.constData(), static_cast<size_t>(event.size()));
    two.bert.store.failCommits(1);
    CHECK_FALSE(two.bert.machine->receiveSync(changes));
    CHECK(two.bert.machine->takeOutcome() == SyncOutcome{});
    CHECK(two.bert.machine->receiveSync(changes)->newRoomKeys.size() == 1);
    CHECK(bodyOf(two.bert.read(next, two.anna.user, u"$2"_s)) == "c"_L1);
}

TEST_CASE("a machine that is thrown away at every step never loses or repeats anything", "[encryption]")
{
    Two two;
    for (int i = 0; i < 5; ++i) {
        two.anna.reopen();
        two.bert.reopen();
        REQUIRE(two.bert.machine->trackUsers(two.members));
        two.bert.flush();
        const QString body = QString::number(i);
        const auto content = two.anna.send(two.members, body);
        two.anna.reopen();
        two.bert.sync();
        two.bert.reopen();
        const QString event = u"$event"_s + body;
        CHECK(bodyOf(two.bert.read(content, two.anna.user, event)) == body);
        const auto back = two.bert.send(two.members, body);
        two.anna.sync();
        two.anna.reopen();
        CHECK(bodyOf(two.anna.read(back, two.bert.user, event)) == body);
    }
}

TEST_CASE("a message that waits for its sender's devices is announced when they are known", "[encryption]")
{
    Two two;
    const auto content = two.anna.send(two.members, u"Hallo"_s);
    const auto events = std::exchange(two.server.inbox[{u"@bert:example.org"_s, u"BERT"_s}], {});
    REQUIRE(events.size() == 1);
    CHECK(two.bert.receive(events[0]).newRoomKeys.size() == 1);
    CHECK(party::reasonOf(two.bert.read(content, two.anna.user)) == Undecryptable::Reason::UntrustedDevice);
    two.bert.flush();
    CHECK(two.bert.machine->takeOutcome().newRoomKeys.size() == 1);
    CHECK(bodyOf(two.bert.read(content, two.anna.user)) == "Hallo"_L1);
}

TEST_CASE("large rooms get their keys in several requests", "[encryption]")
{
    party::Server server;
    party::ManualClock clock;
    party::Party anna(server, clock, u"@anna:example.org"_s, u"ANNA"_s);
    QList<UserId> members;
    for (int i = 0; i < 45; ++i) {
        const QString name = u"@user%1:example.org"_s.arg(i);
        const party::Party member(server, clock, name, u"D"_s);
        members.append(member.user);
    }
    anna.send(members, u"x"_s);
    CHECK(server.toDeviceLog.size() == 3);
}
