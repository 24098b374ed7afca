#include "core/store/RoomStore.h"
#include "core/store/SendQueueStore.h"
#include "tests/support/TemporaryDatabase.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const RoomId room = *RoomId::parse(u"!room:example.org");
const RoomId otherRoom = *RoomId::parse(u"!other:example.org");
const UserId anna = *UserId::parse(u"@anna:a.example");
const UserId bert = *UserId::parse(u"@bert:b.example");
const UserId cora = *UserId::parse(u"@cora:a.example");

/// A record in which nothing has its default.
RoomRecord fullRecord()
{
    RoomRecord record;
    record.summary = {.id = room,
                      .membership = Membership::Invite,
                      .name = u"Praxis Müller"_s,
                      .topic = u"Termine"_s,
                      .nameIsComputed = true,
                      .direct = true,
                      .institution = true,
                      .encrypted = true,
                      .inviter = anna,
                      .inviterName = u"Anna"_s,
                      .preview = RoomSummary::Preview::Unsupported,
                      .previewText = u"Hallo"_s,
                      .previewSender = u"Bert"_s,
                      .previewOwn = true,
                      .sending = RoomSummary::Sending::None,
                      .lastActivity = {1234567890123},
                      .unread = 3,
                      .highlights = 2};
    record.previewEvent = *EventId::parse(u"$Rqnc-F-dvnEYJTyHq_iKxU2bZ1CI92-kuZq3a5lr5Zg");
    record.settings = {.rotationMessages = 0, .rotationPeriodMs = 604800000, .invitedMayRead = true, .historyIsShared = true};
    record.algorithmKnown = true;
    record.memberList = MemberList::Complete;
    record.joinedCount = 4;
    record.invitedCount = 5;
    record.heroes = {bert, anna};
    record.roomType = u"m.space"_s;
    record.roomVersion = u"10"_s;
    record.creator = bert;
    record.successor = otherRoom;
    record.maySend = false;
    record.othersRead = *EventId::parse(u"$old:example.org");
    return record;
}

RoomRecord plainRecord(const RoomId& id)
{
    RoomRecord record;
    record.summary.id = id;
    record.summary.name = u"Anna"_s;
    return record;
}

std::string member(const UserId& user, const std::string& membership, const QString& name)
{
    const std::string displayName = name.isNull() ? "" : R"(,"displayname":")" + name.toStdString() + "\"";
    return R"({"type":"m.room.member","state_key":")" + user.toUtf8().toStdString() + R"(","sender":")" +
           user.toUtf8().toStdString() +
           R"(","event_id":"$x","origin_server_ts":1,"room_id":"!room:example.org","content":{"membership":")" + membership +
           "\"" + displayName + "}}";
}

/// A loaded store with one room.
struct Rooms {
    Rooms()
        : store(*database)
    {
        REQUIRE(store.load());
        const auto saved = store.save(plainRecord(room));
        REQUIRE(saved);
        row = saved->row;
    }

    void restart()
    {
        database.reopen();
        store.~RoomStore();
        new (&store) RoomStore(*database);
        REQUIRE(store.load());
    }

    void set(const UserId& user, const std::string& membership, const QString& name)
    {
        REQUIRE(store.setState(row, "m.room.member", user.toUtf8().toStdString(), member(user, membership, name)));
    }

    QString name(const UserId& user)
    {
        const auto names = store.memberNames(room, {user});
        REQUIRE(names);
        return names->value(user);
    }

    QList<UserId> recipients(bool invited)
    {
        auto users = store.keyRecipients(room, invited);
        REQUIRE(users);
        std::sort(users->begin(), users->end());
        return *users;
    }

    TemporaryDatabase database;
    RoomStore store;
    qint64 row = 0;
};

Result<> saveMembers(RoomStore& store, const std::vector<std::string>& events, const RoomId& where = room)
{
    const std::vector<std::string_view> views(events.begin(), events.end());
    return store.saveMembers(where, views);
}

} // namespace

