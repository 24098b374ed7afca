// The main job: an insured person and a practice write to each other, encrypted, over two real servers.
#include "tests/integration/Conversation.h"
#include "tests/support/ShowTexts.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace integration;

namespace {

QStringList numbered(const QString& prefix, int count)
{
    QStringList texts;
    for (int i = 0; i < count; ++i)
        texts.append(u"%1 %2"_s.arg(prefix).arg(i));
    return texts;
}

QStringList startingWith(const QStringList& texts, const QString& prefix)
{
    return texts.filter(QRegularExpression(u"^%1 "_s.arg(prefix)));
}

} // namespace

TEST_CASE("a hundred messages each way are read by both sides, in order", "[integration]")
{
    Conversation chat;
    const auto fromUs = numbered(u"Frage"_s, 100);
    const auto fromThem = numbered(u"Antwort"_s, 100);
    for (int i = 0; i < 100; ++i) {
        chat.ours->post(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, fromUs[i]}});
        chat.theirs->post(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, fromThem[i]}});
    }
    CHECK(chat.missedBy(*chat.theirs, fromUs) == QStringList());
    CHECK(chat.missedBy(*chat.ours, fromThem) == QStringList());

    CHECK(startingWith(chat.seenBy(*chat.theirs), u"Frage"_s) == fromUs);
    CHECK(startingWith(chat.seenBy(*chat.ours), u"Antwort"_s) == fromThem);
    CHECK(startingWith(chat.seenBy(*chat.ours), u"Frage"_s) == fromUs);
    CHECK(!chat.seenBy(*chat.theirs).contains(u"?"_s));
    CHECK(!chat.seenBy(*chat.ours).contains(u"?"_s));
}

TEST_CASE("what was read is still there after a restart", "[integration]")
{
    Conversation chat;
    chat.theirs->command(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, u"Ihr Befund ist da."_s}});
    chat.ours->waitFor({{"content"_L1, QJsonObject{{"body"_L1, u"Ihr Befund ist da."_s}}}});
    chat.ours->command(u"quit"_s);
    chat.restartOurs();
    CHECK(chat.seenBy(*chat.ours) == QStringList{u"Ihr Befund ist da."_s});
}

TEST_CASE("messages written while our side is away are read afterwards", "[integration]")
{
    Conversation chat;
    chat.theirs->command(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, u"vorher"_s}});
    chat.ours->waitFor({{"content"_L1, QJsonObject{{"body"_L1, u"vorher"_s}}}});
    chat.ours->command(u"quit"_s);
    const auto away = numbered(u"Weg"_s, 60); // more than one sync response holds: the gap is filled from the history
    for (const auto& text : away)
        chat.theirs->command(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, text}});
    chat.restartOurs();
    CHECK(chat.missedBy(*chat.ours, {away.last()}) == QStringList()); // what fills the gap is no news: it comes with the list
    CHECK(chat.seenBy(*chat.ours) == QStringList{u"vorher"_s} + away);
}

TEST_CASE("both sides find the messages of the other without any warning", "[integration]")
{
    Conversation chat;
    chat.ours->command(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, u"Guten Tag"_s}});
    const auto event = chat.theirs->waitFor({{"content"_L1, QJsonObject{{"body"_L1, u"Guten Tag"_s}}}, {"decrypted"_L1, true}});
    const auto shield = event.value("shield"_L1).toObject();
    CHECK(shield.value("colour"_L1).toString() == u"NONE"_s);

    chat.theirs->command(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, u"Guten Tag zurück"_s}});
    const auto answer =
        chat.ours->waitFor({{"content"_L1, QJsonObject{{"body"_L1, u"Guten Tag zurück"_s}}}, {"decrypted"_L1, true}});
    CHECK(answer.value("shield"_L1).toObject() == QJsonObject{{"colour"_L1, u"NONE"_s}, {"reason"_L1, QJsonValue::Null}});
    CHECK(chat.ours->command(u"status"_s).value("identity"_L1).toString() == u"verified"_s);
}

TEST_CASE("a server with a port in its name is a server like any other", "[integration]")
{
    const bool portIsOurs = GENERATE(false, true);
    Conversation chat(portIsOurs ? laboratory() : newInsured(), portIsOurs ? professional() : laboratory());
    chat.ours->command(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, u"hin"_s}});
    chat.theirs->command(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, u"her"_s}});
    CHECK(
        !chat.theirs->waitFor({{"content"_L1, QJsonObject{{"body"_L1, u"hin"_s}}}, {"decrypted"_L1, true}}).contains("error"_L1));
    CHECK(!chat.ours->waitFor({{"content"_L1, QJsonObject{{"body"_L1, u"her"_s}}}, {"decrypted"_L1, true}}).contains("error"_L1));
    chat.ours->command(u"quit"_s);
    chat.restartOurs();
    const auto seen = chat.seenBy(*chat.ours);
    CHECK(seen.contains(u"hin"_s));
    CHECK(seen.contains(u"her"_s));
}

TEST_CASE("a group that our side makes and the practice is invited into", "[integration]")
{
    Conversation chat;
    const auto created = chat.ours->command(u"create"_s, {{"name"_L1, u"Befunde"_s}, {"invite"_L1, chat.them.id()}});
    const QString room = created.value("room"_L1).toString();
    REQUIRE(!room.isEmpty());
    CHECK(!chat.theirs->waitFor({{"kind"_L1, u"membership"_s}, {"room"_L1, room}, {"membership"_L1, u"invite"_s}})
               .contains("error"_L1));
    REQUIRE(!chat.theirs->command(u"join"_s, {{"room"_L1, room}}).contains("error"_L1));
    chat.ours->command(u"send"_s, {{"room"_L1, room}, {"body"_L1, u"in der Gruppe"_s}});
    CHECK(
        !chat.theirs
             ->waitFor({{"room"_L1, room}, {"content"_L1, QJsonObject{{"body"_L1, u"in der Gruppe"_s}}}, {"decrypted"_L1, true}})
             .contains("error"_L1));
}
