#include "tests/core/services/sync/SyncedAccount.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QString practice = u"@praxis:practice.example"_s;
const QString erika = u"@erika:example.org"_s;

QJsonObject timelineOf(const QJsonArray& list, bool limited = false, const QString& prevBatch = {})
{
    return {{u"timeline"_s, QJsonObject{{u"events"_s, list}, {u"limited"_s, limited}, {u"prev_batch"_s, prevBatch}}}};
}

// What /members answers.
Result<> loadMembers(SyncedAccount& account, const QJsonArray& members)
{
    std::vector<std::string> texts;
    for (const auto& member : members)
        texts.push_back(QJsonDocument(member.toObject()).toJson(QJsonDocument::Compact).toStdString());
    return account.processor->applyMembers(SyncedAccount::room, {texts.cbegin(), texts.cend()});
}

// Users with a line of their own in the timeline, oldest first.
QStringList announced(SyncedAccount& account)
{
    QStringList users;
    for (const auto& event : account.events()) {
        const auto json = QJsonDocument::fromJson(event.json).object();
        if (json.value("type"_L1) == "m.room.member"_L1)
            users.append(json.value("state_key"_L1).toString());
    }
    return users;
}

// A page of history, newest first.
Result<> applyHistory(SyncedAccount& account, qint64 chunk, const QList<QJsonObject>& events)
{
    std::vector<QByteArray> raw;
    std::vector<std::string_view> views;
    for (const auto& event : events)
        raw.push_back(QJsonDocument(event).toJson(QJsonDocument::Compact));
    for (const auto& json : raw)
        views.emplace_back(json.constData(), static_cast<size_t>(json.size()));
    return account.processor->applyHistory(SyncedAccount::room, chunk, views, u"p1"_s);
}

} // namespace

TEST_CASE("a first response makes a room with a name, a last line and an unread count", "[sync]")
{
    SyncedAccount account;
    QJsonObject room = timelineOf({events::message(practice, u"Guten Tag"_s)});
    room.insert("state"_L1, QJsonObject{{u"events"_s, QJsonArray{events::member(practice, u"join"_s, u"Praxis Dr. Müller"_s)}}});
    room.insert("summary"_L1, QJsonObject{{u"m.heroes"_s, QJsonArray{practice}}, {u"m.joined_member_count"_s, 2}});
    room.insert("unread_notifications"_L1, QJsonObject{{u"notification_count"_s, 3}});
    REQUIRE(account.applyRoom(room));

    const auto summary = account.summary();
    CHECK(summary.name == u"Praxis Dr. Müller"_s);
    CHECK(summary.nameIsComputed);
    CHECK(summary.institution);
    CHECK(summary.preview == RoomSummary::Preview::Text);
    CHECK(summary.previewText == u"Guten Tag"_s);
    CHECK(summary.unread == 3);
    REQUIRE(account.changes.size() == 1);
    CHECK(account.changes[0].first);

    account.reopen();
    CHECK(account.summary() == summary);
    CHECK(account.processor->nextBatch() == u"s1"_s);
}

TEST_CASE("the name that TI-M keeps beside the standard one counts", "[sync]")
{
    SyncedAccount account;
    account.meet();
    REQUIRE(account.applyEvents({events::state(practice, u"m.room.name"_s, {}, {{u"name"_s, u"alt"_s}}),
                                 events::state(practice, u"de.gematik.tim.room.name"_s, {}, {{u"name"_s, u"Ihr Rezept"_s}})}));
    CHECK(account.summary().name == u"Ihr Rezept"_s);
    CHECK_FALSE(account.summary().nameIsComputed);
}

TEST_CASE("malformed events are left out and everything else is kept", "[sync]")
{
    SyncedAccount account;
    const QJsonObject good = events::message(practice, u"gut"_s);
    QJsonArray list;
    for (const auto& field : {u"event_id"_s, u"sender"_s, u"type"_s, u"content"_s}) {
        for (const QJsonValue& wrong :
             {QJsonValue(), QJsonValue(7), QJsonValue(QJsonArray{}), QJsonValue(QString(1'000'000, u'x'))}) {
            QJsonObject bad = events::message(practice, u"schlecht"_s);
            bad.insert(field, wrong);
            list.append(bad);
        }
    }
    list.append(7);
    list.append(good);
    account.meet(list, false);
    CHECK(account.bodies() == QStringList{u"gut"_s});
    CHECK(account.processor->nextBatch() == u"s1"_s);
}

