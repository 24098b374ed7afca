#include "core/api/endpoints/Sync.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Result<SyncResponse> parse(const QByteArray& body)
{
    return parseSyncResponse(withJsonPadding(body));
}

constexpr char everything[] = R"({
  "next_batch": "s72595_4483_1934",
  "account_data": {"events": [{"type":"m.direct","content":{}}]},
  "to_device": {"events": [ {"type":"m.room.encrypted","a":[1,{"b":"}"}]}, {"type":"m.dummy"}]},
  "device_lists": {"changed": ["@a:x.de", 7, "@b:x.de"], "left": ["@c:x.de"]},
  "device_one_time_keys_count": {"signed_curve25519": 42, "odd": -1, "odder": 1e3},
  "device_unused_fallback_key_types": ["signed_curve25519"],
  "rooms": {
    "join": {
      "!one:x.de": {
        "summary": {"m.heroes": ["@a:x.de","@b:x.de"], "m.joined_member_count": 3, "m.invited_member_count": 0},
        "state": {"events": [{"type":"m.room.create"}]},
        "timeline": {"events": [{"event_id":"$1"},{"event_id":"$2"}], "limited": true, "prev_batch": "p\u00e4"},
        "account_data": {"events": [{"type":"m.tag"}]},
        "ephemeral": {"events": [{"type":"m.receipt"}]},
        "unread_notifications": {"notification_count": 2, "highlight_count": 1}
      },
      "!two:x.de": {}
    },
    "invite": {"!three:x.de": {"invite_state": {"events": [{"type":"m.room.member"}]}}},
    "leave": {"!four:x.de": {"timeline": {"events": [], "limited": false, "prev_batch": "q"}}},
    "knock": {"!five:x.de": {}}
  },
  "something.new": [1, 2, 3]
})";

} // namespace

TEST_CASE("a sync response is cut into its parts and each event stays as it came")
{
    const auto response = parse(everything);
    REQUIRE(response);
    CHECK(response->nextBatch == u"s72595_4483_1934"_s);
    CHECK(response->accountData == std::vector<std::string_view>{R"({"type":"m.direct","content":{}})"});
    CHECK(response->toDevice ==
          std::vector<std::string_view>{R"({"type":"m.room.encrypted","a":[1,{"b":"}"}]})", R"({"type":"m.dummy"})"});
    CHECK(response->changedDeviceLists == QStringList{u"@a:x.de"_s, u"@b:x.de"_s});
    CHECK(response->leftDeviceLists == QStringList{u"@c:x.de"_s});
    CHECK(response->oneTimeKeyCounts == QMap<QString, int>{{u"signed_curve25519"_s, 42}});
    CHECK(response->unusedFallbackKeyTypes == QStringList{u"signed_curve25519"_s});

    REQUIRE(response->rooms.size() == 4);
    const SyncRoom& one = response->rooms[0];
    CHECK(one.section == SyncRoom::Section::Join);
    CHECK(one.id.toString() == u"!one:x.de"_s);
    CHECK(one.state == std::vector<std::string_view>{R"({"type":"m.room.create"})"});
    CHECK(one.timeline == std::vector<std::string_view>{R"({"event_id":"$1"})", R"({"event_id":"$2"})"});
    CHECK(one.limited);
    CHECK(one.prevBatch == u"pä"_s);
    CHECK(one.accountData.size() == 1);
    CHECK(one.ephemeral.size() == 1);
    CHECK(one.notificationCount == 2);
    CHECK(one.highlightCount == 1);
    CHECK(one.joinedMemberCount == 3);
    CHECK(one.invitedMemberCount == 0);
    CHECK(one.heroes == QStringList{u"@a:x.de"_s, u"@b:x.de"_s});

    const SyncRoom& two = response->rooms[1];
    CHECK(two.timeline.empty());
    CHECK(!two.limited);
    CHECK(!two.notificationCount);
    CHECK(!two.heroes);
    CHECK(response->rooms[2].section == SyncRoom::Section::Invite);
    CHECK(response->rooms[2].state == std::vector<std::string_view>{R"({"type":"m.room.member"})"});
    CHECK(response->rooms[3].section == SyncRoom::Section::Leave);
    CHECK(!response->rooms[3].limited);
    CHECK(response->rooms[3].prevBatch == u"q"_s);
    CHECK(response->malformed == 0);
}