// -- Records -----------------------------------------------------------------------------------------------------------------

TEST_CASE("every part of a room's record comes back after a restart", "[store]")
{
    Rooms rooms;
    const auto saved = rooms.store.save(fullRecord());
    REQUIRE(saved);
    CHECK(saved->row == rooms.row);
    auto expected = fullRecord();
    expected.row = rooms.row;
    CHECK(*saved == expected);
    rooms.restart();
    REQUIRE(rooms.store.find(room));
    CHECK(*rooms.store.find(room) == expected);
    CHECK(rooms.store.find(rooms.row) == rooms.store.find(room));

    auto plain = plainRecord(otherRoom); // and that of one with nothing
    plain.row = rooms.store.save(plain)->row;
    CHECK(plain.row != rooms.row);
    rooms.restart();
    CHECK(*rooms.store.find(otherRoom) == plain);
    CHECK(rooms.store.rooms().size() == 2);
}

TEST_CASE("every membership and every preview comes back", "[store]")
{
    Rooms rooms;
    using Preview = RoomSummary::Preview;
    for (int i = 0; i <= static_cast<int>(Preview::Unsupported); ++i) {
        auto record = *rooms.store.find(room);
        record.summary.preview = static_cast<Preview>(i);
        record.summary.membership = static_cast<Membership>(i % 5);
        REQUIRE(rooms.store.save(record));
        rooms.restart();
        CHECK(rooms.store.find(room)->summary.preview == static_cast<Preview>(i));
        CHECK(rooms.store.find(room)->summary.membership == static_cast<Membership>(i % 5));
    }
}

TEST_CASE("a room that was encrypted once stays it", "[store]")
{
    Rooms rooms;
    auto record = plainRecord(room);
    record.summary.encrypted = true;
    REQUIRE(rooms.store.save(record));
    record.summary.encrypted = false;
    CHECK(rooms.store.save(record)->summary.encrypted);
    // Not even a store that has not loaded yet may write it away.
    RoomStore unaware(*rooms.database);
    REQUIRE(unaware.save(record));
    rooms.restart();
    CHECK(rooms.store.find(room)->summary.encrypted);
}

TEST_CASE("a record that does not differ is not written", "[store]")
{
    Rooms rooms;
    const auto before = rooms.store.find(room)->summary;
    REQUIRE(rooms.database->run("UPDATE rooms SET name = 'untouched'"));
    REQUIRE(rooms.store.save(*rooms.store.find(room)));
    auto sending = *rooms.store.find(room);
    sending.summary.sending = RoomSummary::Sending::Failed; // no part of the row
    REQUIRE(rooms.store.save(sending));
    CHECK(rooms.store.find(room)->summary == before);
    REQUIRE(rooms.store.load());
    CHECK(rooms.store.find(room)->summary.name == u"untouched");
}

TEST_CASE("after a rolled back transaction the records are read again", "[store]")
{
    Rooms rooms;
    {
        const auto transaction = Transaction::begin(*rooms.database);
        REQUIRE(transaction);
        auto record = *rooms.store.find(room);
        record.summary.name = u"taken back"_s;
        REQUIRE(rooms.store.save(record));
        REQUIRE(rooms.store.save(plainRecord(otherRoom)));
        rooms.set(anna, "join", u"taken back"_s);
        CHECK(rooms.name(anna) == u"taken back");
    }
    REQUIRE(rooms.store.load());
    CHECK(rooms.store.find(room)->summary.name == u"Anna");
    CHECK_FALSE(rooms.store.find(otherRoom));
    CHECK(rooms.name(anna).isEmpty());
}