TEST_CASE("a gap in the timeline is closed by history without repeating anything", "[sync]")
{
    SyncedAccount account;
    const auto one = events::message(practice, u"eins"_s);
    const auto two = events::message(practice, u"zwei"_s);
    const auto three = events::message(practice, u"drei"_s);
    const auto four = events::message(practice, u"vier"_s);
    account.meet({one}, false);
    REQUIRE(account.applyRoom(timelineOf({four}, true, u"p4"_s)));
    CHECK(account.changes.last().rooms[0].newChunk);
    const auto page = account.timeline->newest(account.record().row, 10);
    REQUIRE(page);
    CHECK(page->before == TimelinePage::Before::Gap);
    CHECK(page->prevBatch == u"p4"_s);
    CHECK(account.bodies() == QStringList{u"vier"_s});

    REQUIRE(applyHistory(account, page->chunk, {three, two, one}));
    CHECK(account.bodies() == QStringList{u"eins"_s, u"zwei"_s, u"drei"_s, u"vier"_s});
    CHECK(account.changes.last().rooms[0].history);
}

// A message over federation can come late, and belong before what is here already.
TEST_CASE("what history tells between events that are known is taken, too, and what is older than them is not yet", "[sync]")
{
    SyncedAccount account;
    const auto older = events::message(practice, u"viel früher"_s);
    const auto one = events::message(practice, u"eins"_s);
    const auto late = events::message(practice, u"spät"_s);
    const auto two = events::message(practice, u"zwei"_s);
    const auto three = events::message(practice, u"drei"_s);
    const auto four = events::message(practice, u"vier"_s);
    REQUIRE(account.applyRoom(timelineOf({one, two}, true, u"p0"_s)));
    REQUIRE(account.applyRoom(timelineOf({four}, true, u"p4"_s)));
    const auto chunk = account.timeline->newest(account.record().row, 10)->chunk;
    REQUIRE(applyHistory(account, chunk, {three, two, late, one, older}));
    CHECK(account.bodies() == QStringList{u"eins"_s, u"zwei"_s, u"spät"_s, u"drei"_s, u"vier"_s});
    REQUIRE(applyHistory(account, chunk, {three, two, late, one, older})); // nothing comes twice
    CHECK(account.bodies().size() == 5);
}

TEST_CASE("a deleted message loses its text on disk and in the room list", "[sync]")
{
    SyncedAccount account;
    const auto secret = events::message(practice, u"geheim"_s);
    account.meet({secret}, false);
    auto deletion = events::event(practice, u"m.room.redaction"_s, {{u"redacts"_s, events::idOf(secret)}});
    deletion.insert("redacts"_L1, events::idOf(secret));
    REQUIRE(account.applyEvents({deletion}));

    CHECK(account.summary().preview == RoomSummary::Preview::Deleted);
    CHECK(account.summary().previewText.isEmpty());
    const auto stored = account.events();
    REQUIRE(stored.size() == 2);
    CHECK_FALSE(stored[0].json.contains("geheim"));
    CHECK(QJsonDocument::fromJson(stored[0].json)["unsigned"_L1]["redacted_because"_L1]["sender"_L1] == practice);
    CHECK(account.changes.last().rooms[0].rewritten.contains(*EventId::parse(events::idOf(secret))));
}

TEST_CASE("a message of one's own leaves the send queue when its event arrives", "[sync]")
{
    SyncedAccount account;
    account.meet({}, false);
    REQUIRE(account.queue->add({.room = SyncedAccount::room,
                                .transactionId = u"t1"_s,
                                .type = u"m.room.message"_s,
                                .content = "{}",
                                .ciphertext = {},
                                .eventId = {},
                                .queuedAt = account.clock.now()}));
    auto echo = events::message(erika, u"hallo"_s);
    echo.insert("unsigned"_L1, QJsonObject{{u"transaction_id"_s, u"t1"_s}});
    REQUIRE(account.applyEvents({echo}));
    CHECK(account.queue->messages(SyncedAccount::room)->isEmpty());
    CHECK(account.changes.last().rooms[0].queue);
}

