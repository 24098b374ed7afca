#include "tests/core/room/Conversation.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

using Kind = TimelineItem::Kind;
using Reading = TimelineEvent::Reading;
using Reason = TimelineItem::Reason;
using Authenticity = TimelineItem::Authenticity;
using SendState = TimelineItem::SendState;

namespace {

const UserId own = Conversation::own;
const UserId anna = Conversation::anna;
const UserId bert = Conversation::bert;

QJsonObject text(const QString& body)
{
    return {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, body}};
}

} // namespace

TEST_CASE("a message is shown with its text, sender and time")
{
    Conversation chat;
    const qint64 when = chat.clock;
    const auto id = chat.say(anna, u"Guten Tag\u0007"_s);
    const auto rows = chat.rows();
    REQUIRE(rows.size() == 1);
    const TimelineItem& row = rows.first();
    CHECK(row.kind == Kind::Message);
    CHECK(row.eventId == id);
    CHECK(row.text == u"Guten Tag"_s);
    CHECK(row.sender == anna);
    CHECK(row.senderName == u"Anna"_s);
    CHECK(row.timestamp.ms == when);
    CHECK(!row.own);
    CHECK(!row.timeUncertain);
    CHECK(row.authenticity == Authenticity::Proven);
    CHECK(row.sendState == SendState::Received);
    CHECK(row.transactionId.isEmpty());
}

TEST_CASE("each kind of message becomes the row that fits it")
{
    using Type = TimelineItem::MessageType;
    const struct {
        QString type;
        Kind kind;
        Type messageType;
    } table[] = {{u"m.text"_s, Kind::Message, Type::Text},   {u"m.notice"_s, Kind::Message, Type::Notice},
                 {u"m.emote"_s, Kind::Message, Type::Emote}, {u"m.image"_s, Kind::File, Type::Image},
                 {u"m.file"_s, Kind::File, Type::File},      {u"m.audio"_s, Kind::File, Type::Audio},
                 {u"m.video"_s, Kind::File, Type::Video},    {u"m.location"_s, Kind::Location, Type::Text},
                 {u"de.new"_s, Kind::Message, Type::Text}};
    for (const auto& line : table) {
        INFO(line.type.toStdString());
        Conversation chat;
        const auto id = chat.encrypted(anna, u"m.room.message"_s, {{u"msgtype"_s, line.type}, {u"body"_s, u"Befund.pdf"_s}});
        CHECK(chat.row(id).kind == line.kind);
        CHECK(chat.row(id).messageType == line.messageType);
        CHECK(chat.row(id).text == u"Befund.pdf"_s);
        CHECK(chat.row(id).fileName == (line.kind == Kind::File ? u"Befund.pdf"_s : QString()));
    }
}

TEST_CASE("a file has its name, size and kind, and a caption if there is one")
{
    Conversation chat;
    const QJsonObject info{{u"size"_s, 2048}, {u"mimetype"_s, u"application/pdf"_s}};
    const auto id = chat.encrypted(
        anna, u"m.room.message"_s,
        {{u"msgtype"_s, u"m.file"_s}, {u"body"_s, u"Bitte lesen"_s}, {u"filename"_s, u"Be\u202Efund.pdf"_s}, {u"info"_s, info}});
    CHECK(chat.row(id).fileName == u"Befund.pdf"_s);
    CHECK(chat.row(id).text == u"Bitte lesen"_s);
    CHECK(chat.row(id).fileSize == 2048);
    CHECK(chat.row(id).mimeType == u"application/pdf"_s);
    const auto plain = chat.encrypted(anna, u"m.room.message"_s, {{u"msgtype"_s, u"m.file"_s}, {u"body"_s, u"a\u202Eb"_s}});
    CHECK(chat.row(plain).text == chat.row(plain).fileName);
}

TEST_CASE("an event that nobody understands shows its fallback, or that there was something, or nothing")
{
    Conversation chat;
    const auto sticker = chat.encrypted(anna, u"m.sticker"_s, {{u"body"_s, u"Ein Hase"_s}});
    CHECK(chat.row(sticker).kind == Kind::Unsupported);
    CHECK(chat.row(sticker).text == u"Ein Hase"_s);
    const auto broken = chat.encrypted(anna, u"m.room.message"_s, {{u"body"_s, 7}});
    CHECK(chat.row(broken).kind == Kind::Unsupported);
    CHECK(chat.row(broken).text.isEmpty());
    const auto poll = chat.encrypted(anna, u"m.poll.start"_s, {{u"m.text"_s, QJsonArray{QJsonObject{{u"body"_s, u"Wann?"_s}}}}});
    CHECK(chat.row(poll).text == u"Wann?"_s);
    const auto nested = chat.encrypted(anna, u"m.room.encrypted"_s, {{u"ciphertext"_s, u"AwgA"_s}});
    CHECK(chat.row(nested).kind == Kind::Unsupported);
    const auto shown = chat.rows().size();
    chat.encrypted(anna, u"m.key.verification.start"_s, {{u"method"_s, u"m.sas.v1"_s}});
    chat.add({{u"type"_s, u"m.call.candidates"_s}});
    chat.add({{u"type"_s, u"m.room.redaction"_s}, {u"redacts"_s, u"$x"_s}});
    CHECK(chat.rows().size() == shown);
}