TEST_CASE("the parts of a sync response point into the body that it owns, also after it was moved")
{
    auto response = parse(everything);
    REQUIRE(response);
    const SyncResponse moved = std::move(*response);
    const std::string_view event = moved.toDevice.at(0);
    CHECK(event.data() >= moved.body.constData());
    CHECK(event.data() + event.size() <= moved.body.constData() + moved.body.size());
}

TEST_CASE("absent is another thing than empty for what the encryption counts")
{
    const auto absent = parse(R"({"next_batch":"s"})");
    REQUIRE(absent);
    CHECK(!absent->oneTimeKeyCounts);
    CHECK(!absent->unusedFallbackKeyTypes);
    const auto empty = parse(R"({"next_batch":"s","device_one_time_keys_count":{},"device_unused_fallback_key_types":[]})");
    REQUIRE(empty);
    CHECK(empty->oneTimeKeyCounts == QMap<QString, int>{});
    CHECK(empty->unusedFallbackKeyTypes == QStringList{});
}

TEST_CASE("without a next batch there is no sync response")
{
    for (const QByteArray body : {"", "{}", "[]", "null", "x", "{\"next_batch\":7}", "{\"next_batch\":\"\"}",
                                  "{\"next_batch\":null}", "{\"next_batch\":\"s\"", "{\"rooms\":{}}"}) {
        INFO(body.toStdString());
        const auto response = parse(body);
        REQUIRE(!response);
        CHECK(response.error().code == ErrorCode::Protocol);
    }
}

TEST_CASE("a malformed part is left out and counted, and the rest is read")
{
    const struct {
        QByteArray part;
        int malformed;
    } table[] = {
        {R"("rooms":7)", 1},
        {R"("rooms":{"join":[]})", 1},
        {R"("rooms":{"join":{"no room":{}}})", 1},
        {R"("rooms":{"join":{"!a:x.de":null}})", 1},
        {R"("rooms":{"join":{"!a:x.de":{"timeline":"x"}}})", 1},
        {R"("rooms":{"join":{"!a:x.de":{"timeline":{"events":{}}}}})", 1},
        {R"("to_device":[])", 1},
        {R"("to_device":{"events":"x"})", 1},
        {R"("account_data":null)", 1},
        {R"("device_lists":"x")", 1},
        {R"("unknown":{"events":"x"})", 0},
    };
    for (const auto& row : table) {
        INFO(row.part.toStdString());
        const auto response =
            parse("{" + row.part + R"(,"next_batch":"s","rooms":{"join":{"!good:x.de":{"state":{"events":[{}]}}}}})");
        REQUIRE(response);
        CHECK(response->malformed == row.malformed);
        REQUIRE(!response->rooms.empty());
        CHECK(response->rooms.back().id.toString() == u"!good:x.de"_s);
        CHECK(response->rooms.back().state.size() == 1);
    }
}

TEST_CASE("a sync response that ends anywhere is refused and never read beyond its end")
{
    const QByteArray whole = QByteArray(everything).trimmed();
    for (qsizetype size = 0; size < whole.size(); ++size)
        CHECK(!parse(whole.left(size)));
}

TEST_CASE("absurd numbers are left out or capped")
{
    const auto response = parse(R"({"next_batch":"s","rooms":{"join":{"!a:x.de":{
        "unread_notifications":{"notification_count":99999999999,"highlight_count":-3},
        "summary":{"m.joined_member_count":1.5,"m.heroes":["@1:x","@2:x","@3:x","@4:x","@5:x","@6:x","@7:x","@8:x","@9:x","@10:x","@11:x",7]}}}}})");
    REQUIRE(response);
    const SyncRoom& room = response->rooms.at(0);
    CHECK(room.notificationCount == 1'000'000);
    CHECK(!room.highlightCount);
    CHECK(!room.joinedMemberCount);
    CHECK(room.heroes->size() == 10);
}

TEST_CASE("the long poll has its own lane and outlasts the wait at the server")
{
    const auto first = endpoints::sync({}, u"7"_s, std::chrono::seconds(0));
    CHECK(first.path == u"/_matrix/client/v3/sync?timeout=0&filter=7"_s);
    const auto next = endpoints::sync(u"s1&x=/y"_s, u"7"_s, std::chrono::seconds(30));
    CHECK(next.path == u"/_matrix/client/v3/sync?timeout=30000&filter=7&since=s1%26x%3D%2Fy"_s);
    CHECK(next.lane == HttpRequest::Lane::LongPoll);
    CHECK(next.timeout > std::chrono::seconds(30));
    CHECK(next.retry == Retry::Never);
}