TEST_CASE("a forgotten room is gone with its state, and its number is never given again", "[store]")
{
    Rooms rooms;
    const auto last = rooms.store.save(plainRecord(otherRoom))->row;
    REQUIRE(rooms.store.setState(last, "m.room.topic", "", "{}"));
    REQUIRE(rooms.store.remove(otherRoom));
    REQUIRE(rooms.store.remove(otherRoom));
    CHECK_FALSE(rooms.store.find(otherRoom));
    CHECK_FALSE(rooms.store.find(last));
    CHECK(rooms.store.state(last, "m.room.topic", "")->isNull());
    rooms.restart();
    CHECK(rooms.store.rooms() == QList{room});
    CHECK(rooms.store.save(plainRecord(otherRoom))->row > last);
}

TEST_CASE("a summary shows what the send queue says", "[store]")
{
    Rooms rooms;
    SendQueueStore queue(*rooms.database);
    QueuedMessage message;
    message.room = room;
    message.transactionId = u"a"_s;
    message.content = "{}";
    const auto sending = [&] {
        const auto all = rooms.store.summaries();
        REQUIRE(all);
        REQUIRE(all->size() == 1);
        CHECK(all->first() == *rooms.store.summary(room));
        return all->first().sending;
    };
    CHECK(sending() == RoomSummary::Sending::None);
    REQUIRE(queue.add(message));
    CHECK(sending() == RoomSummary::Sending::Waiting);
    REQUIRE(queue.setFailed(u"a"_s, 8));
    CHECK(sending() == RoomSummary::Sending::Failed);
    REQUIRE(queue.removeUnsent(u"a"_s));
    CHECK(sending() == RoomSummary::Sending::None);
    CHECK_FALSE(rooms.store.summary(otherRoom)->has_value());
}

// -- State -------------------------------------------------------------------------------------------------------------------

TEST_CASE("the newest state of a type and key is kept, as it came", "[store]")
{
    Rooms rooms;
    CHECK(rooms.store.state(rooms.row, "m.room.name", "")->isNull());
    REQUIRE(rooms.store.setState(rooms.row, "m.room.name", "", R"({ "old" : 1 })"));
    REQUIRE(rooms.store.setState(rooms.row, "m.room.name", "", R"({ "new" : 1.50 })"));
    REQUIRE(rooms.store.setState(rooms.row, "m.room.name", std::string_view("k\0ey", 4), "{}"));
    rooms.restart();
    CHECK(*rooms.store.state(rooms.row, "m.room.name", "") == R"({ "new" : 1.50 })");
    CHECK(*rooms.store.state(rooms.row, "m.room.name", std::string_view("k\0ey", 4)) == "{}");
    CHECK(rooms.store.state(rooms.row, "m.room.name", "k")->isNull());
    CHECK(rooms.store.state(rooms.row + 1, "m.room.name", "")->isNull());
}

// -- Names -------------------------------------------------------------------------------------------------------------------

TEST_CASE("names are clean, and who has none is missing", "[store]")
{
    Rooms rooms;
    rooms.set(anna, "join", u"  Anna\u202e  Müller "_s);
    rooms.set(bert, "join", {});
    rooms.set(cora, "join", u"\u200b"_s);
    const auto names = rooms.store.memberNames(room, {anna, bert, cora, *UserId::parse(u"@unknown:a.example")});
    REQUIRE(names);
    CHECK(*names == QHash<UserId, QString>{{anna, u"Anna Müller"_s}});
    CHECK(rooms.store.memberNames(otherRoom, {anna})->isEmpty());
    rooms.set(anna, "join", u"Anna Schmidt"_s);
    CHECK(rooms.name(anna) == u"Anna Schmidt");
}

TEST_CASE("names that look alike are told apart by the server", "[store]")
{
    Rooms rooms;
    rooms.set(anna, "join", u"Praxis Dr. Weber"_s);
    CHECK(rooms.name(anna) == u"Praxis Dr. Weber");
    rooms.set(bert, "join", u"Praxis Dr. W\u0435ber"_s); // Cyrillic
    CHECK(rooms.name(anna) == u"Praxis Dr. Weber (a.example)");
    CHECK(rooms.name(bert) == u"Praxis Dr. W\u0435ber (b.example)");
    rooms.set(bert, "leave", u"Praxis Dr. Weber"_s); // what was written stays on screen
    CHECK(rooms.name(anna) == u"Praxis Dr. Weber (a.example)");
    rooms.set(bert, "leave", {});
    CHECK(rooms.name(anna) == u"Praxis Dr. Weber");
}

