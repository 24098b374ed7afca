#include "core/room/TimelineReading.h"
#include "tests/core/services/sync/SyncedAccount.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

using Phase = VerificationState::Phase;

const QString practice = u"@praxis:practice.example"_s;
const QString erika = u"@erika:example.org"_s;

/// Erika's chat with a practice that asks for a verification.
struct Asked : SyncedAccount {
    explicit Asked(bool encrypted = true)
    {
        exchangeKeys();
        meet({events::message(::practice, u"Guten Tag"_s)}, encrypted);
        CHECK(SyncedAccount::practice.machine->requestVerification(own.user, room));
        const auto messages = SyncedAccount::practice.machine->takeVerificationMessages();
        REQUIRE(messages.size() == 1);
        content = messages[0].message.content;
    }
    [[nodiscard]] QJsonObject now(QJsonObject event) const
    {
        event["origin_server_ts"_L1] = clock.time.ms;
        return event;
    }
    // As our client and some others send it.
    QJsonObject encrypted(const QString& type, const QJsonObject& what)
    {
        auto& side = SyncedAccount::practice;
        side.share({own.user, side.user});
        const auto sealed = side.machine->encrypt(room, type, what);
        REQUIRE(sealed);
        return now(events::encrypted(::practice, *sealed));
    }
    // As yet others send it.
    [[nodiscard]] QJsonObject clear(const QString& type, const QJsonObject& what) const
    {
        return now(events::event(::practice, type, what));
    }
    [[nodiscard]] QList<VerificationState> verifications() const { return own.machine->verifications(); }
    // Rows that a person sees.
    int rows()
    {
        int count = 0;
        for (const auto& stored : SyncedAccount::events()) {
            const auto reading = stored.plain.isNull() ? TimelineEvent::Reading::Clear : TimelineEvent::Reading::Decrypted;
            const auto entry = readTimelineEvent(
                {.position = stored.position, .json = stored.json, .plain = stored.plain, .reading = reading, .reason = {}});
            count += entry && entry->hasRow && !entry->isState;
        }
        return count;
    }

    QJsonObject content;
};

} // namespace

TEST_CASE("a request in the chat with a person is a verification, and nothing that is shown as a message", "[sync][verification]")
{
    Asked account;
    const auto before = account.summary().previewText;
    const auto event = GENERATE(true, false) ? account.encrypted(u"m.room.message"_s, account.content)
                                             : account.clear(u"m.room.message"_s, account.content);
    REQUIRE(account.apply(account.mail()));
    REQUIRE(account.applyEvents({event}));
    REQUIRE(account.verifications().size() == 1);
    const auto state = account.verifications()[0];
    CHECK(state.user.toString() == practice);
    CHECK(state.room == SyncedAccount::room);
    CHECK(state.transaction == events::idOf(event));
    CHECK(state.phase == Phase::Requested);
    CHECK(account.summary().previewText == before);
    CHECK(account.rows() == 1); // "Guten Tag"

    // What follows is none, either.
    const QJsonObject relation{{u"rel_type"_s, u"m.reference"_s}, {u"event_id"_s, events::idOf(event)}};
    const QJsonObject cancel{{u"code"_s, u"m.user"_s}, {u"body"_s, u"Text"_s}, {u"m.relates_to"_s, relation}};
    const auto end = account.encrypted(u"m.key.verification.cancel"_s, cancel);
    REQUIRE(account.apply(account.mail()));
    REQUIRE(account.applyEvents({end}));
    CHECK(account.verifications()[0].phase == Phase::Cancelled);
    CHECK(account.summary().previewText == before);
    CHECK(account.rows() == 1);
}

TEST_CASE("what belongs to a verification is not counted as unread, a message beside it is", "[sync][verification]")
{
    Asked account;
    const auto request = account.clear(u"m.room.message"_s, account.content);
    QJsonArray list{request};
    const bool hasMessage = GENERATE(true, false);
    const bool hadUnread = GENERATE(true, false);
    const bool isLimited = GENERATE(true, false); // there may be messages before it
    if (hadUnread)
        REQUIRE(account.applyRoom({{u"unread_notifications"_s, QJsonObject{{u"notification_count"_s, 1}}}}));
    if (hasMessage)
        list.prepend(events::message(practice, u"Wie geht es Ihnen?"_s));
    account.changes.clear();
    REQUIRE(account.applyRoom({{u"timeline"_s, QJsonObject{{u"events"_s, list}, {u"limited"_s, isLimited}}},
                               {u"unread_notifications"_s, QJsonObject{{u"notification_count"_s, 2}}}}));
    const bool isNothing = !hasMessage && !hadUnread && !isLimited;
    CHECK(account.summary().unread == (isNothing ? 0 : 2));
    REQUIRE(account.changes.size() == 1);
    CHECK(account.changes[0].rooms[0].readAlready.toString() == (isNothing ? events::idOf(request) : QString()));
}

