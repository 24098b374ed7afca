#include "core/room/RoomName.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("a room without a name is called after its members")
{
    CHECK(computedRoomName({u"Anna"_s}, 1) == u"Anna"_s);
    CHECK(computedRoomName({u"Anna"_s, u"Bert"_s}, 2) == u"Anna, Bert"_s);
    CHECK(computedRoomName({u"Anna"_s, u"Bert"_s}, 5) == u"Anna, Bert +3"_s);
    CHECK(computedRoomName({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}, 6) == u"1, 2, 3, 4, 5 +1"_s);
}

TEST_CASE("who has no name is counted")
{
    CHECK(computedRoomName({u"Anna"_s, QString()}, 2) == u"Anna +1"_s);
}

TEST_CASE("where nobody has a name, a number is not a name either")
{
    CHECK(computedRoomName({QString()}, 1).isEmpty());
    CHECK(computedRoomName({}, 3).isEmpty());
}

TEST_CASE("a room that everybody has left is still called after them, an empty one is not called anything")
{
    CHECK(computedRoomName({u"Anna"_s}, 0) == u"Anna"_s);
    CHECK(computedRoomName({}, 0).isEmpty());
    CHECK(computedRoomName({QString()}, 0).isEmpty());
    CHECK(computedRoomName({}, -1).isEmpty());
}