TEST_CASE("encryption is never switched off again", "[sync][S-25]")
{
    SyncedAccount account;
    account.meet();
    const auto content = GENERATE(QJsonObject{}, QJsonObject{{u"algorithm"_s, u"m.none"_s}}, QJsonObject{{u"algorithm"_s, 7}});
    REQUIRE(account.applyEvents({events::state(practice, u"m.room.encryption"_s, {}, content)}));
    CHECK(account.summary().encrypted);
    CHECK(account.record().algorithmKnown);
    CHECK(account.rooms->encryption(SyncedAccount::room)->encrypted);
}

TEST_CASE("an unencrypted message in an encrypted room does not reach the room list", "[sync][S-84][X-11]")
{
    SyncedAccount account;
    account.exchangeKeys();
    account.meet();
    const auto message = account.sealed(u"echt"_s);
    auto response = account.mail();
    response.insert("rooms"_L1, QJsonObject{{u"join"_s, QJsonObject{{SyncedAccount::room.toString(), timelineOf({message})}}}});
    REQUIRE(account.apply(response));
    CHECK(account.summary().previewText == u"echt"_s);

    auto edit = events::message(practice, u"gefälscht"_s);
    QJsonObject content = edit.value("content"_L1).toObject();
    content.insert("m.new_content"_L1, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"gefälscht"_s}});
    content.insert("m.relates_to"_L1, QJsonObject{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, events::idOf(message)}});
    edit.insert("content"_L1, content);
    REQUIRE(account.applyEvents({events::message(practice, u"im Klartext"_s), edit}));
    CHECK(account.summary().previewText == u"echt"_s);
}

TEST_CASE("an edit changes the last line, a reply shows only its own words", "[sync][S-83]")
{
    SyncedAccount account;
    account.exchangeKeys();
    account.meet();
    const auto message = account.sealed(u"alt"_s);
    const QJsonObject replaces{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, events::idOf(message)}};
    const QJsonObject answers{{u"m.in_reply_to"_s, QJsonObject{{u"event_id"_s, events::idOf(message)}}}};
    const auto send = [&](const QString& body, const QJsonObject& relation) {
        const auto content = account.practice.machine->encrypt(
            SyncedAccount::room, u"m.room.message"_s,
            {{u"msgtype"_s, u"m.text"_s},
             {u"body"_s, body},
             {u"m.new_content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"neu"_s}}},
             {u"m.relates_to"_s, relation}});
        REQUIRE(content);
        return events::encrypted(practice, *content);
    };
    auto response = account.mail();
    const QJsonArray list{message, send(u"* neu"_s, replaces)};
    response.insert("rooms"_L1, QJsonObject{{u"join"_s, QJsonObject{{SyncedAccount::room.toString(), timelineOf(list)}}}});
    REQUIRE(account.apply(response));
    CHECK(account.summary().previewText == u"neu"_s);
    CHECK(account.record().previewEvent.toString() == events::idOf(message));

    REQUIRE(account.applyEvents({send(u"> <@erika:example.org> quoted\n\nJa"_s, answers)}));
    CHECK(account.summary().previewText == u"Ja"_s);
}

TEST_CASE("a deleted edit is still known as one, any other deleted event keeps nothing", "[sync]")
{
    const auto left = [](const QByteArray& relation) {
        const QByteArray json =
            R"({"event_id":"$e","type":"m.room.encrypted","sender":"@a:b","content":{"ciphertext":"x")" + relation + "}}";
        const auto document = JsonDocument::parse(json);
        REQUIRE(document);
        return QJsonDocument::fromJson(redactedEvent(*readEventHead(document->root()), "{}")).object()["content"_L1].toObject();
    };
    CHECK(left({}).isEmpty());
    CHECK(left(R"(,"m.relates_to":{"rel_type":"m.annotation","event_id":"$x","key":"geheim"})").isEmpty());
    const QJsonObject relation{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, u"$x"_s}};
    CHECK(left(R"(,"m.relates_to":{"rel_type":"m.replace","event_id":"$x","more":"geheim"})") ==
          QJsonObject{{u"m.relates_to"_s, relation}});
}

TEST_CASE("a key that comes late makes its messages and the last line readable", "[sync]")
{
    SyncedAccount account;
    account.exchangeKeys();
    account.meet();
    const auto message = account.sealed(u"Ihr Befund ist da."_s);
    REQUIRE(account.applyEvents({message}));
    CHECK(account.bodies() == QStringList{u"?"_s});
    CHECK(account.summary().preview == RoomSummary::Preview::Undecryptable);

    REQUIRE(account.apply(account.mail()));
    CHECK(account.bodies() == QStringList{u"Ihr Befund ist da."_s});
    CHECK(account.summary().previewText == u"Ihr Befund ist da."_s);
    CHECK(account.changes.last().rooms[0].rewritten == QList{*EventId::parse(events::idOf(message))});
}

