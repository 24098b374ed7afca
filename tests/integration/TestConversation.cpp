// The main job: an insured person and a practice write to each other, encrypted, over two real servers.
#include "tests/integration/Conversation.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

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
    CHECK(!chat.theirs->waitFor({{"content"_L1, QJsonObject{{"body"_L1, fromUs.last()}}}, {"decrypted"_L1, true}}, 120'000).contains("error"_L1));
    CHECK(!chat.ours->waitFor({{"content"_L1, QJsonObject{{"body"_L1, fromThem.last()}}}, {"decrypted"_L1, true}}, 120'000).contains("error"_L1));

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
    CHECK(!chat.ours->waitFor({{"content"_L1, QJsonObject{{"body"_L1, away.last()}}}, {"decrypted"_L1, true}}, 60'000).contains("error"_L1));
    CHECK(chat.seenBy(*chat.ours) == QStringList{u"vorher"_s} + away);
}

TEST_CASE("the practice finds our messages without any warning", "[integration]")
{
    Conversation chat(u"anna"_s); // signed in nowhere else: her first device makes her identity and is signed by it
    chat.ours->command(u"send"_s, {{"room"_L1, chat.room}, {"body"_L1, u"Guten Tag"_s}});
    const auto event = chat.theirs->waitFor({{"content"_L1, QJsonObject{{"body"_L1, u"Guten Tag"_s}}}, {"decrypted"_L1, true}});
    const auto shield = event.value("shield"_L1).toObject();
    CHECK(shield.value("colour"_L1).toString() == u"NONE"_s);
}
