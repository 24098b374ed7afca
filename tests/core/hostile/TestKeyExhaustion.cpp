// A server that makes the client give keys without end, and a peer that makes it repair without end.
#include "core/encryption/MachineContext.h"
#include "tests/core/hostile/HostileChat.h"

#include <QJsonDocument>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

/// What the client has given under each id of a one-time key: one text an id if no id is used twice.
std::map<QString, std::set<QString>> givenKeys(const HostileHomeserver& server, const QString& part)
{
    std::map<QString, std::set<QString>> given;
    for (const auto& request : server.requests()) {
        if (!request.url.path().endsWith("/keys/upload"_L1))
            continue;
        const auto keys = QJsonDocument::fromJson(request.body).object().value(part).toObject();
        for (auto it = keys.begin(); it != keys.end(); ++it)
            given[it.key()].insert(it.value().toObject().value("key"_L1).toString());
    }
    return given;
}

bool anyIdIsReused(const std::map<QString, std::set<QString>>& given)
{
    return std::ranges::any_of(given, [](const auto& entry) { return entry.second.size() > 1; });
}

} // namespace

TEST_CASE("a server that reports no one-time keys for ever and forgets them gets a bounded number", "[hostile][S-20][X-25]")
{
    HostileChat chat;
    const auto lie = [&](int times) {
        for (int i = 0; i < times; ++i) {
            chat.server.push();
            chat.erika.settle();
        }
    };
    chat.server.forgetsOneTimeKeys = true;
    chat.keys.oneTimeKeys[{chat.erikasId.toString(), u"ERIKA"_s}].clear();
    lie(30);
    chat.erika.restart();
    lie(30);
    const auto given = givenKeys(chat.server, u"one_time_keys"_s);
    CHECK(given.size() <= 150); // 100 fit into the account; once a day 50 may push the oldest out
    CHECK(given.size() > 50);
    CHECK_FALSE(anyIdIsReused(given));
    CHECK(givenKeys(chat.server, u"fallback_keys"_s).size() <= 2);
    const auto uploads = chat.server.count("POST", u"/keys/upload");
    CHECK(uploads < 10);
    chat.erika.restart();
    lie(30);
    CHECK(chat.server.count("POST", u"/keys/upload") == uploads);
    CHECK(givenKeys(chat.server, u"one_time_keys"_s).size() == given.size());
    CHECK(chat.keys.reusedKeyIds == 0);

    // Who got one of the newest keys still reaches her.
    chat.server.forgetsOneTimeKeys = false;
    chat.clock.advance(25 * party::hour);
    lie(5);
    CHECK(givenKeys(chat.server, u"one_time_keys"_s).size() <= 200);
    chat.bertWrites(u"Sind Sie noch da?"_s);
    const auto rows = chat.erika.messages(chat.room);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].text == u"Sind Sie noch da?"_s);
    CHECK_FALSE(anyIdIsReused(givenKeys(chat.server, u"one_time_keys"_s)));
    chat.erika.checkNoSecretsAt(chat.server);
}

TEST_CASE("fifty messages of a session that is lost lead to one new session in an hour, which works", "[hostile][S-18][X-27]")
{
    HostileChat chat;
    chat.bertWrites(u"vorher"_s);
    chat.erika.sendText(chat.room, u"Antwort"_s);
    REQUIRE(chat.readByBert() == u"Antwort"_s);
    const auto claims = [&] { return chat.server.count("POST", u"/keys/claim"); };
    const auto repairs = [&] {
        qsizetype count = 0;
        for (const auto& message : chat.server.toDeviceFor(chat.bert.device))
            count += message.type == "m.room.encrypted"_L1 ? 1 : 0;
        return count;
    };
    const auto sendGarbage = [&] {
        auto& inbox = chat.keys.inbox[{chat.erikasId.toString(), u"ERIKA"_s}];
        for (int i = 0; i < 50; ++i) {
            const QJsonObject message{{u"type"_s, 1}, {u"body"_s, u"AwogAAAA%1"_s.arg(i, 4, 10, QChar(u'0'))}};
            inbox.append(party::toJson(
                {{u"type"_s, u"m.room.encrypted"_s},
                 {u"sender"_s, chat.bert.user.toString()},
                 {u"content"_s,
                  QJsonObject{{u"algorithm"_s, u"m.olm.v1.curve25519-aes-sha2"_s},
                              {u"sender_key"_s, base64Text(chat.bert.machine->curve25519())},
                              {u"ciphertext"_s, QJsonObject{{base64Text(chat.erika.machine().curve25519()), message}}}}}}));
            if (i % 10 == 0) {
                chat.server.push();
                chat.erika.settle();
            }
        }
        chat.server.push();
        chat.erika.settle();
    };
    const auto claimsBefore = claims();
    const auto messagesBefore = repairs();
    sendGarbage();
    CHECK(claims() == claimsBefore + 1);
    CHECK(repairs() == messagesBefore + 1); // the m.dummy
    chat.erika.restart();
    sendGarbage();
    CHECK(claims() == claimsBefore + 1);
    CHECK(repairs() == messagesBefore + 1);
    chat.clock.advance(party::hour);
    sendGarbage();
    CHECK(claims() == claimsBefore + 2);
    CHECK(repairs() == messagesBefore + 2);

    // Both sides go on with the new session.
    chat.bert.sync();
    REQUIRE(chat.bert.machine->discardOutboundSession(chat.room));
    chat.bertWrites(u"nachher"_s);
    const auto rows = chat.erika.messages(chat.room);
    CHECK(std::ranges::count(rows, u"nachher"_s, &TimelineItem::text) == 1);
    CHECK(std::ranges::count(rows, TimelineItem::Kind::Undecryptable, &TimelineItem::kind) == 0);
    for (const auto& message : chat.server.toDevice())
        CHECK((message.type == "m.room.encrypted"_L1 || message.type == "m.room_key.withheld"_L1)); // nobody is asked for keys
    CHECK_FALSE(chat.server.hasSeen("Antwort"));
    chat.erika.checkNoSecretsAt(chat.server);
}