TEST_CASE("what an answer of the server makes readable is not lost when it cannot be stored at first", "[sync]")
{
    SyncedAccount account;
    for (auto* side : {&account.own, &account.practice})
        side->bootstrap();
    REQUIRE(account.practice.machine->trackUsers({account.own.user, account.practice.user}));
    account.practice.sync({account.own.user.toString()});
    account.meet();
    const auto message = account.sealed(u"Ihr Befund ist da."_s);
    REQUIRE(account.apply(account.mail()));
    REQUIRE(account.applyEvents({message}));
    REQUIRE(account.bodies() == QStringList{u"?"_s}); // whose device it was is not known yet

    account.own.flush(); // /keys/query tells
    REQUIRE(account.database->run("PRAGMA query_only=1"));
    CHECK_FALSE(account.processor->takeMachineOutcome());
    CHECK(account.bodies() == QStringList{u"?"_s});
    REQUIRE(account.database->run("PRAGMA query_only=0"));
    REQUIRE(account.processor->takeMachineOutcome());
    CHECK(account.bodies() == QStringList{u"Ihr Befund ist da."_s});

    const auto told = account.changes.size();
    REQUIRE(account.processor->takeMachineOutcome());
    CHECK(account.changes.size() == told); // once is enough
}

TEST_CASE("a large response shows the newest message first and the rest follows in slices", "[sync]")
{
    SyncedAccount account;
    account.exchangeKeys();
    account.meet();
    QJsonArray list;
    for (int i = 0; i < 310; ++i)
        list.append(account.sealed(u"Nachricht %1"_s.arg(i)));
    auto response = account.mail();
    response.insert("rooms"_L1, QJsonObject{{u"join"_s, QJsonObject{{SyncedAccount::room.toString(), timelineOf(list)}}}});
    REQUIRE(account.apply(response));
    CHECK(account.summary().previewText == u"Nachricht 309"_s);
    CHECK(account.timeline->pending(1000)->size() == 309);

    int slices = 0;
    for (bool more = true; more; ++slices) {
        const auto done = account.processor->decryptBacklog(100);
        REQUIRE(done);
        more = *done;
    }
    CHECK(slices == 4);
    CHECK(account.timeline->pending(1000)->isEmpty());
    CHECK(account.summary().previewText == u"Nachricht 309"_s);
}

TEST_CASE("when somebody leaves, or may have left behind a gap, the next message gets a new key", "[sync][S-22]")
{
    SyncedAccount account;
    account.exchangeKeys();
    account.meet();
    account.own.share({account.own.user, account.practice.user});
    REQUIRE(account.own.store.outboundSession(SyncedAccount::room)->has_value());
    SECTION("somebody leaves")
    {
        REQUIRE(account.applyEvents({events::member(practice, u"leave"_s, {})}));
    }
    SECTION("a gap")
    {
        account.meet({events::message(practice, u"vorher"_s)});
        account.own.share({account.own.user, account.practice.user});
        REQUIRE(account.applyRoom(timelineOf({events::message(practice, u"danach"_s)}, true, u"p"_s)));
        CHECK(account.record().memberList == MemberList::Partial);
    }
    CHECK_FALSE(account.own.store.outboundSession(SyncedAccount::room)->has_value());
}