TEST_CASE("names that look alike on one server are counted, and never show the user id", "[store]")
{
    Rooms rooms;
    const auto first = *UserId::parse(u"@x110400001:kk.example");
    const auto second = *UserId::parse(u"@x110400002:kk.example");
    rooms.set(second, "join", u"Anna Müller"_s);
    rooms.set(first, "join", u"anna müller"_s);
    rooms.set(bert, "join", u"Anna Müller"_s);
    CHECK(rooms.name(first) == u"anna müller (kk.example, 1)");
    CHECK(rooms.name(second) == u"Anna Müller (kk.example, 2)");
    CHECK(rooms.name(bert) == u"Anna Müller (b.example)");
}

TEST_CASE("a member's new name counts at once, and the old one no more", "[store]")
{
    Rooms rooms;
    rooms.set(anna, "join", u"Anna"_s);
    rooms.set(bert, "join", u"Bert"_s);
    CHECK(rooms.name(anna) == u"Anna");
    rooms.set(bert, "join", u"ANNA"_s);
    CHECK(rooms.name(anna) == u"Anna (a.example)");
    CHECK(rooms.name(bert) == u"ANNA (b.example)");
    rooms.set(bert, "join", u"Bert"_s);
    CHECK(rooms.name(anna) == u"Anna");
    CHECK(rooms.name(bert) == u"Bert");
    rooms.set(anna, "join", u"Anna"_s);
    CHECK(rooms.name(anna) == u"Anna");
    CHECK(rooms.recipients(false) == QList{anna, bert});
}

TEST_CASE("names that differ only behind the place where they are cut are told apart", "[store]")
{
    Rooms rooms;
    rooms.set(anna, "join", QString(150, u'ä') + u'a');
    rooms.set(bert, "join", QString(150, u'ä') + u'b');
    CHECK(rooms.name(anna) != rooms.name(bert));
}

TEST_CASE("names in a room with more members than are remembered are right all the same", "[store]")
{
    Rooms rooms;
    auto transaction = Transaction::begin(*rooms.database);
    for (int i = 0; i < 6000; ++i)
        rooms.set(*UserId::parse(QString(u"@u%1:a.example"_s).arg(i)), "join", QString(u"Name %1"_s).arg(i / 2));
    REQUIRE(transaction->commit());
    CHECK(rooms.name(*UserId::parse(u"@u4001:a.example")) == u"Name 2000 (a.example, 2)");
    CHECK(rooms.recipients(false).size() == 6000);
}

// -- Members -----------------------------------------------------------------------------------------------------------------

TEST_CASE("room keys go to joined members, and to invited ones where they may read", "[store]")
{
    Rooms rooms;
    CHECK(rooms.recipients(true).isEmpty());
    rooms.set(anna, "join", {});
    rooms.set(bert, "invite", {});
    rooms.set(cora, "leave", {});
    rooms.set(*UserId::parse(u"@d:a.example"), "ban", {});
    rooms.set(*UserId::parse(u"@e:a.example"), "knock", {});
    rooms.set(*UserId::parse(u"@f:a.example"), "nonsense", {});
    REQUIRE(rooms.store.setState(rooms.row, "m.room.member", "no user id", member(anna, "join", {})));
    CHECK(rooms.recipients(false) == QList{anna});
    CHECK(rooms.recipients(true) == QList{anna, bert});
    rooms.set(anna, "leave", {});
    CHECK(rooms.recipients(false).isEmpty());
}

