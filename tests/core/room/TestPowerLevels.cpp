#include "core/room/PowerLevels.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const UserId anna = UserId::parse(u"@anna:x.de").value();
const UserId bert = UserId::parse(u"@bert:x.de").value();

bool may(const QByteArray& levels, const UserId& user = anna, QStringView version = u"10",
         std::string_view type = "m.room.encrypted")
{
    const auto document = JsonDocument::parse(levels);
    REQUIRE(document);
    return maySendEvent(document->root(), user, type, bert, version);
}

} // namespace

TEST_CASE("without levels everybody may write")
{
    CHECK(maySendEvent({}, anna, "m.room.encrypted", bert, u"10"));
    CHECK(may("{}"));
    CHECK(may("[]"));
    CHECK(may("null"));
}

TEST_CASE("who has the level that is needed may write")
{
    CHECK(!may(R"({"events_default":50})"));
    CHECK(may(R"({"events_default":50,"users_default":50})"));
    CHECK(may(R"({"events_default":50,"users":{"@anna:x.de":50}})"));
    CHECK(!may(R"({"events_default":50,"users":{"@anna:x.de":49},"users_default":100})"));
    CHECK(!may(R"({"users_default":-1})"));
    CHECK(!may(R"({"events":{"m.room.encrypted":1}})"));
    CHECK(may(R"({"events":{"m.room.encrypted":0},"events_default":50})"));
    CHECK(!may(R"({"events":{"m.room.encrypted":0},"events_default":50})", anna, u"10", "m.room.message"));
    CHECK(may(R"({"events_default":50,"users":{"@bert:x.de":100}})", bert));
}

TEST_CASE("a level that is none counts as the default")
{
    for (const QByteArray level : {"null", "1.5", "{}", "[100]", "true", "9007199254740992", "\"\"", "\"x\"", "\"1.5\""}) {
        INFO(level.toStdString());
        CHECK(!may(R"({"events_default":50,"users":{"@anna:x.de":)" + level + "}}", anna, u"1"));
        CHECK(may(R"({"events_default":)" + level + "}", anna, u"1"));
        CHECK(may(R"({"events":{"m.room.encrypted":)" + level + R"(},"events_default":0})", anna, u"1"));
    }
}

TEST_CASE("levels written as text count in old rooms only")
{
    const QByteArray levels = R"({"events_default":50,"users":{"@anna:x.de":" 50 "}})";
    CHECK(may(levels, anna, u"9"));
    CHECK(may(levels, anna, u"1"));
    CHECK(!may(levels, anna, u"10"));
    CHECK(!may(levels, anna, u"12"));
}

TEST_CASE("from room version 12 on the creator may do everything")
{
    const QByteArray levels = R"({"events_default":9007199254740991,"users":{"@bert:x.de":0}})";
    CHECK(!may(levels, bert, u"11"));
    CHECK(may(levels, bert, u"12"));
    CHECK(!may(levels, anna, u"12"));
    CHECK(!may(levels, bert, u"org.example.12"));
    const auto document = JsonDocument::parse(levels);
    CHECK(!maySendEvent(document->root(), {}, "m.room.encrypted", {}, u"12"));
}
