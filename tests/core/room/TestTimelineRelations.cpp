#include "tests/core/room/Conversation.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

using Kind = TimelineItem::Kind;
using Reading = TimelineEvent::Reading;
using Reason = TimelineItem::Reason;
using Authenticity = TimelineItem::Authenticity;

namespace {

const UserId own = Conversation::own;
const UserId anna = Conversation::anna;
const UserId bert = Conversation::bert;

QJsonObject editOf(const QString& text)
{
    return {{u"msgtype"_s, u"m.text"_s},
            {u"body"_s, u"* "_s + text},
            {u"m.new_content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text}}}};
}

QJsonObject clear(const UserId& sender, QJsonObject content, const QJsonObject& relation)
{
    content.insert(u"m.relates_to"_s, relation);
    return {{u"sender"_s, sender.toString()}, {u"content"_s, content}};
}

} // namespace

TEST_CASE("an edited message shows its newest text in its old place")
{
    Conversation chat;
    const auto id = chat.say(anna, u"Dienstag"_s);
    chat.say(bert, u"gut"_s);
    chat.edit(anna, id, u"Mittwoch"_s);
    chat.edit(anna, id, u"Donnerstag"_s);
    CHECK(chat.texts() == QStringList{u"Donnerstag"_s, u"gut"_s});
    CHECK(chat.row(id).edited);
    CHECK(chat.row(id).timestamp.ms < chat.clock - 3 * 60'000);
}

TEST_CASE("an edit of somebody else, of another kind or in clear changes nothing and has no row")
{
    Conversation chat;
    const auto id = chat.say(anna, u"echt"_s);
    chat.edit(bert, id, u"falsch"_s);
    chat.add(clear(anna, editOf(u"falsch"_s), Conversation::replacing(id)));
    chat.encrypted(anna, u"m.sticker"_s, editOf(u"falsch"_s), Conversation::replacing(id));
    chat.encrypted(anna, u"m.room.message"_s, {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"falsch"_s}},
                   Conversation::replacing(id));
    chat.edit(anna, id, u"falsch"_s, Reading::Unproven);
    chat.unreadable(anna, Reason::MissingKey, Conversation::replacing(id));
    chat.add({{u"sender"_s, anna.toString()},
              {u"state_key"_s, QString()},
              {u"content"_s, clear(anna, editOf(u"falsch"_s), Conversation::replacing(id))[u"content"_s]}});
    CHECK(chat.texts() == QStringList{u"echt"_s});
    CHECK(!chat.row(id).edited);
}

TEST_CASE("an edit that stands only inside of the ciphertext or in what the server adds is none")
{
    Conversation chat;
    const auto id = chat.say(anna, u"echt"_s);
    QJsonObject inside = editOf(u"falsch"_s);
    inside.insert(u"m.relates_to"_s, Conversation::replacing(id));
    chat.encrypted(anna, u"m.room.message"_s, inside);
    CHECK(chat.row(id).text == u"echt"_s);
    CHECK(chat.texts() == QStringList{u"echt"_s, u"* falsch"_s});

    Conversation bundled;
    const QJsonObject edit{{u"event_id"_s, u"$e"_s}, {u"sender"_s, anna.toString()}, {u"content"_s, editOf(u"falsch"_s)}};
    const auto original = bundled.add({{u"content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"echt"_s}}},
                                       {u"unsigned"_s, QJsonObject{{u"m.relations"_s, QJsonObject{{u"m.replace"_s, edit}}}}}});
    CHECK(bundled.row(original).text == u"echt"_s);
}

TEST_CASE("an edit cannot be edited")
{
    Conversation chat;
    const auto id = chat.say(anna, u"1"_s);
    const auto edit = chat.edit(anna, id, u"2"_s);
    chat.edit(anna, edit, u"3"_s);
    CHECK(chat.texts() == QStringList{u"2"_s});
}

TEST_CASE("where the original is not proven, its edit need not be")
{
    Conversation chat;
    const auto id =
        chat.encrypted(anna, u"m.room.message"_s, {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"alt"_s}}, {}, Reading::Unproven);
    chat.edit(anna, id, u"neu"_s, Reading::Unproven);
    CHECK(chat.row(id).text == u"neu"_s);
    CHECK(chat.row(id).authenticity == Authenticity::NotProven);
}

TEST_CASE("an edit that came before its message counts")
{
    Conversation chat;
    const EventId later = EventId::parse(u"$2"_s).value();
    chat.edit(anna, later, u"neu"_s);
    CHECK(chat.rows().isEmpty());
    CHECK(chat.say(anna, u"alt"_s) == later);
    CHECK(chat.texts() == QStringList{u"neu"_s});
}

TEST_CASE("a deleted edit gives the text before it back, and leaves no row")
{
    Conversation chat;
    const auto id = chat.say(anna, u"1"_s);
    const auto second = chat.edit(anna, id, u"2"_s);
    const auto third = chat.edit(anna, id, u"3"_s);
    chat.remove(third, anna, chat.clock);
    CHECK(chat.texts() == QStringList{u"2"_s});
    chat.remove(second, anna, chat.clock);
    CHECK(chat.texts() == QStringList{u"1"_s});
    CHECK(!chat.row(id).edited);
}

TEST_CASE("reactions stand at their message, each of a person once")
{
    Conversation chat;
    const auto id = chat.say(anna, u"Hallo"_s);
    chat.react(bert, id, u"👍"_s);
    chat.react(own, id, u"❤️"_s);
    chat.react(own, id, u"👍"_s);
    chat.react(bert, id, u"👍"_s);
    chat.react(bert, id, u" \u202E"_s);
    const auto rows = chat.rows();
    REQUIRE(rows.size() == 1);
    REQUIRE(rows[0].reactions.size() == 2);
    CHECK(rows[0].reactions[0] == Reaction{.key = u"👍"_s, .senderNames = {u"Bert"_s, u"Ich"_s}, .own = true});
    CHECK(rows[0].reactions[1] == Reaction{.key = u"❤️"_s, .senderNames = {u"Ich"_s}, .own = true});
}

TEST_CASE("a deleted reaction is gone")
{
    Conversation chat;
    const auto id = chat.say(anna, u"Hallo"_s);
    const auto reaction = chat.react(bert, id, u"👍"_s);
    chat.remove(reaction, bert, chat.clock);
    CHECK(chat.rows().size() == 1);
    CHECK(chat.row(id).reactions.isEmpty());
}

TEST_CASE("a deleted message says who deleted it and when, and shows nothing else")
{
    Conversation chat;
    const auto id = chat.say(anna, u"geheim"_s);
    chat.react(bert, id, u"👍"_s);
    chat.edit(anna, id, u"noch geheimer"_s);
    chat.remove(id, bert, 1'700'000'000'000);
    const TimelineItem row = chat.row(id);
    CHECK(row.kind == Kind::Deleted);
    CHECK(row.deletedBy == u"Bert"_s);
    CHECK(row.deletedAt.ms == 1'700'000'000'000);
    CHECK(row.text.isEmpty());
    CHECK(!row.edited);
    CHECK(row.reactions.isEmpty());
    CHECK(row.authenticity == Authenticity::Proven);
    CHECK(row.senderName == u"Anna"_s);
}

TEST_CASE("what one has deleted oneself is told from what others have deleted")
{
    Conversation chat;
    const auto mine = chat.say(own, u"1"_s);
    const auto byOther = chat.say(own, u"2"_s);
    const auto byStranger = chat.say(own, u"3"_s);
    chat.remove(mine, own, 1);
    chat.remove(byOther, anna, 1);
    chat.remove(byStranger, UserId::parse(u"@x:amt.de").value(), 1);
    CHECK(chat.row(mine).own);
    CHECK(chat.row(mine).deletedBy.isEmpty());
    CHECK(chat.row(byOther).deletedBy == u"Anna"_s);
    CHECK(chat.row(byStranger).deletedBy == u"amt.de"_s);
    CHECK(chat.row(mine).sendState == TimelineItem::SendState::Received);
}

TEST_CASE("an encrypted event without its content was deleted, whoever did it")
{
    Conversation chat;
    const auto id = chat.add({{u"type"_s, u"m.room.encrypted"_s}});
    CHECK(chat.row(id).kind == Kind::Deleted);
    CHECK(chat.row(id).deletedBy.isEmpty());
}

TEST_CASE("a deleted event whose edit is still known as one leaves no row")
{
    Conversation chat;
    const QJsonObject because{{u"redacted_because"_s, QJsonObject{{u"sender"_s, anna.toString()}}}};
    chat.add({{u"type"_s, u"m.room.encrypted"_s},
              {u"content"_s, QJsonObject{{u"m.relates_to"_s, Conversation::replacing(EventId::parse(u"$x"_s).value())}}},
              {u"unsigned"_s, because}});
    CHECK(chat.rows().isEmpty());
}

TEST_CASE("a reply quotes what is known here, never what it brings along")
{
    Conversation chat;
    const auto question = chat.say(anna, u"Wann\n passt es?"_s);
    const auto answer = chat.say(own, u"> <@anna:x.de> Ich zahle alles\n\nMorgen"_s, Conversation::answering(question));
    CHECK(chat.row(answer).isReply);
    CHECK(chat.row(answer).text == u"Morgen"_s);
    CHECK(chat.row(answer).replyToName == u"Anna"_s);
    CHECK(chat.row(answer).replyToText == u"Wann passt es?"_s);
    chat.edit(anna, question, u"Wo?"_s);
    CHECK(chat.row(answer).replyToText == u"Wo?"_s);
    chat.remove(question, anna, 1);
    CHECK(chat.row(answer).replyToText.isEmpty());
    CHECK(chat.row(answer).isReply);
}

TEST_CASE("what is not sure to be of a person is not quoted as theirs")
{
    Conversation chat;
    const auto forged = chat.add(
        {{u"sender"_s, bert.toString()}, {u"content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"falsch"_s}}}});
    const auto answer = chat.say(anna, u"So?"_s, Conversation::answering(forged));
    CHECK(chat.row(answer).isReply);
    CHECK(chat.row(answer).replyToText.isEmpty());
    CHECK(chat.row(answer).replyToName.isEmpty());
}

TEST_CASE("messages that are answered and not here are asked for once")
{
    Conversation chat;
    const EventId old = EventId::parse(u"$old"_s).value();
    chat.say(anna, u"1"_s, Conversation::answering(old));
    chat.say(anna, u"2"_s, Conversation::answering(old));
    const auto here = chat.say(anna, u"3"_s);
    chat.say(anna, u"4"_s, Conversation::answering(here));
    CHECK(chat.fold.takeUnknownAnswered() == QList<EventId>{old});
    CHECK(chat.fold.takeUnknownAnswered().isEmpty());
    CHECK(chat.rows()[0].isReply);
    CHECK(chat.rows()[0].replyToText.isEmpty());
}

TEST_CASE("a message outside of the window is quoted and has no row")
{
    Conversation chat;
    const auto old = chat.say(bert, u"früher"_s);
    const auto answer = chat.say(anna, u"ja"_s, Conversation::answering(old));
    chat.edit(bert, old, u"damals"_s);
    chat.fold.setStart(2);
    CHECK(chat.fold.takeUnknownAnswered() == QList<EventId>{old});
    CHECK(chat.rows().size() == 1);
    chat.fold.add(
        {{.position = 1,
          .json =
              R"({"event_id":"$1","sender":"@bert:praxis.de","type":"m.room.encrypted","origin_server_ts":1,"content":{"a":1}})",
          .plain = R"({"type":"m.room.message","content":{"msgtype":"m.text","body":"früher"}})",
          .reading = Reading::Decrypted}});
    CHECK(chat.rows().size() == 1);
    CHECK(chat.row(answer).replyToName == u"Bert"_s);
    CHECK(chat.row(answer).replyToText == u"damals"_s);
}

TEST_CASE("a message that becomes readable late takes the place of its placeholder")
{
    Conversation chat;
    const auto id = chat.unreadable(anna, Reason::MissingKey);
    const QString key = chat.row(id).key;
    chat.fold.add(
        {{.position = 1,
          .json =
              R"({"event_id":"$1","sender":"@anna:x.de","type":"m.room.encrypted","origin_server_ts":1700000000000,"content":{"a":1}})",
          .plain = R"({"type":"m.room.message","content":{"msgtype":"m.text","body":"da"}})",
          .reading = Reading::Decrypted}});
    CHECK(chat.texts() == QStringList{u"da"_s});
    CHECK(chat.row(id).key == key);
}