TEST_CASE("an answer of /members replaces the members that were known", "[store]")
{
    Rooms rooms;
    rooms.set(cora, "join", {}); // left while nobody looked
    CHECK_FALSE(rooms.store.encryption(room)->membersComplete);
    REQUIRE(saveMembers(
        rooms.store,
        {member(anna, "join", u"Anna"_s), member(bert, "invite", {}), "no json", "{}",
         R"({"type":"m.room.member","state_key":"x","sender":"@a:b","event_id":"$x","origin_server_ts":1,"content":{"membership":"join"}})",
         R"({"type":"m.room.topic","state_key":"","sender":"@a:b","event_id":"$x","origin_server_ts":1,"content":{}})"}));
    CHECK(rooms.store.encryption(room)->membersComplete);
    CHECK(rooms.store.state(rooms.row, "m.room.topic", "")->isNull());
    rooms.restart();
    CHECK(rooms.recipients(false) == QList{anna});
    CHECK(rooms.recipients(true) == QList{anna, bert});
    CHECK(rooms.store.find(room)->memberList == MemberList::Complete);
    CHECK(rooms.store.find(room)->joinedCount == 1);
    CHECK(rooms.store.find(room)->invitedCount == 1);
    CHECK(rooms.name(anna) == u"Anna");
}

TEST_CASE("who left while /members was under way gets no room key", "[store]")
{
    Rooms rooms;
    REQUIRE(rooms.store.encryption(room)); // the request goes out now
    rooms.set(bert, "leave", {});
    rooms.set(cora, "join", {});
    REQUIRE(saveMembers(rooms.store, {member(anna, "join", {}), member(bert, "join", {})}));
    CHECK(rooms.recipients(true) == QList{anna, cora});
    CHECK(rooms.store.find(room)->joinedCount == 2);
    // The next answer counts again in full.
    auto record = *rooms.store.find(room);
    record.memberList = MemberList::Partial;
    REQUIRE(rooms.store.save(record));
    REQUIRE(rooms.store.encryption(room));
    REQUIRE(saveMembers(rooms.store, {member(anna, "join", {}), member(bert, "join", {})}));
    CHECK(rooms.recipients(true) == QList{anna, bert});
}

TEST_CASE("an answer of /members without a usable member changes nothing", "[store]")
{
    Rooms rooms;
    rooms.set(anna, "join", u"Anna"_s);
    for (const std::vector<std::string>& events : {std::vector<std::string>{}, {"{}", "x"}}) {
        CHECK(saveMembers(rooms.store, events).error().code == ErrorCode::Protocol);
        CHECK(rooms.recipients(false) == QList{anna});
        CHECK(rooms.name(anna) == u"Anna");
        CHECK_FALSE(rooms.store.encryption(room)->membersComplete);
    }
    CHECK(saveMembers(rooms.store, {member(anna, "join", {})}, otherRoom).error().code == ErrorCode::NotFound);
}

TEST_CASE("an answer of /members is kept whole or not at all", "[store]")
{
    Rooms rooms;
    rooms.set(cora, "join", u"Cora"_s);
    REQUIRE(rooms.database->run("PRAGMA max_page_count=1")); // SQLite takes the present size as the least
    std::vector<std::string> events;
    for (int i = 0; i < 2000; ++i)
        events.push_back(member(*UserId::parse(QString(u"@u%1:a.example"_s).arg(i)), "join", {}));
    CHECK(saveMembers(rooms.store, events).error().code == ErrorCode::StorageFull);
    CHECK(rooms.recipients(false) == QList{cora});
    CHECK(rooms.store.find(room)->memberList == MemberList::Partial);
    CHECK(rooms.name(cora) == u"Cora");
}

TEST_CASE("the encryption of a room is told from its record", "[store]")
{
    Rooms rooms;
    CHECK_FALSE(rooms.store.encryption(room)->encrypted);
    REQUIRE(rooms.store.save(fullRecord()));
    const auto encryption = rooms.store.encryption(room);
    REQUIRE(encryption);
    CHECK(encryption->encrypted);
    CHECK(encryption->membersComplete);
    CHECK(encryption->settings == fullRecord().settings);
    CHECK(rooms.store.encryption(otherRoom).error().code == ErrorCode::NotFound);
}
