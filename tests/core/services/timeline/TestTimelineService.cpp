#include "tests/core/services/timeline/ShownRoom.h"
#include "tests/support/RunUntil.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

using Kind = TimelineItem::Kind;
using SendState = TimelineItem::SendState;
using CanSend = TimelineState::CanSend;

namespace {

RoomChanges changed()
{
    RoomChanges changes;
    changes.id = ShownRoom::id;
    return changes;
}

RoomChanges newEvents()
{
    RoomChanges changes = changed();
    changes.newEvents = true;
    return changes;
}

QStringList numbers(int first, int last)
{
    QStringList texts;
    for (int number = first; number <= last; ++number)
        texts.append(u"Nr. %1"_s.arg(number));
    return texts;
}

bool loading(const ShownRoom& room)
{
    return room.states.last().loadingOlder;
}

} // namespace

TEST_CASE("opening a room shows its newest rows and its state, from the store alone")
{
    ShownRoom room;
    room.appendMessages(1, 120);
    room.open();
    CHECK(room.texts() == numbers(71, 120));
    REQUIRE(room.changes.size() == 1);
    CHECK(std::holds_alternative<ResetItems<TimelineItem>>(room.changes[0].first()));
    REQUIRE(!room.states.isEmpty());
    CHECK(room.states[0].room == ShownRoom::id);
    CHECK(room.states[0].summary.name == u"Raum"_s);
    CHECK(room.states[0].memberCount == 2);
    CHECK(!room.states[0].reachedStart);
    CHECK(room.messages().last().senderName == u"Anna"_s);
    CHECK(room.server.requests().empty());
}

TEST_CASE("an empty room, and one that nobody knows, have no rows and begin at once")
{
    ShownRoom room;
    room.open();
    CHECK(room.shown.isEmpty());
    CHECK(room.changes.size() == 1);
    CHECK(room.states.last().reachedStart);
    room.service->open(RoomId::parse(u"!other:x.de"_s).value());
    CHECK(room.states.last().canSend == CanSend::NotJoined);
    CHECK(room.server.requests().empty());
}

TEST_CASE("older rows come from the store, fifty at a time, up to the start")
{
    ShownRoom room;
    room.appendMessages(1, 120);
    room.open();
    room.service->loadOlder(ShownRoom::id);
    CHECK(room.texts() == numbers(21, 120));
    CHECK(!loading(room));
    CHECK(!room.states.last().reachedStart);
    room.service->loadOlder(ShownRoom::id);
    CHECK(room.texts() == numbers(1, 120));
    CHECK(room.states.last().reachedStart);
    const auto before = room.changes.size();
    room.service->loadOlder(ShownRoom::id);
    CHECK(room.changes.size() == before);
    CHECK(room.server.requests().empty());
}

TEST_CASE("where many events have no row, more of them are read")
{
    ShownRoom room;
    room.appendMessages(1, 60);
    for (int number = 61; number <= 200; ++number)
        room.append(ShownRoom::reaction(number, 60, UserId::parse(u"@u%1:x.de"_s.arg(number)).value()));
    room.open();
    CHECK(room.messages().size() >= 30);
    CHECK(room.messages().last().reactions.first().senderNames.size() == 140);
}

TEST_CASE("what is not in the store is fetched until the screen is full")
{
    ShownRoom room;
    room.startChunk(u"p1"_s);
    room.appendMessages(90, 100);
    room.answerMessages({ShownRoom::page(89, 40, u"p2"_s)});
    room.open();
    CHECK(room.texts() == numbers(90, 100));
    CHECK(loading(room));
    REQUIRE(runUntil([&] { return !loading(room); }));
    CHECK(room.texts() == numbers(40, 100));
    CHECK(room.messageRequests() == 1);
    CHECK(room.server.requests().front().url.query().contains(u"from=p1"_s));
    CHECK(!room.states.last().reachedStart);

    room.answerMessages({ShownRoom::page(39, 1, {})});
    room.service->loadOlder(ShownRoom::id);
    room.service->loadOlder(ShownRoom::id); // one at a time
    REQUIRE(runUntil([&] { return !loading(room); }));
    CHECK(room.texts() == numbers(1, 100));
    CHECK(room.states.last().reachedStart);
    CHECK(room.messageRequests() == 2);
    CHECK(room.server.requests().back().url.query().contains(u"from=p2"_s));
}

TEST_CASE("a failed fetch is told, changes nothing and can be tried again")
{
    ShownRoom room;
    room.startChunk(u"p1"_s);
    room.appendMessages(1, 5);
    room.answerMessages({FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s), ShownRoom::page(0, 0, {})});
    room.open();
    REQUIRE(runUntil([&] { return !loading(room); }));
    REQUIRE(room.states.last().loadError);
    CHECK(room.states.last().loadError->code == ErrorCode::Forbidden);
    CHECK(room.texts() == numbers(1, 5));
    CHECK(!room.states.last().reachedStart);
    room.apply(newEvents());
    CHECK(room.states.last().loadError); // still true

    room.service->loadOlder(ShownRoom::id);
    CHECK(!room.states.last().loadError);
    REQUIRE(runUntil([&] { return !loading(room); }));
    CHECK(room.texts() == numbers(0, 5));
    CHECK(!room.states.last().loadError);
}

