#include "tests/core/services/timeline/ShownRoom.h"
#include "tests/support/RunUntil.h"

#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

using SendState = TimelineItem::SendState;

namespace {

const QString receipts = u"/_matrix/client/v3/rooms/*/receipt/m.read.private/*"_s;

RoomChanges changed(bool newEvents, bool queue = false)
{
    RoomChanges changes;
    changes.id = ShownRoom::id;
    changes.newEvents = newEvents;
    changes.queue = queue;
    return changes;
}

QByteArray arrived(int number, const QString& transaction)
{
    return ShownRoom::message(number, ShownRoom::own, {{u"unsigned"_s, QJsonObject{{u"transaction_id"_s, transaction}}}});
}

} // namespace

TEST_CASE("a message that is sent is there once all the time, in one row, and never goes away")
{
    ShownRoom room;
    room.appendMessages(1, 3);
    room.open();
    room.queue(u"t1"_s, u"Nr. 4"_s);
    room.service->refreshQueue(ShownRoom::id);
    REQUIRE(room.texts().size() == 4);
    const QString key = room.messages().last().key;
    const auto checkSame = [&](SendState state) {
        REQUIRE(room.texts().count(u"Nr. 4"_s) == 1);
        const auto row = room.messages()[room.texts().indexOf(u"Nr. 4"_s)];
        CHECK(row.key == key);
        CHECK(row.sendState == state);
    };
    checkSame(SendState::Sending);
    room.changes.clear();

    SECTION("the answer of the server comes first")
    {
        REQUIRE(room.sendQueue.setSent(u"t1"_s, ShownRoom::eventId(4)));
        room.service->refreshQueue(ShownRoom::id);
        checkSame(SendState::Sent);
        room.append(arrived(4, u"t1"_s));
        REQUIRE(room.sendQueue.removeArrived(ShownRoom::id, u"t1"_s, ShownRoom::eventId(4)));
        room.apply(changed(true, true));
    }
    SECTION("the event comes first")
    {
        room.append(arrived(4, u"t1"_s));
        REQUIRE(room.sendQueue.removeArrived(ShownRoom::id, u"t1"_s, ShownRoom::eventId(4)));
        room.apply(changed(true, true));
    }
    SECTION("the queue tells of it before the timeline does")
    {
        room.append(arrived(4, u"t1"_s));
        REQUIRE(room.sendQueue.removeArrived(ShownRoom::id, u"t1"_s, ShownRoom::eventId(4)));
        room.service->refreshQueue(ShownRoom::id);
        checkSame(SendState::Sent);
        room.apply(changed(true, true));
    }
    SECTION("another device does not say which transaction it was")
    {
        REQUIRE(room.sendQueue.setSent(u"t1"_s, ShownRoom::eventId(4)));
        room.service->refreshQueue(ShownRoom::id);
        room.append(ShownRoom::message(4, ShownRoom::own));
        REQUIRE(room.sendQueue.removeArrived(ShownRoom::id, {}, ShownRoom::eventId(4)));
        room.apply(changed(true, true));
    }
    SECTION("others write in between")
    {
        room.appendMessages(5, 6);
        room.append(arrived(4, u"t1"_s));
        REQUIRE(room.sendQueue.removeArrived(ShownRoom::id, u"t1"_s, ShownRoom::eventId(4)));
        room.apply(changed(true, true));
    }
    checkSame(SendState::Sent);
    for (const auto& diffs : room.changes) {
        for (const auto& diff : diffs) {
            CHECK(!std::holds_alternative<RemoveItems>(diff));
            CHECK(!std::holds_alternative<ResetItems<TimelineItem>>(diff));
        }
    }
}

TEST_CASE("after a restart the queue is shown behind the newest messages")
{
    ShownRoom room;
    room.appendMessages(1, 2);
    room.queue(u"t1"_s, u"wartet"_s);
    room.queue(u"t2"_s, u"ging nicht"_s);
    REQUIRE(room.sendQueue.setFailed(u"t2"_s, static_cast<int>(ErrorCode::Forbidden)));
    room.clock.time.ms += 60'000;
    room.open();
    REQUIRE(room.texts() == QStringList{u"Nr. 1"_s, u"Nr. 2"_s, u"wartet"_s, u"ging nicht"_s});
    CHECK(room.messages()[2].sendState == SendState::Waiting);
    CHECK(room.messages()[2].transactionId == u"t1"_s);
    CHECK(room.messages()[3].sendState == SendState::Failed);
    CHECK(room.messages()[3].failure == static_cast<int>(ErrorCode::Forbidden));
    CHECK(room.states.last().summary.sending == RoomSummary::Sending::Failed);
    REQUIRE(room.sendQueue.removeUnsent(u"t2"_s));
    room.service->refreshQueue(ShownRoom::id);
    CHECK(room.texts().size() == 3);
}

TEST_CASE("a private receipt goes out for the newest message of others")
{
    ShownRoom room;
    room.server.on("POST", receipts, {FakeHomeserver::json("{}")});
    room.appendMessages(1, 2);
    room.append(ShownRoom::message(3, ShownRoom::own));
    room.open();
    room.service->markRead(ShownRoom::id);
    runAll();
    REQUIRE(room.server.requests().size() == 1);
    CHECK(
        room.server.requests()[0].url.path(QUrl::FullyEncoded).endsWith(u"/rooms/%21room%3Ax.de/receipt/m.read.private/%242"_s));
}

TEST_CASE("who reads and leaves at once has read")
{
    ShownRoom room;
    room.server.on("POST", receipts, {FakeHomeserver::after(5, FakeHomeserver::json("{}"))});
    room.appendMessages(1, 1);
    room.open();
    room.service->markRead(ShownRoom::id);
    room.service->close(ShownRoom::id);
    runAll();
    room.open();
    room.service->markRead(ShownRoom::id);
    CHECK(room.server.requests().size() == 1);
}

TEST_CASE("who is no member any more sends no receipts")
{
    ShownRoom room;
    room.appendMessages(1, 1);
    room.changeRecord([](RoomRecord& record) { record.summary.membership = Membership::Leave; });
    room.open();
    room.service->markRead(ShownRoom::id);
    runAll();
    CHECK(room.server.requests().empty());
}
