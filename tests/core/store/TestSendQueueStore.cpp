#include "core/store/SendQueueStore.h"
#include "tests/support/TemporaryDatabase.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

using State = QueuedMessage::State;

const RoomId room = *RoomId::parse(u"!room:example.org");
const RoomId other = *RoomId::parse(u"!other:example.org");
const EventId event = *EventId::parse(u"$event");

QueuedMessage message(const QString& id, const RoomId& where = room)
{
    QueuedMessage message;
    message.room = where;
    message.transactionId = id;
    message.type = u"m.room.message"_s;
    message.content = R"({"body":"Grüße"})";
    message.queuedAt = {1000};
    return message;
}

QStringList idsIn(SendQueueStore& queue, const RoomId& where = room)
{
    QStringList ids;
    const auto messages = queue.messages(where);
    REQUIRE(messages);
    for (const auto& queued : *messages)
        ids.append(queued.transactionId);
    return ids;
}

} // namespace

TEST_CASE("a message in the queue is the same after a restart, with its ciphertext", "[store]")
{
    TemporaryDatabase database;
    auto expected = message(u"a"_s);
    {
        SendQueueStore queue(*database);
        REQUIRE(queue.add(expected));
        CHECK(**queue.nextWaiting(room) == expected);
        CHECK((*queue.nextWaiting(room))->ciphertext.isNull());
        expected.ciphertext = QByteArray("{\"ciphertext\":\"x\"}");
        REQUIRE(queue.setCiphertext(u"a"_s, expected.ciphertext));
    }
    database.reopen();
    SendQueueStore queue(*database);
    CHECK(**queue.nextWaiting(room) == expected);
    REQUIRE(queue.setSent(u"a"_s, event));
    expected.state = State::Sent;
    expected.eventId = event;
    CHECK(*queue.messages(room) == QList{expected});
}

TEST_CASE("messages leave in the order in which they were written; failed ones are passed over", "[store]")
{
    TemporaryDatabase database;
    SendQueueStore queue(*database);
    for (const auto& id : {u"c"_s, u"a"_s, u"b"_s})
        REQUIRE(queue.add(message(id)));
    REQUIRE(queue.add(message(u"d"_s, other)));
    CHECK(*queue.roomsWithWaiting() == QList{room, other});
    CHECK(idsIn(queue) == QStringList{u"c"_s, u"a"_s, u"b"_s});

    REQUIRE(queue.setFailed(u"c"_s, 8));
    CHECK((*queue.nextWaiting(room))->transactionId == u"a");
    CHECK(queue.messages(room)->first().state == State::Failed);
    CHECK(queue.messages(room)->first().failure == 8);
    REQUIRE(queue.setWaiting(u"c"_s));
    CHECK((*queue.nextWaiting(room))->transactionId == u"c");
    CHECK(queue.messages(room)->first().failure == 0);

    for (const auto& id : {u"c"_s, u"a"_s, u"b"_s})
        REQUIRE(queue.setSent(id, event));
    CHECK_FALSE(queue.nextWaiting(room)->has_value());
    CHECK(*queue.roomsWithWaiting() == QList{other});
    CHECK(idsIn(queue).size() == 3); // until their events come
}

TEST_CASE("a message that was sent is neither failed nor discarded any more", "[store]")
{
    TemporaryDatabase database;
    SendQueueStore queue(*database);
    REQUIRE(queue.add(message(u"a"_s)));
    REQUIRE(queue.setSent(u"a"_s, event));
    REQUIRE(queue.setFailed(u"a"_s, 8));
    REQUIRE(queue.setWaiting(u"a"_s));
    REQUIRE(queue.removeUnsent(u"a"_s));
    CHECK(queue.messages(room)->first().state == State::Sent);
}

TEST_CASE("a message leaves the queue when its event comes, by either of its names and only in its room", "[store]")
{
    TemporaryDatabase database;
    SendQueueStore queue(*database);
    for (const auto& id : {u"a"_s, u"b"_s, u"c"_s})
        REQUIRE(queue.add(message(id)));
    REQUIRE(queue.setSent(u"b"_s, event));

    CHECK_FALSE(*queue.removeArrived(other, u"a"_s, event));
    CHECK_FALSE(*queue.removeArrived(room, {}, {})); // not those without an event id
    CHECK_FALSE(*queue.removeArrived(room, u"unknown"_s, {}));
    CHECK(idsIn(queue).size() == 3);
    CHECK(*queue.removeArrived(room, u"a"_s, *EventId::parse(u"$unknown")));
    CHECK(idsIn(queue) == QStringList{u"b"_s, u"c"_s});
    CHECK(*queue.removeArrived(room, {}, event));
    CHECK_FALSE(*queue.removeArrived(room, {}, event));
    CHECK(idsIn(queue) == QStringList{u"c"_s});
}

TEST_CASE("discarding removes what was not sent, forgetting a room all of it", "[store]")
{
    TemporaryDatabase database;
    SendQueueStore queue(*database);
    for (const auto& id : {u"a"_s, u"b"_s})
        REQUIRE(queue.add(message(id)));
    REQUIRE(queue.add(message(u"d"_s, other)));
    REQUIRE(queue.setFailed(u"a"_s, 8));
    REQUIRE(queue.removeUnsent(u"a"_s));
    REQUIRE(queue.removeUnsent(u"a"_s));
    CHECK(idsIn(queue) == QStringList{u"b"_s});
    REQUIRE(queue.removeRoom(room));
    CHECK(idsIn(queue).isEmpty());
    CHECK(idsIn(queue, other) == QStringList{u"d"_s});
}

TEST_CASE("the room list is told of failed messages before waiting ones", "[store]")
{
    TemporaryDatabase database;
    SendQueueStore queue(*database);
    CHECK(*queue.unsentState(room) == std::nullopt);
    REQUIRE(queue.add(message(u"a"_s)));
    REQUIRE(queue.add(message(u"b"_s)));
    CHECK(*queue.unsentState(room) == State::Waiting);
    REQUIRE(queue.setFailed(u"a"_s, 8));
    CHECK(*queue.unsentState(room) == State::Failed);
    CHECK(*queue.unsentState(other) == std::nullopt);
    CHECK(*queue.unsentStates() == QHash<RoomId, State>{{room, State::Failed}});
    REQUIRE(queue.setWaiting(u"a"_s));
    REQUIRE(queue.setSent(u"b"_s, event));
    CHECK(*queue.unsentStates() == QHash<RoomId, State>{{room, State::Waiting}});
    REQUIRE(queue.setSent(u"a"_s, event));
    CHECK(*queue.unsentState(room) == std::nullopt);
    CHECK(queue.unsentStates()->isEmpty());
}

TEST_CASE("a transaction id is queued only once", "[store]")
{
    TemporaryDatabase database;
    SendQueueStore queue(*database);
    REQUIRE(queue.add(message(u"a"_s)));
    const auto again = queue.add(message(u"a"_s, other));
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Storage);
    CHECK(idsIn(queue, other).isEmpty());
}