TEST_CASE("history that cannot be stored is an error too")
{
    ShownRoom room;
    room.storesHistory = false;
    room.startChunk(u"p1"_s);
    room.appendMessages(1, 5);
    room.answerMessages({ShownRoom::page(0, 0, {})});
    room.open();
    REQUIRE(runUntil([&] { return !loading(room); }));
    CHECK(room.states.last().loadError->code == ErrorCode::StorageFull);
}

TEST_CASE("a server that never gets on is asked a few times only")
{
    ShownRoom room;
    room.startChunk(u"p1"_s);
    room.appendMessages(1, 5);
    SECTION("the same place again")
    {
        room.answerMessages({FakeHomeserver::json(R"({"chunk":[],"end":"p1"})")});
        room.open();
        REQUIRE(runUntil([&] { return !loading(room); }));
        CHECK(room.messageRequests() == 1);
        CHECK(room.states.last().loadError->code == ErrorCode::Protocol);
    }
    SECTION("always another place without events")
    {
        std::vector<FakeHomeserver::Answer> answers;
        for (int i = 2; i < 30; ++i)
            answers.push_back(FakeHomeserver::json(R"({"chunk":[],"end":"p)" + QByteArray::number(i) + "\"}"));
        room.answerMessages(answers);
        room.open();
        REQUIRE(runUntil([&] { return !loading(room); }));
        CHECK(room.messageRequests() <= 7);
        CHECK(!room.states.last().reachedStart);
    }
}

TEST_CASE("people who wrote before have the name that came with the history, told from those who are here")
{
    ShownRoom room;
    room.startChunk(u"p1"_s);
    room.appendMessages(2, 5);
    const QByteArray bert = ShownRoom::message(1, UserId::parse(u"@bert:y.de"_s).value());
    const QByteArray member =
        R"([{"event_id":"$m","type":"m.room.member","sender":"@bert:y.de","state_key":"@bert:y.de","content":{"membership":"join","displayname":"Anna"}}])";
    room.answerMessages({FakeHomeserver::json(R"({"chunk":[)" + bert + R"(],"state":)" + member + "}")});
    room.open();
    REQUIRE(runUntil([&] { return !loading(room); }));
    CHECK(room.messages().first().senderName == u"Anna (y.de)"_s);
    CHECK(room.messages().last().senderName == u"Anna"_s);
    CHECK(room.rooms.state(room.row(), "m.room.member", "@bert:y.de")->isNull()); // nobody gets keys for it
    room.service->close(ShownRoom::id);
    room.open();
    CHECK(room.messages().first().senderName == u"Anna (y.de)"_s);
}

TEST_CASE("a new message is one row more, and nothing else is touched")
{
    ShownRoom room;
    room.appendMessages(1, 40);
    room.open();
    room.changes.clear();
    room.appendMessages(41, 41);
    room.apply(newEvents());
    CHECK(room.texts() == numbers(1, 41));
    REQUIRE(room.changes.size() == 1);
    CHECK(room.changes[0].size() == 2); // the row, and the one above is not the last of its sender any more
    room.apply(newEvents());
    CHECK(room.changes.size() == 1);
}

TEST_CASE("late keys, an edit, a reaction and a deletion each update one row")
{
    ShownRoom room;
    const QByteArray encrypted =
        R"({"event_id":"$2","sender":"@anna:x.de","type":"m.room.encrypted","origin_server_ts":1714720000000,"content":{"ciphertext":"x"}})";
    room.append(ShownRoom::message(1, ShownRoom::own));
    room.append(encrypted, EventStatus::MissingKey);
    room.append(ShownRoom::message(3, ShownRoom::own));
    room.open();
    CHECK(room.messages()[1].kind == Kind::Undecryptable);
    CHECK(room.messages()[1].reason == TimelineItem::Reason::MissingKey);
    const auto place = room.shown.indexOf(room.messages()[1]);
    const auto checkOneUpdate = [&](const RoomChanges& changes) {
        room.changes.clear();
        room.apply(changes);
        REQUIRE(room.changes.size() == 1);
        REQUIRE(room.changes[0].size() == 1);
        REQUIRE(std::holds_alternative<UpdateItem<TimelineItem>>(room.changes[0][0]));
        CHECK(std::get<UpdateItem<TimelineItem>>(room.changes[0][0]).index == place);
    };
    const auto position = room.timeline.position(room.row(), ShownRoom::eventId(2)).value().value();

    const QByteArray plain = R"({"type":"m.room.message","content":{"msgtype":"m.text","body":"spät"}})";
    REQUIRE(room.timeline.setDecryption(room.row(), position, plain, EventStatus::Decrypted, {}));
    RoomChanges late = changed();
    late.rewritten = {ShownRoom::eventId(2)};
    checkOneUpdate(late);
    CHECK(room.texts()[1] == u"spät"_s);

    room.append(ShownRoom::reaction(4, 2));
    checkOneUpdate(newEvents());
    CHECK(room.messages()[1].reactions.size() == 1);

    room.append(
        R"({"event_id":"$5","sender":"@anna:x.de","type":"m.room.encrypted","origin_server_ts":1714720100000,"content":{"ciphertext":"x","m.relates_to":{"rel_type":"m.replace","event_id":"$2"}}})",
        EventStatus::Decrypted,
        R"({"type":"m.room.message","content":{"msgtype":"m.text","body":"* neu","m.new_content":{"msgtype":"m.text","body":"neu"}}})");
    checkOneUpdate(newEvents());
    CHECK(room.texts()[1] == u"neu"_s);
    CHECK(room.messages()[1].edited);

    REQUIRE(room.timeline.setRedacted(
        room.row(), position,
        R"({"event_id":"$2","sender":"@anna:x.de","type":"m.room.encrypted","origin_server_ts":1714720000000,"content":{},"unsigned":{"redacted_because":{"sender":"@anna:x.de","origin_server_ts":1714720200000}}})"));
    checkOneUpdate(late);
    CHECK(room.messages()[1].kind == Kind::Deleted);
    CHECK(room.messages()[1].deletedBy == u"Anna"_s);
}