TEST_CASE("an unusable event is left out and never stops the others")
{
    Conversation chat;
    chat.say(anna, u"eins"_s);
    chat.add({{u"sender"_s, 7}});
    chat.add({{u"event_id"_s, u"no id"_s}});
    chat.fold.add({{.position = 90, .json = "[", .plain = {}}, {.position = 91, .json = {}, .plain = {}}});
    const auto id = chat.add({{u"type"_s, u"m.room.encrypted"_s}, {u"content"_s, QJsonObject{{u"ciphertext"_s, u"x"_s}}}},
                             Reading::Decrypted);
    CHECK(chat.row(id).kind == Kind::Undecryptable);
    CHECK(chat.row(id).reason == Reason::Malformed);
    chat.say(anna, u"zwei"_s);
    CHECK(chat.texts() == QStringList{u"eins"_s, QString(), u"zwei"_s});
}

TEST_CASE("what cannot be decrypted says why")
{
    for (const auto reason : {Reason::None, Reason::MissingKey, Reason::Withheld, Reason::Replay, Reason::Malformed}) {
        Conversation chat;
        const auto id = chat.unreadable(anna, reason);
        CHECK(chat.row(id).kind == Kind::Undecryptable);
        CHECK(chat.row(id).reason == reason);
        CHECK(chat.row(id).senderName == u"Anna"_s);
    }
}

TEST_CASE("an event whose sender does not own its key is never shown under that name")
{
    Conversation chat;
    chat.say(own, u"Hallo"_s);
    const auto id = chat.unreadable(own, Reason::SenderMismatch);
    chat.say(own, u"Hallo"_s);
    const TimelineItem row = chat.row(id);
    CHECK(row.kind == Kind::Undecryptable);
    CHECK(row.sender.isEmpty());
    CHECK(row.senderName.isEmpty());
    CHECK(!row.own);
    CHECK(row.firstOfSender);
    CHECK(row.lastOfSender);
    CHECK(row.sendState == SendState::Received);
    const auto answer = chat.say(anna, u"Antwort"_s, Conversation::answering(id));
    CHECK(chat.row(answer).replyToName.isEmpty());
}

TEST_CASE("a key of unknown origin is told from a proven one")
{
    Conversation chat;
    const auto id = chat.encrypted(anna, u"m.room.message"_s, text(u"alt"_s), {}, Reading::Unproven);
    CHECK(chat.row(id).authenticity == Authenticity::NotProven);
}

TEST_CASE("an unencrypted message in an encrypted room is marked and does not stand among the real ones")
{
    Conversation chat;
    const auto before = chat.say(bert, u"echt"_s);
    const auto forged = chat.add({{u"sender"_s, bert.toString()}, {u"content"_s, text(u"falsch"_s)}});
    const auto after = chat.say(bert, u"echt"_s);
    CHECK(chat.row(forged).authenticity == Authenticity::NotEncrypted);
    CHECK(chat.row(forged).firstOfSender);
    CHECK(chat.row(forged).lastOfSender);
    CHECK(chat.row(before).lastOfSender);
    CHECK(chat.row(after).firstOfSender);
    CHECK(chat.row(after).authenticity == Authenticity::Proven);
    chat.context.encrypted = false;
    CHECK(chat.row(forged).authenticity == Authenticity::Proven); // the whole room is marked then
}