TEST_CASE("a member whom the server slips in is announced before anything is sent to them", "[sync][S-23][X-37]")
{
    const QString spy = u"@spion:practice.example"_s;
    const QJsonObject slippedIn = events::member(spy, u"join"_s, u"Praxis Dr. Müller"_s);
    const QJsonArray known{events::member(erika, u"join"_s, u"Erika"_s), events::member(practice, u"join"_s, u"Praxis"_s)};
    QJsonArray withSpy = known;
    withSpy.append(slippedIn);
    SyncedAccount account;
    account.meet({events::message(practice, u"vorher"_s)});
    REQUIRE(loadMembers(account, known));
    CHECK(announced(account).isEmpty()); // the first list is nobody's news
    REQUIRE(account.record().memberList == MemberList::Complete);
    QJsonObject room = timelineOf({events::message(practice, u"danach"_s)}, true, u"p"_s);

    SECTION("in the state of a gap")
    {
        room.insert("state"_L1, QJsonObject{{u"events"_s, QJsonArray{known[1], slippedIn}}});
        REQUIRE(account.applyRoom(room));
        CHECK(account.bodies().last() == u"danach"_s);
    }
    SECTION("in the list of members that is loaded after a gap")
    {
        REQUIRE(account.applyRoom(room));
        CHECK(account.record().memberList == MemberList::Outdated);
        CHECK(announced(account).isEmpty());
    }
    SECTION("in a state that comes without a gap")
    {
        REQUIRE(account.applyRoom({{u"state"_s, QJsonObject{{u"events"_s, QJsonArray{slippedIn}}}}}));
    }
    if (account.record().memberList == MemberList::Outdated)
        REQUIRE(loadMembers(account, withSpy));
    CHECK(announced(account) == QStringList{spy}); // once, and nobody else
    CHECK(account.record().memberList == MemberList::Complete);
    REQUIRE(!account.changes.isEmpty());
    const auto told = std::count_if(account.changes.cbegin(), account.changes.cend(), [](const SyncChanges& changes) {
        return !changes.rooms.isEmpty() && changes.rooms.first().newEvents;
    });
    CHECK(told >= 2); // what the screen follows
    account.reopen();
    CHECK(announced(account) == QStringList{spy});
}

TEST_CASE("an invitation says who invites, and is gone when it is declined", "[sync]")
{
    SyncedAccount account;
    const QJsonArray stripped{
        QJsonObject{{u"type"_s, u"m.room.member"_s},
                    {u"state_key"_s, practice},
                    {u"sender"_s, practice},
                    {u"content"_s, QJsonObject{{u"membership"_s, u"join"_s}, {u"displayname"_s, u"Praxis"_s}}}},
        QJsonObject{{u"type"_s, u"m.room.member"_s},
                    {u"state_key"_s, erika},
                    {u"sender"_s, practice},
                    {u"content"_s, QJsonObject{{u"membership"_s, u"invite"_s}, {u"is_direct"_s, true}}}},
        QJsonObject{{u"type"_s, u"m.room.name"_s},
                    {u"state_key"_s, QString()},
                    {u"sender"_s, practice},
                    {u"content"_s, QJsonObject{{u"name"_s, u"Ihr Rezept"_s}}}}};
    const QJsonObject invitation{{u"invite_state"_s, QJsonObject{{u"events"_s, stripped}}}};
    REQUIRE(account.apply({{u"rooms"_s, QJsonObject{{u"invite"_s, QJsonObject{{SyncedAccount::room.toString(), invitation}}}}}}));
    const auto summary = account.summary();
    CHECK(summary.membership == Membership::Invite);
    CHECK(summary.preview == RoomSummary::Preview::Invitation);
    CHECK(summary.inviterName == u"Praxis"_s);
    CHECK(summary.name == u"Ihr Rezept"_s);
    CHECK(summary.direct);

    REQUIRE(
        account.apply({{u"rooms"_s, QJsonObject{{u"leave"_s, QJsonObject{{SyncedAccount::room.toString(), QJsonObject{}}}}}}}));
    CHECK_FALSE(account.rooms->find(SyncedAccount::room));
}

TEST_CASE("a chat that was left stays readable", "[sync]")
{
    SyncedAccount account;
    account.meet({events::message(practice, u"bleibt"_s)}, false);
    REQUIRE(
        account.apply({{u"rooms"_s, QJsonObject{{u"leave"_s, QJsonObject{{SyncedAccount::room.toString(), QJsonObject{}}}}}}}));
    CHECK(account.summary().membership == Membership::Leave);
    CHECK(account.bodies() == QStringList{u"bleibt"_s});
}

TEST_CASE("m.direct marks and unmarks chats of two", "[sync]")
{
    SyncedAccount account;
    account.meet();
    const auto direct = [&](const QJsonObject& content) {
        const QJsonObject data{{u"type"_s, u"m.direct"_s}, {u"content"_s, content}};
        return account.apply({{u"account_data"_s, QJsonObject{{u"events"_s, QJsonArray{data}}}}});
    };
    REQUIRE(direct({{practice, QJsonArray{SyncedAccount::room.toString()}}}));
    CHECK(account.summary().direct);
    account.reopen();
    REQUIRE(direct({}));
    CHECK_FALSE(account.summary().direct);
}