TEST_CASE("another name of a person is shown in all of the person's rows")
{
    ShownRoom room;
    room.appendMessages(1, 3);
    room.open();
    room.setMember(ShownRoom::anna, u"Anna Neu"_s);
    RoomChanges changes = changed();
    changes.members = true;
    room.apply(changes);
    for (const auto& item : room.messages())
        CHECK(item.senderName == u"Anna Neu"_s);
}

TEST_CASE("what somebody else has read is read")
{
    ShownRoom room;
    room.append(ShownRoom::message(1, ShownRoom::own));
    room.append(ShownRoom::message(2, ShownRoom::own));
    room.open();
    CHECK(room.messages()[0].sendState == SendState::Sent);
    room.changeRecord([](RoomRecord& record) { record.othersRead = ShownRoom::eventId(1); });
    RoomChanges changes = changed();
    changes.receipts = true;
    room.apply(changes);
    CHECK(room.messages()[0].sendState == SendState::Read);
    CHECK(room.messages()[1].sendState == SendState::Sent);
}

TEST_CASE("who types is named until nobody does, and the same state is not told twice")
{
    ShownRoom room;
    room.open();
    RoomChanges typing = changed();
    typing.typing = QList<UserId>{ShownRoom::anna, UserId::parse(u"@nameless:x.de"_s).value()};
    room.apply(typing);
    CHECK(room.states.last().typingNames == QStringList{u"Anna"_s});
    const auto told = room.states.size();
    room.apply(typing);
    room.apply(changed());
    CHECK(room.states.size() == told);
    typing.typing = QList<UserId>{};
    room.apply(typing);
    CHECK(room.states.last().typingNames.isEmpty());
}

TEST_CASE("whether one may write follows from what is known of the room")
{
    ShownRoom room;
    room.open();
    const auto canSend = [&](const std::function<void(RoomRecord&)>& change) {
        room.changeRecord(change);
        room.apply(changed());
        return room.states.last().canSend;
    };
    CHECK(room.states.last().canSend == CanSend::NotEncrypted);
    CHECK(canSend([](RoomRecord& record) { record.summary.encrypted = true; }) == CanSend::Yes);
    CHECK(canSend([](RoomRecord& record) { record.maySend = false; }) == CanSend::NotPermitted);
    CHECK(canSend([](RoomRecord& record) { record.algorithmKnown = false; }) == CanSend::NotEncrypted);
    CHECK(canSend([](RoomRecord& record) { record.successor = RoomId::parse(u"!new:x"_s).value(); }) == CanSend::Upgraded);
    CHECK(canSend([](RoomRecord& record) { record.summary.membership = Membership::Leave; }) == CanSend::NotJoined);
}

TEST_CASE("a closed room says nothing any more, and its requests end")
{
    ShownRoom room;
    room.startChunk(u"p1"_s);
    room.appendMessages(1, 5);
    room.answerMessages({FakeHomeserver::held(ShownRoom::page(0, 0, {}))});
    room.open();
    REQUIRE(room.messageRequests() == 1);
    room.service->close(ShownRoom::id);
    room.changes.clear();
    room.states.clear();
    room.server.release();
    room.appendMessages(6, 6);
    room.apply(newEvents());
    room.service->refreshQueue(ShownRoom::id);
    room.service->loadOlder(ShownRoom::id);
    room.service->markRead(ShownRoom::id);
    runAll();
    CHECK(room.changes.isEmpty());
    CHECK(room.states.isEmpty());
    CHECK(room.server.requests().size() == 1);
}

TEST_CASE("the service can go while a request is on its way")
{
    ShownRoom room;
    room.startChunk(u"p1"_s);
    room.appendMessages(1, 5);
    room.answerMessages({FakeHomeserver::held(ShownRoom::page(0, 0, {}))});
    room.open();
    room.service.reset();
    room.server.release();
    runAll();
    CHECK(room.messageRequests() == 1);
}
