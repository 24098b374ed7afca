#include "tests/integration/Conversation.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace integration {

namespace {

void require(const QJsonObject& answer)
{
    INFO(QString::fromUtf8(QJsonDocument(answer).toJson()).toStdString());
    REQUIRE(!answer.contains("error"_L1));
}

} // namespace

Conversation::Conversation(Account usGiven, Account themGiven)
    : us(std::move(usGiven))
    , them(std::move(themGiven))
    , theirs(practice())
{
    require(theirs->command(u"login"_s, {{"homeserver"_L1, them.url}, {"user"_L1, them.user}}));
    require(theirs->command(u"bootstrap"_s));
    ours = client(store.path(), us);
    require(ours->waitFor({{"kind"_L1, u"sync"_s}}));
    const auto created = theirs->command(u"create"_s, {{"invite"_L1, us.id()}, {"direct"_L1, true}});
    require(created);
    room = created.value("room"_L1).toString();
    require(ours->waitFor({{"kind"_L1, u"membership"_s}, {"room"_L1, room}, {"membership"_L1, u"invite"_s}}));
    require(ours->command(u"join"_s, {{"room"_L1, room}}));
    require(theirs->waitFor({{"kind"_L1, u"state"_s},
                             {"room"_L1, room},
                             {"type"_L1, u"m.room.member"_s},
                             {"stateKey"_L1, us.id()},
                             {"content"_L1, QJsonObject{{"membership"_L1, u"join"_s}}}}));
}

void Conversation::restartOurs()
{
    ours.reset();
    ours = client(store.path(), us);
    require(ours->waitFor({{"kind"_L1, u"sync"_s}}));
}

QStringList Conversation::missedBy(Program& side, const QStringList& bodies, int timeoutMs) const
{
    const QDeadlineTimer limit(timeoutMs);
    QStringList missed;
    for (const auto& body : bodies) {
        const QJsonObject event{{"room"_L1, room}, {"content"_L1, QJsonObject{{"body"_L1, body}}}, {"decrypted"_L1, true}};
        if (side.waitFor(event, static_cast<int>(limit.remainingTime())).contains("error"_L1))
            missed.append(body);
    }
    return missed;
}

QStringList Conversation::seenBy(Program& side, int limit) const
{
    QStringList bodies;
    const auto answer = side.command(u"messages"_s, {{"room"_L1, room}, {"limit"_L1, limit}});
    for (const auto& value : answer.value("list"_L1).toArray()) {
        const auto message = value.toObject();
        if (message.value("stateKey"_L1).isString() || !message.contains("encrypted"_L1))
            continue;
        const bool readable = message.value("decrypted"_L1).toBool();
        bodies.append(readable ? message.value("content"_L1).toObject().value("body"_L1).toString() : u"?"_s);
    }
    return bodies;
}

} // namespace integration
