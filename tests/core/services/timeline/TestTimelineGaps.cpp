#include "tests/core/services/timeline/ShownRoom.h"
#include "tests/support/RunUntil.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

RoomChanges newChunk()
{
    RoomChanges changes;
    changes.id = ShownRoom::id;
    changes.newEvents = true;
    changes.newChunk = true;
    return changes;
}

QStringList numbers(int first, int last)
{
    QStringList texts;
    for (int number = first; number <= last; ++number)
        texts.append(u"Nr. %1"_s.arg(number));
    return texts;
}

} // namespace

TEST_CASE("a gap in the middle is shown and filled by itself, while the rows around it stay")
{
    ShownRoom room;
    room.appendMessages(1, 40);
    room.open();
    room.startChunk(u"p1"_s);
    room.appendMessages(101, 105);
    room.answerMessages({ShownRoom::page(100, 61, u"p2"_s), ShownRoom::page(60, 35, u"p3"_s)});
    room.apply(newChunk());
    CHECK(room.hasGap());
    CHECK(room.texts() == numbers(1, 40) + numbers(101, 105));
    const QString key = room.messages().first().key;
    REQUIRE(runUntil([&] { return !room.hasGap(); }));
    CHECK(room.texts() == numbers(1, 105));
    CHECK(room.messages().first().key == key);
    runAll();
    CHECK(room.messageRequests() == 2);
    for (const auto& diffs : room.changes.mid(1)) {
        for (const auto& diff : diffs)
            CHECK(!std::holds_alternative<ResetItems<TimelineItem>>(diff));
    }
}

TEST_CASE("a gap that cannot be filled now is tried again with the next change, or when the person asks")
{
    ShownRoom room;
    room.appendMessages(1, 40);
    room.open();
    room.startChunk(u"p1"_s);
    room.appendMessages(42, 45);
    room.answerMessages({FakeHomeserver::errcode(403, u"M_FORBIDDEN"_s), ShownRoom::page(41, 39, u"p2"_s)});
    room.apply(newChunk());
    REQUIRE(runUntil([&] { return room.states.last().loadError.has_value(); }));
    CHECK(room.hasGap());
    SECTION("with the next change")
    {
        RoomChanges change;
        change.id = ShownRoom::id;
        room.apply(change);
    }
    SECTION("when the person asks")
    {
        room.service->loadOlder(ShownRoom::id);
    }
    REQUIRE(runUntil([&] { return !room.hasGap(); }));
    CHECK(room.texts() == numbers(1, 45));
    CHECK(!room.states.last().loadError);
}

TEST_CASE("a gap that is too large is not filled: what is shown begins behind it")
{
    ShownRoom room;
    room.appendMessages(1, 40);
    room.open();
    room.startChunk(u"p0"_s);
    room.appendMessages(9'001, 9'005);
    std::vector<FakeHomeserver::Answer> pages;
    for (int i = 0; i < 30; ++i)
        pages.push_back(ShownRoom::page(9'000 - 50 * i, 9'000 - 50 * i - 49, u"p%1"_s.arg(i + 1)));
    room.answerMessages(pages);
    room.apply(newChunk());
    REQUIRE(runUntil([&] { return !room.hasGap(); }));
    runAll();
    CHECK(room.messageRequests() == 10);
    CHECK(room.texts() == numbers(8'501, 9'005));
    CHECK(!room.states.last().reachedStart);
    room.service->loadOlder(ShownRoom::id);
    REQUIRE(runUntil([&] { return !room.states.last().loadingOlder; }));
    CHECK(room.texts() == numbers(8'451, 9'005));
}

TEST_CASE("a second gap while the first is open: what is shown begins behind the first")
{
    ShownRoom room;
    room.appendMessages(1, 40);
    room.open();
    room.answerMessages({FakeHomeserver::held(ShownRoom::page(60, 51, u"p2"_s)), ShownRoom::page(80, 65, u"q2"_s)});
    room.startChunk(u"p1"_s);
    room.appendMessages(61, 65);
    room.apply(newChunk());
    room.startChunk(u"q1"_s);
    room.appendMessages(81, 85);
    room.apply(newChunk());
    CHECK(room.hasGap());
    CHECK(room.texts() == numbers(61, 65) + numbers(81, 85));
    room.server.release();
    REQUIRE(runUntil([&] { return !room.hasGap(); }));
    CHECK(room.texts() == numbers(61, 85));
    room.answerMessages({ShownRoom::page(50, 35, u"p3"_s)});
    room.service->loadOlder(ShownRoom::id);
    REQUIRE(runUntil([&] { return !room.states.last().loadingOlder; }));
    CHECK(room.texts().mid(room.texts().size() - 35) == numbers(51, 85));
}

TEST_CASE("a chunk that meets the one before in the store leaves no gap")
{
    ShownRoom room;
    room.appendMessages(1, 10);
    room.open();
    room.startChunk({});
    room.appendMessages(11, 12);
    room.apply(newChunk());
    CHECK(!room.hasGap());
    CHECK(room.texts() == numbers(1, 12));
    CHECK(room.messageRequests() == 0);
}
