#include "core/tim/RoomCreation.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QMap<QString, QJsonObject> initialState(const QJsonObject& body)
{
    QMap<QString, QJsonObject> state;
    for (const auto& value : body[u"initial_state"_s].toArray()) {
        const QJsonObject event = value.toObject();
        CHECK(event[u"state_key"_s] == QString());
        CHECK(!state.contains(event[u"type"_s].toString()));
        state.insert(event[u"type"_s].toString(), event[u"content"_s].toObject());
    }
    return state;
}

void checkCommon(const QJsonObject& body)
{
    CHECK(body[u"creation_content"_s] == QJsonObject{{u"type"_s, u"de.gematik.tim.roomtype.default.v1"_s}});
    CHECK(body[u"visibility"_s] == u"private"_s);
    CHECK(body[u"room_version"_s] == u"10"_s);
    for (const auto& refused :
         {u"invite"_s, u"invite_3pid"_s, u"room_alias_name"_s, u"power_level_content_override"_s, u"type"_s})
        CHECK(!body.contains(refused));
    const auto state = initialState(body);
    CHECK(state[u"m.room.encryption"_s] == QJsonObject{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}});
    CHECK(state[u"m.room.history_visibility"_s] == QJsonObject{{u"history_visibility"_s, u"invited"_s}});
    CHECK(state.contains(u"de.gematik.tim.room.default.v1"_s));
    CHECK(!state.contains(u"m.room.join_rules"_s));
}

const UserId anna = UserId::parse(u"@anna:x.de").value();
const RoomId room = RoomId::parse(u"!room:x.de").value();

} // namespace

TEST_CASE("a chat of two is made the TI-M way, without an invitee")
{
    const auto body = tim::directChat();
    checkCommon(body);
    CHECK(body[u"preset"_s] == u"trusted_private_chat"_s);
    CHECK(body[u"is_direct"_s] == true);
    CHECK(!body.contains(u"name"_s));
    CHECK(!initialState(body).contains(u"de.gematik.tim.room.name"_s));
}

TEST_CASE("a group has its name and topic twice, with the same text")
{
    const auto body = tim::groupChat(u" Wundversorgung "_s, u" Termine "_s);
    checkCommon(body);
    CHECK(body[u"preset"_s] == u"private_chat"_s);
    CHECK(!body.contains(u"is_direct"_s));
    CHECK(body[u"name"_s] == u"Wundversorgung"_s);
    CHECK(body[u"topic"_s] == u"Termine"_s);
    const auto state = initialState(body);
    CHECK(state[u"de.gematik.tim.room.name"_s] == QJsonObject{{u"name"_s, u"Wundversorgung"_s}});
    CHECK(state[u"de.gematik.tim.room.topic"_s] == QJsonObject{{u"topic"_s, u"Termine"_s}});
}

TEST_CASE("a group without a topic has none of either kind")
{
    const auto body = tim::groupChat(u"Wundversorgung"_s, u"  "_s);
    checkCommon(body);
    CHECK(!body.contains(u"topic"_s));
    CHECK(!initialState(body).contains(u"de.gematik.tim.room.topic"_s));
}

TEST_CASE("a direct chat is added to those that are there")
{
    const QJsonObject before{{u"@anna:x.de"_s, QJsonArray{u"!old:x.de"_s}}, {u"@bert:x.de"_s, QJsonArray{u"!b:x.de"_s}}};
    const auto after = tim::withDirectChat(before, anna, room);
    CHECK(after[u"@anna:x.de"_s] == QJsonArray{u"!old:x.de"_s, u"!room:x.de"_s});
    CHECK(after[u"@bert:x.de"_s] == before[u"@bert:x.de"_s]);
    CHECK(tim::withDirectChat(after, anna, room) == after);
}

TEST_CASE("a damaged entry of the person is replaced, those of others stay as they are")
{
    const QJsonObject before{{u"@anna:x.de"_s, u"nonsense"_s}, {u"@bert:x.de"_s, 7}};
    const auto after = tim::withDirectChat(before, anna, room);
    CHECK(after[u"@anna:x.de"_s] == QJsonArray{u"!room:x.de"_s});
    CHECK(after[u"@bert:x.de"_s] == 7);
}
