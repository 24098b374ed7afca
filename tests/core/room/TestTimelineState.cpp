#include "tests/core/room/Conversation.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

using Change = TimelineItem::Change;

namespace {

const UserId anna = Conversation::anna;
const UserId bert = Conversation::bert;

QJsonObject member(const QString& membership, const QString& name = {})
{
    QJsonObject content{{u"membership"_s, membership}};
    if (!name.isEmpty())
        content.insert(u"displayname"_s, name);
    return content;
}

// What is shown of Anna doing this to Bert, or to herself.
TimelineItem shown(const UserId& target, const QJsonObject& now, const QJsonObject& before = {})
{
    Conversation chat;
    chat.state(anna, u"m.room.member"_s, target.toString(), now, before);
    const auto rows = chat.rows();
    CHECK(rows.size() <= 1);
    return rows.isEmpty() ? TimelineItem{} : rows.first();
}

TimelineItem shown(const QString& type, const QJsonObject& now, const QJsonObject& before = {})
{
    Conversation chat;
    chat.state(anna, type, {}, now, before);
    return chat.rows().isEmpty() ? TimelineItem{} : chat.rows().first();
}

} // namespace

TEST_CASE("who comes and goes is shown")
{
    const struct {
        UserId target;
        QString now;
        QString before;
        Change change;
    } table[] = {
        {anna, u"join"_s, {}, Change::Joined},
        {anna, u"join"_s, u"invite"_s, Change::Joined},
        {anna, u"join"_s, u"leave"_s, Change::Joined},
        {anna, u"join"_s, u"join"_s, Change::None},
        {anna, u"leave"_s, {}, Change::Left},
        {anna, u"leave"_s, u"join"_s, Change::Left},
        {anna, u"leave"_s, u"invite"_s, Change::Rejected},
        {anna, u"leave"_s, u"knock"_s, Change::None},
        {bert, u"invite"_s, {}, Change::Invited},
        {bert, u"invite"_s, u"leave"_s, Change::Invited},
        {bert, u"invite"_s, u"invite"_s, Change::None},
        {bert, u"leave"_s, u"join"_s, Change::Kicked},
        {bert, u"leave"_s, u"invite"_s, Change::Kicked},
        {bert, u"leave"_s, u"ban"_s, Change::None},
        {bert, u"ban"_s, u"join"_s, Change::Banned},
        {bert, u"ban"_s, {}, Change::Banned},
        {bert, u"ban"_s, u"ban"_s, Change::None},
        {bert, u"knock"_s, {}, Change::None},
        {bert, u"nonsense"_s, u"join"_s, Change::None},
    };
    for (const auto& line : table) {
        INFO(line.now.toStdString() << " after " << line.before.toStdString());
        const auto row = shown(line.target, member(line.now), line.before.isEmpty() ? QJsonObject() : member(line.before));
        CHECK(row.change == line.change);
        if (line.change == Change::None)
            continue;
        CHECK(row.kind == TimelineItem::Kind::StateChange);
        CHECK(row.senderName == u"Anna"_s);
        CHECK(row.targetName == (line.target == bert ? u"Bert"_s : QString()));
        CHECK(row.sendState == TimelineItem::SendState::Received);
    }
    CHECK(shown(UserId::parse(u"@x:y").value(), {{u"membership"_s, 7}}).change == Change::None);
}

TEST_CASE("somebody who is not known any more has the name of the event")
{
    Conversation chat;
    chat.context.names.clear();
    chat.state(anna, u"m.room.member"_s, anna.toString(), member(u"leave"_s), member(u"join"_s, u"An\u202Ena"_s));
    chat.state(anna, u"m.room.member"_s, bert.toString(), member(u"invite"_s, u"Bert"_s));
    chat.state(anna, u"m.room.member"_s, bert.toString(), member(u"leave"_s), member(u"invite"_s));
    const auto rows = chat.rows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].senderName == u"Anna"_s);
    CHECK(rows[1].senderName.isEmpty());
    CHECK(rows[1].targetName == u"Bert"_s);
    CHECK(rows[2].targetName.isEmpty());
}

TEST_CASE("another name of a person is shown with the old and the new one")
{
    const auto row = shown(anna, member(u"join"_s, u"Anna Neu"_s), member(u"join"_s, u"Anna Alt"_s));
    CHECK(row.change == Change::ProfileName);
    CHECK(row.senderName == u"Anna Alt"_s);
    CHECK(row.text == u"Anna Neu"_s);
    CHECK(shown(anna, member(u"join"_s, u"Anna"_s), member(u"join"_s, u"Anna\u200B"_s)).change == Change::None);
    CHECK(shown(anna, member(u"join"_s), member(u"join"_s, u"Anna"_s)).change == Change::None);
    CHECK(shown(anna, member(u"join"_s, u"Anna"_s), member(u"join"_s)).change == Change::None);
}

