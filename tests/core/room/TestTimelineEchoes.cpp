#include "tests/core/room/Conversation.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

using SendState = TimelineItem::SendState;

namespace {

const UserId own = Conversation::own;
const UserId anna = Conversation::anna;

TimelineEcho echo(const Conversation& chat, const QString& transaction, const QString& text)
{
    return {.transactionId = transaction,
            .type = u"m.room.message"_s,
            .content = R"({"msgtype":"m.text","body":")" + text.toUtf8() + "\"}",
            .eventId = {},
            .queuedAt = {chat.clock}};
}

EventId arrive(Conversation& chat, const QString& text, const QString& transaction)
{
    QJsonObject event{{u"sender"_s, own.toString()},
                      {u"type"_s, u"m.room.encrypted"_s},
                      {u"content"_s, QJsonObject{{u"ciphertext"_s, u"x"_s}}}};
    if (!transaction.isEmpty())
        event.insert(u"unsigned"_s, QJsonObject{{u"transaction_id"_s, transaction}});
    return chat.add(
        event, TimelineEvent::Reading::Decrypted,
        {{u"type"_s, u"m.room.message"_s}, {u"content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text}}}});
}

} // namespace

TEST_CASE("what is written stands at the end until it is sent")
{
    Conversation chat;
    chat.say(own, u"davor"_s);
    chat.fold.setEchoes({echo(chat, u"t1"_s, u"eins"_s), echo(chat, u"t2"_s, u"zwei"_s)});
    chat.context.now = {chat.clock + 5'000};
    const auto rows = chat.rows();
    REQUIRE(rows.size() == 3);
    CHECK(chat.texts() == QStringList{u"davor"_s, u"eins"_s, u"zwei"_s});
    CHECK(rows[1].own);
    CHECK(rows[1].senderName == u"Ich"_s);
    CHECK(rows[1].transactionId == u"t1"_s);
    CHECK(rows[1].eventId.isEmpty());
    CHECK(rows[1].sendState == SendState::Sending);
    CHECK(!rows[1].firstOfSender);
    CHECK(rows[1].authenticity == TimelineItem::Authenticity::Proven);
    chat.context.now = {chat.clock + 10'000};
    CHECK(chat.rows()[1].sendState == SendState::Waiting);
}

TEST_CASE("a message that failed says why, one that was sent has its event id")
{
    Conversation chat;
    auto failed = echo(chat, u"t1"_s, u"eins"_s);
    failed.state = TimelineEcho::State::Failed;
    failed.failure = 7;
    auto sent = echo(chat, u"t2"_s, u"zwei"_s);
    sent.state = TimelineEcho::State::Sent;
    sent.eventId = EventId::parse(u"$e"_s).value();
    chat.fold.setEchoes({failed, sent});
    const auto rows = chat.rows();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].sendState == SendState::Failed);
    CHECK(rows[0].failure == 7);
    CHECK(rows[1].sendState == SendState::Sent);
    CHECK(!rows[1].failure);
    CHECK(rows[1].eventId == sent.eventId);
    CHECK(rows[0].key != rows[1].key);
}

TEST_CASE("a sent message is one row with one key, whatever comes first")
{
    Conversation chat;
    auto message = echo(chat, u"t1"_s, u"eins"_s);
    chat.fold.setEchoes({message});
    const QString key = chat.rows().first().key;

    SECTION("the answer, then the event with its transaction")
    {
        message.state = TimelineEcho::State::Sent;
        message.eventId = EventId::parse(u"$1"_s).value();
        chat.fold.setEchoes({message});
        CHECK(chat.rows().first().key == key);
        arrive(chat, u"eins"_s, u"t1"_s);
    }
    SECTION("the event before the answer")
    {
        arrive(chat, u"eins"_s, u"t1"_s);
    }
    SECTION("the event before the answer, and the queue is read before it was cleared")
    {
        arrive(chat, u"eins"_s, u"t1"_s);
        chat.fold.setEchoes({message});
    }
    SECTION("the answer, then the event without its transaction")
    {
        message.state = TimelineEcho::State::Sent;
        message.eventId = EventId::parse(u"$1"_s).value();
        chat.fold.setEchoes({message});
        arrive(chat, u"eins"_s, {});
    }
    CHECK(chat.texts() == QStringList{u"eins"_s});
    CHECK(chat.rows().first().key == key);
    chat.fold.setEchoes({});
    CHECK(chat.texts() == QStringList{u"eins"_s});
    CHECK(chat.rows().first().key == key);
    CHECK(chat.rows().first().transactionId.isEmpty());
    chat.remove(chat.rows().first().eventId, own, 1);
    CHECK(chat.rows().first().key == key);
}

TEST_CASE("a transaction that the server repeats for two events, or for one of somebody else, makes no equal keys")
{
    Conversation chat;
    arrive(chat, u"eins"_s, u"t1"_s);
    arrive(chat, u"zwei"_s, u"t1"_s);
    chat.add({{u"sender"_s, anna.toString()},
              {u"content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"drei"_s}}},
              {u"unsigned"_s, QJsonObject{{u"transaction_id"_s, u"t2"_s}}}});
    chat.fold.setEchoes({echo(chat, u"t2"_s, u"vier"_s)});
    CHECK(chat.texts() == QStringList{u"eins"_s, u"zwei"_s, u"drei"_s, u"vier"_s});
    QSet<QString> keys;
    for (const auto& row : chat.rows())
        keys.insert(row.key);
    CHECK(keys.size() == 4);
}

TEST_CASE("what is no message in the queue has no row")
{
    Conversation chat;
    auto broken = echo(chat, u"t1"_s, u"x"_s);
    broken.content = "[";
    chat.fold.setEchoes({broken});
    CHECK(chat.rows().isEmpty());
}

TEST_CASE("an edit or a reaction in the queue is shown where it will be")
{
    Conversation chat;
    const auto mine = chat.say(own, u"alt"_s);
    const auto hers = chat.say(anna, u"Hallo"_s);
    auto edit = echo(chat, u"t1"_s, {});
    edit.content = R"({"msgtype":"m.text","body":"* neu","m.new_content":{"msgtype":"m.text","body":"neu"},
        "m.relates_to":{"rel_type":"m.replace","event_id":")" +
                   mine.toUtf8() + "\"}}";
    auto reaction = echo(chat, u"t2"_s, {});
    reaction.type = u"m.reaction"_s;
    reaction.content = R"({"m.relates_to":{"rel_type":"m.annotation","key":"👍","event_id":")" + hers.toUtf8() + "\"}}";
    chat.fold.setEchoes({edit, reaction});
    CHECK(chat.texts() == QStringList{u"neu"_s, u"Hallo"_s});
    CHECK(chat.row(hers).reactions == QList<Reaction>{{.key = u"👍"_s, .senderNames = {u"Ich"_s}, .own = true}});
}