TEST_CASE("an impossible time is marked and makes no day")
{
    const qint64 hour = 60 * 60 * 1'000;
    Conversation chat;
    chat.say(anna, u"eins"_s);
    for (const qint64 wrong : {qint64(0), qint64(-1), qint64(1'400'000'000'000), chat.context.now.ms + hour, qint64(1) << 53}) {
        INFO(wrong);
        const auto id = chat.add({{u"origin_server_ts"_s, wrong}, {u"content"_s, text(u"x"_s)}});
        CHECK(chat.row(id).timeUncertain);
    }
    const auto soon = chat.add({{u"origin_server_ts"_s, chat.context.now.ms + 60'000}, {u"content"_s, text(u"x"_s)}});
    CHECK(!chat.row(soon).timeUncertain);
    CHECK(chat.all().size() == chat.rows().size() + 2);
}

TEST_CASE("days are divided at local midnight")
{
    Conversation chat;
    chat.clock = QDateTime(QDate(2024, 5, 2), QTime(23, 59, 30)).toMSecsSinceEpoch();
    chat.say(anna, u"gestern"_s);
    chat.say(anna, u"heute"_s);
    const auto rows = chat.all();
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].kind == Kind::DayDivider);
    CHECK(rows[0].timestamp.toLocalTime().date() == QDate(2024, 5, 2));
    CHECK(rows[1].text == u"gestern"_s);
    CHECK(rows[1].lastOfSender);
    CHECK(rows[2].kind == Kind::DayDivider);
    CHECK(rows[2].timestamp.toLocalTime().date() == QDate(2024, 5, 3));
    CHECK(rows[3].firstOfSender);
}

TEST_CASE("a day that begins twice has two rows")
{
    Conversation chat;
    const qint64 today = chat.clock;
    chat.say(anna, u"1"_s);
    chat.clock = today - 24 * 60 * 60 * 1'000;
    chat.say(anna, u"late"_s);
    chat.clock = today;
    chat.say(anna, u"2"_s);
    QSet<QString> keys;
    for (const auto& item : chat.all())
        keys.insert(item.key);
    CHECK(chat.all().size() == 6);
    CHECK(keys.size() == 6);
}

TEST_CASE("messages of one person stand together, others come in between")
{
    Conversation chat;
    chat.say(anna, u"1"_s);
    chat.say(anna, u"2"_s);
    const auto third = chat.say(anna, u"3"_s);
    chat.say(bert, u"4"_s);
    chat.state(anna, u"m.room.name"_s, {}, {{u"name"_s, u"Neu"_s}});
    chat.say(bert, u"5"_s);
    const auto rows = chat.rows();
    REQUIRE(rows.size() == 6);
    const bool firsts[] = {true, false, false, true, true, true};
    const bool lasts[] = {false, false, true, true, true, true};
    for (qsizetype i = 0; i < rows.size(); ++i) {
        INFO(i);
        CHECK(rows[i].firstOfSender == firsts[i]);
        CHECK(rows[i].lastOfSender == lasts[i]);
    }
    chat.remove(third, anna, 1);
    CHECK(!chat.row(third).firstOfSender); // still hers
}

TEST_CASE("an own message is sent, and read once somebody has read it or a later one")
{
    Conversation chat;
    const auto first = chat.say(own, u"1"_s);
    const auto second = chat.say(own, u"2"_s);
    CHECK(chat.row(first).own);
    CHECK(chat.row(first).sendState == SendState::Sent);
    chat.context.othersRead = 1;
    CHECK(chat.row(first).sendState == SendState::Read);
    CHECK(chat.row(second).sendState == SendState::Sent);
    chat.context.othersRead = 5;
    CHECK(chat.row(second).sendState == SendState::Read);
}

TEST_CASE("who has no name has none: never a user id")
{
    Conversation chat;
    chat.context.names.clear();
    chat.say(anna, u"1"_s);
    for (const auto& row : chat.rows())
        CHECK(row.senderName.isEmpty());
}

TEST_CASE("a gap is shown before the first event after it")
{
    Conversation chat;
    chat.say(anna, u"1"_s);
    chat.say(anna, u"2"_s);
    CHECK(chat.rows().size() == 2);
    chat.context.gapBefore = 2;
    const auto rows = chat.rows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[1].kind == Kind::Gap);
    CHECK(rows[0].lastOfSender);
    CHECK(rows[2].firstOfSender);
}

TEST_CASE("an event that comes again at another place has one row")
{
    Conversation chat;
    chat.say(anna, u"1"_s);
    const auto id = chat.say(anna, u"2"_s);
    chat.fold.add(
        {{.position = 7,
          .json =
              R"({"event_id":"$1","sender":"@anna:x.de","type":"m.sticker","origin_server_ts":1714720000000,"content":{"body":"3"}})",
          .plain = {}}});
    CHECK(chat.texts() == QStringList{u"2"_s, u"3"_s});
    CHECK(chat.rows().first().eventId == id);
}

TEST_CASE("only the window is shown")
{
    Conversation chat;
    chat.fold.setStart(2);
    const auto first = chat.say(anna, u"1"_s);
    chat.say(anna, u"2"_s);
    chat.say(own, u"3"_s);
    CHECK(chat.texts() == QStringList{u"2"_s, u"3"_s});
    CHECK(chat.fold.knows(first));
    chat.fold.setStart(1);
    CHECK(chat.texts() == QStringList{u"1"_s, u"2"_s, u"3"_s});
    CHECK(chat.fold.newestPosition() == 3);
    CHECK(chat.fold.newestOfOthers() == chat.rows()[1].eventId);
    chat.fold.setStart(3);
    CHECK(!chat.fold.knows(first));
    CHECK(chat.fold.newestOfOthers().isEmpty());
    chat.fold.setStart(4);
    CHECK(chat.fold.isEmpty());
    CHECK(chat.fold.newestPosition() == 0);
}