TEST_CASE("receipts of others move forward only, and typing names others", "[sync]")
{
    SyncedAccount account;
    const auto one = events::message(erika, u"eins"_s);
    const auto two = events::message(erika, u"zwei"_s);
    account.meet({one, two}, false);
    const auto receipt = [&](const QJsonObject& event, const QString& user) {
        const QJsonObject content{{events::idOf(event), QJsonObject{{u"m.read"_s, QJsonObject{{user, QJsonObject{}}}}}}};
        const QJsonArray list{
            QJsonObject{{u"type"_s, u"m.receipt"_s}, {u"content"_s, content}},
            QJsonObject{{u"type"_s, u"m.typing"_s}, {u"content"_s, QJsonObject{{u"user_ids"_s, QJsonArray{erika, practice}}}}}};
        return account.applyRoom({{u"ephemeral"_s, QJsonObject{{u"events"_s, list}}}});
    };
    REQUIRE(receipt(two, erika));
    CHECK(account.record().othersRead.isEmpty());
    REQUIRE(receipt(two, practice));
    CHECK(account.record().othersRead.toString() == events::idOf(two));
    CHECK(account.changes.last().rooms[0].typing == QList{account.practice.user});
    REQUIRE(receipt(one, practice));
    CHECK(account.record().othersRead.toString() == events::idOf(two));
}

TEST_CASE("a response that cannot be stored leaves nothing behind and can be applied again", "[sync]")
{
    SyncedAccount account;
    account.meet({events::message(practice, u"eins"_s)}, false);
    const auto before = account.summary();
    account.own.store.failCommits(1);
    const QJsonArray list{events::message(practice, u"zwei"_s),
                          events::state(practice, u"m.room.name"_s, {}, {{u"name"_s, u"neu"_s}})};
    CHECK_FALSE(account.applyEvents(list));
    CHECK(account.summary() == before);
    CHECK(account.bodies() == QStringList{u"eins"_s});
    CHECK(account.processor->nextBatch() == u"s1"_s);

    REQUIRE(account.applyEvents(list));
    CHECK(account.bodies() == QStringList{u"eins"_s, u"zwei"_s});
    CHECK(account.summary().name == u"neu"_s);
}

TEST_CASE("somebody who is in the room without having come is said to be there", "[sync]")
{
    SyncedAccount account;
    account.meet();
    REQUIRE(loadMembers(account, {events::member(practice, u"join"_s, u"Praxis"_s)}));
    account.changes.clear();
    const QString spy = u"@spion:example.org"_s;
    QJsonObject room = timelineOf({}, true);
    room.insert("state"_L1, QJsonObject{{u"events"_s, QJsonArray{events::member(spy, u"join"_s, u"Spion"_s)}}});
    REQUIRE(account.applyRoom(room));
    REQUIRE(account.changes.size() == 1);
    REQUIRE(account.changes[0].rooms.size() == 1);
    CHECK(account.changes[0].rooms[0].unexpected == QList{*UserId::parse(spy)});
}

TEST_CASE("destroyed keys leave neither messages nor the last line of a chat, and say why", "[sync][renew]")
{
    SyncedAccount account;
    account.exchangeKeys();
    account.meet();
    const auto message = account.sealed(u"Ihr Befund ist da."_s);
    REQUIRE(account.apply(account.mail()));
    REQUIRE(account.applyEvents({message}));
    REQUIRE(account.summary().previewText == u"Ihr Befund ist da."_s);
    REQUIRE(account.own.machine->destroyRoomKeys());
    REQUIRE(account.timeline->removeDecrypted());
    account.reopen(); // whatever happens in between
    account.changes.clear();
    while (*account.processor->decryptBacklog(10)) {
    }
    CHECK(account.events().last().status == EventStatus::KeysRenewed);
    CHECK(account.events().last().plain.isNull());
    CHECK(account.summary().previewText.isEmpty());
    CHECK(account.summary().preview == RoomSummary::Preview::Undecryptable);
    REQUIRE(account.changes.size() == 1);
    CHECK(account.changes.first().rooms.first().rewritten.size() == 1);
    CHECK(account.timeline->missingSessions()->isEmpty()); // nobody looks for the key
    CHECK(*account.timeline->readableContent() == TimelineStore::ReadableContent{});
}