TEST_CASE("name and topic of the room are shown when they change")
{
    auto row = shown(u"m.room.name"_s, {{u"name"_s, u"Wund\u202Eversorgung"_s}});
    CHECK(row.change == Change::RoomName);
    CHECK(row.text == u"Wundversorgung"_s);
    CHECK(shown(u"m.room.name"_s, {{u"name"_s, u"a"_s}}, {{u"name"_s, u"a"_s}}).change == Change::None);
    CHECK(shown(u"m.room.name"_s, {{u"name"_s, u"b"_s}}, {{u"name"_s, u"a"_s}}).change == Change::RoomName);
    CHECK(shown(u"m.room.name"_s, {}, {{u"name"_s, u"a"_s}}).change == Change::Other);
    CHECK(shown(u"m.room.name"_s, {{u"name"_s, 7}}).change == Change::None);
    row = shown(u"m.room.topic"_s, {{u"topic"_s, u"Termine"_s}});
    CHECK(row.change == Change::Topic);
    CHECK(row.text == u"Termine"_s);
    CHECK(shown(u"de.gematik.tim.room.name"_s, {{u"name"_s, u"a"_s}}).change == Change::None);
}

TEST_CASE("encryption, who can read, who can join and a new room are shown")
{
    const QJsonObject megolm{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}};
    CHECK(shown(u"m.room.encryption"_s, megolm).change == Change::Encryption);
    CHECK(shown(u"m.room.encryption"_s, megolm, megolm).change == Change::None);
    CHECK(shown(u"m.room.encryption"_s, {{u"algorithm"_s, u"m.none"_s}}, megolm).change == Change::Other);
    CHECK(shown(u"m.room.encryption"_s, {}, megolm).change == Change::Other);
    CHECK(shown(u"m.room.encryption"_s, {}).change == Change::None);
    const QJsonObject invited{{u"history_visibility"_s, u"invited"_s}};
    const QJsonObject shared{{u"history_visibility"_s, u"shared"_s}};
    CHECK(shown(u"m.room.history_visibility"_s, invited).change == Change::None);
    CHECK(shown(u"m.room.history_visibility"_s, shared, invited).change == Change::HistoryVisibility);
    CHECK(shown(u"m.room.history_visibility"_s, invited, invited).change == Change::None);
    CHECK(shown(u"m.room.join_rules"_s, {{u"join_rule"_s, u"invite"_s}}).change == Change::None);
    CHECK(shown(u"m.room.join_rules"_s, {{u"join_rule"_s, u"public"_s}}, {{u"join_rule"_s, u"invite"_s}}).change ==
          Change::Other);
    CHECK(shown(u"m.room.tombstone"_s, {{u"replacement_room"_s, u"!new:x"_s}}).change == Change::Upgraded);
    CHECK(shown(u"m.room.power_levels"_s, {{u"users_default"_s, 50}}).change == Change::None);
    CHECK(shown(u"m.room.message"_s, {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"x"_s}}).change == Change::None);
}

TEST_CASE("a new chat begins with one row and not with all its settings")
{
    Conversation chat;
    chat.state(anna, u"m.room.create"_s, {}, {{u"creator"_s, anna.toString()}});
    chat.state(anna, u"m.room.member"_s, anna.toString(), member(u"join"_s));
    chat.state(anna, u"m.room.power_levels"_s, {}, {});
    chat.state(anna, u"m.room.join_rules"_s, {}, {{u"join_rule"_s, u"invite"_s}});
    chat.state(anna, u"m.room.history_visibility"_s, {}, {{u"history_visibility"_s, u"invited"_s}});
    chat.state(anna, u"m.room.encryption"_s, {}, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}});
    chat.state(anna, u"m.room.member"_s, bert.toString(), member(u"invite"_s));
    chat.state(bert, u"m.room.member"_s, bert.toString(), member(u"join"_s), member(u"invite"_s));
    QList<Change> changes;
    for (const auto& row : chat.rows())
        changes.append(row.change);
    CHECK(changes == QList<Change>{Change::Created, Change::Encryption, Change::Invited, Change::Joined});
}

TEST_CASE("a deleted setting has nothing to say, a deleted member still comes and goes")
{
    Conversation chat;
    const auto name = chat.state(anna, u"m.room.name"_s, {}, {{u"name"_s, u"a"_s}});
    CHECK(chat.rows().size() == 1);
    chat.remove(name, anna, 1);
    CHECK(chat.rows().isEmpty());
    chat.add({{u"type"_s, u"m.room.member"_s},
              {u"state_key"_s, anna.toString()},
              {u"content"_s, member(u"leave"_s)},
              {u"unsigned"_s, QJsonObject{{u"redacted_because"_s, QJsonObject()}}}});
    REQUIRE(chat.rows().size() == 1);
    CHECK(chat.rows()[0].change == Change::Left);
}