TEST_CASE("a request whose key comes late is one as soon as it can be read, and the last line is as it was",
          "[sync][verification]")
{
    Asked account;
    const auto event = account.encrypted(u"m.room.message"_s, account.content);
    const auto before = account.summary();
    REQUIRE(account.applyEvents({event}));
    CHECK(account.verifications().isEmpty());
    CHECK(account.summary().preview == RoomSummary::Preview::Undecryptable);
    REQUIRE(account.apply(account.mail()));
    CHECK(account.verifications().size() == 1);
    CHECK(account.summary().preview == before.preview);
    CHECK(account.summary().previewText == before.previewText);
}

TEST_CASE("a request counts once, however often it comes", "[sync][verification]")
{
    Asked account;
    const auto event = account.encrypted(u"m.room.message"_s, account.content);
    REQUIRE(account.apply(account.mail()));
    REQUIRE(account.applyEvents({event}));
    REQUIRE(account.own.machine->actInVerification(events::idOf(event), VerificationAction::Cancel));
    REQUIRE(account.applyEvents({event}));
    REQUIRE(account.verifications().size() == 1);
    CHECK(account.verifications()[0].phase == Phase::Cancelled);
}

TEST_CASE("a request under a new event with the ciphertext of an old one is a replay", "[sync][verification][hostile]")
{
    Asked account;
    const auto event = account.encrypted(u"m.room.message"_s, account.content);
    REQUIRE(account.apply(account.mail()));
    REQUIRE(account.applyEvents({event}));
    REQUIRE(account.own.machine->actInVerification(events::idOf(event), VerificationAction::Cancel));
    auto copy = event;
    copy["event_id"_L1] = u"$copy"_s;
    REQUIRE(account.applyEvents({copy}));
    CHECK(account.verifications().size() == 1);
}

TEST_CASE("a request in a room without encryption is none", "[sync][verification][hostile]")
{
    Asked account(false);
    REQUIRE(account.applyEvents({account.clear(u"m.room.message"_s, account.content)}));
    CHECK(account.verifications().isEmpty());
}

TEST_CASE("requests in a group, of the history, of strangers, or in an edit are none", "[sync][verification][hostile]")
{
    Asked account;
    auto event = account.clear(u"m.room.message"_s, account.content);
    SECTION("in a group")
    {
        REQUIRE(account.applyRoom({{u"summary"_s, QJsonObject{{u"m.joined_member_count"_s, 3}}},
                                   {u"timeline"_s, QJsonObject{{u"events"_s, QJsonArray{event}}}}}));
    }
    SECTION("of the history")
    {
        const auto text = QJsonDocument(event).toJson(QJsonDocument::Compact).toStdString();
        const auto chunk = account.events().first().position >> 32;
        REQUIRE(account.processor->applyHistory(SyncedAccount::room, chunk, {text}, {}));
    }
    SECTION("in an edit")
    {
        auto content = account.content;
        content["m.new_content"_L1] = account.content;
        content["m.relates_to"_L1] = QJsonObject{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, u"$before"_s}};
        REQUIRE(account.applyEvents({account.clear(u"m.room.message"_s, content)}));
    }
    SECTION("deleted")
    {
        event["content"_L1] = QJsonObject();
        event["unsigned"_L1] = QJsonObject{{u"redacted_because"_s, QJsonObject{{u"sender"_s, practice}}}};
        REQUIRE(account.applyEvents({event}));
    }
    SECTION("as state")
    {
        event["state_key"_L1] = QString();
        REQUIRE(account.applyEvents({event}));
    }
    SECTION("of somebody who is not in the room")
    {
        event["sender"_L1] = u"@mallory:example.org"_s;
        REQUIRE(account.applyEvents({event}));
    }
    SECTION("as if of oneself")
    {
        event["sender"_L1] = erika;
        REQUIRE(account.applyEvents({event}));
    }
    CHECK(account.verifications().isEmpty());
}

TEST_CASE("an edit of a message of a verification has no effect on it", "[sync][verification][hostile]")
{
    Asked account;
    const auto event = account.clear(u"m.room.message"_s, account.content);
    REQUIRE(account.applyEvents({event}));
    const auto relation = GENERATE(u"m.replace"_s, u"m.thread"_s, u"m.annotation"_s);
    const QJsonObject cancel{
        {u"code"_s, u"m.user"_s},
        {u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, relation}, {u"event_id"_s, events::idOf(event)}, {u"key"_s, u"x"_s}}}};
    REQUIRE(account.applyEvents({account.clear(u"m.key.verification.cancel"_s, cancel)}));
    CHECK(account.verifications()[0].phase == Phase::Requested);
}

TEST_CASE("what the ciphertext says of the request does not count, its envelope does", "[sync][verification][hostile]")
{
    Asked account;
    const auto event = account.clear(u"m.room.message"_s, account.content);
    REQUIRE(account.applyEvents({event}));
    const QJsonObject relation{{u"rel_type"_s, u"m.reference"_s}, {u"event_id"_s, events::idOf(event)}};
    auto cancel = account.encrypted(u"m.key.verification.cancel"_s, {{u"code"_s, u"m.user"_s}, {u"m.relates_to"_s, relation}});
    auto content = cancel.value("content"_L1).toObject();
    content.remove("m.relates_to"_L1);
    cancel["content"_L1] = content;
    REQUIRE(account.apply(account.mail()));
    REQUIRE(account.applyEvents({cancel}));
    CHECK(account.verifications()[0].phase == Phase::Requested);
}
