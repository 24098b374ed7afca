// What a person sees when the server lies.
#include "core/services/timeline/TimelineService.h"
#include "tests/core/services/sync/SyncedAccount.h"
#include "tests/support/FakeHomeserver.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

using Kind = TimelineItem::Kind;
using Reason = TimelineItem::Reason;
using Authenticity = TimelineItem::Authenticity;

namespace {

const QString practice = u"@praxis:practice.example"_s;
const QString carol = u"@carol:example.org"_s;

// The chat with the practice as it is shown.
class Screen {
public:
    Screen()
    {
        account.exchangeKeys();
        account.meet({events::member(carol, u"join"_s, u"Carol"_s)});
        start();
    }

    // What the program does at its next start.
    void restart()
    {
        m_service.reset();
        account.reopen();
        start();
    }

    void receive(const QJsonArray& list)
    {
        QJsonObject response = account.mail();
        const QJsonObject room{{u"timeline"_s, QJsonObject{{u"events"_s, list}}}};
        response.insert(u"rooms"_s, QJsonObject{{u"join"_s, QJsonObject{{SyncedAccount::room.toString(), room}}}});
        REQUIRE(account.apply(response));
    }

    // What people wrote, or claim to have.
    [[nodiscard]] QList<TimelineItem> messages()
    {
        m_service->open(SyncedAccount::room); // all rows anew
        QList<TimelineItem> messages;
        for (const TimelineItem& item : m_rows) {
            if (item.kind != Kind::DayDivider && item.kind != Kind::StateChange)
                messages.append(item);
        }
        return messages;
    }

    SyncedAccount account;

private:
    void start()
    {
        m_service = std::make_unique<TimelineService>(TimelineService::Parts{.api = m_api,
                                                                             .rooms = *account.rooms,
                                                                             .timeline = *account.timeline,
                                                                             .queue = *account.queue,
                                                                             .clock = account.clock,
                                                                             .ownUser = account.own.user,
                                                                             .storeHistory = {}});
        QObject::connect(m_service.get(), &TimelineService::changed, m_service.get(),
                         [this](const RoomId&, const TimelineDiffs& diffs) {
                             if (const auto* reset = std::get_if<ResetItems<TimelineItem>>(&diffs.first()))
                                 m_rows = reset->items;
                         });
    }

    FakeHomeserver m_server;
    Api m_api{m_server, QUrl(u"https://x.de"_s), nullptr};
    std::unique_ptr<TimelineService> m_service;
    QList<TimelineItem> m_rows;
};

QJsonObject changed(QJsonObject event, const QString& member, const QJsonValue& value)
{
    event.insert(member, value);
    return event;
}

} // namespace

TEST_CASE("an event with the sender changed is never shown as that person's", "[S-07][X-05]")
{
    Screen screen;
    const QJsonObject event = screen.account.sealed(u"Ihr Befund"_s);
    screen.receive({changed(event, u"sender"_s, carol)});
    const auto rows = screen.messages();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].kind == Kind::Undecryptable);
    CHECK(rows[0].reason == Reason::SenderMismatch);
    CHECK(rows[0].senderName.isEmpty());
    CHECK(rows[0].sender.isEmpty());
    CHECK(rows[0].text.isEmpty());
}

TEST_CASE("a replayed message is shown once, also after a restart", "[S-11][X-07]")
{
    Screen screen;
    const QJsonObject event = screen.account.sealed(u"Bitte 1 Tablette"_s);
    const auto copy = [&](const QString& id, qint64 later) {
        return changed(changed(event, u"event_id"_s, id), u"origin_server_ts"_s,
                       event[u"origin_server_ts"_s].toInteger() + later);
    };
    screen.receive({event});
    screen.receive({copy(u"$copy1"_s, 60'000)});
    screen.restart();
    screen.receive({copy(u"$copy2"_s, 120'000)});
    const auto rows = screen.messages();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].text == u"Bitte 1 Tablette"_s);
    for (const auto& row : rows.mid(1)) {
        CHECK(row.kind == Kind::Undecryptable);
        CHECK(row.reason == Reason::Replay);
        CHECK(row.text.isEmpty());
    }
}

TEST_CASE("what is put into an encrypted chat in clear is marked, and changes nothing that is real", "[S-83][S-84][X-11]")
{
    Screen screen;
    const QJsonObject real = screen.account.sealed(u"echt"_s);
    const QJsonObject forged{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"gefälscht"_s}};
    QJsonObject content = forged;
    content.insert(u"m.new_content"_s, forged);
    content.insert(u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, events::idOf(real)}});
    const QJsonObject edit = events::event(practice, u"m.room.message"_s, content);
    const QJsonObject bundled{{u"m.relations"_s, QJsonObject{{u"m.replace"_s, edit}}}};
    screen.receive({changed(real, u"unsigned"_s, bundled), events::message(practice, u"im Klartext"_s), edit});
    const auto rows = screen.messages();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].text == u"echt"_s);
    CHECK(!rows[0].edited);
    CHECK(rows[0].authenticity == Authenticity::Proven);
    CHECK(rows[0].senderName == u"Praxis Dr. Müller"_s);
    CHECK(rows[1].authenticity == Authenticity::NotEncrypted);
    CHECK(rows[1].firstOfSender);
    CHECK(screen.account.summary().previewText == u"echt"_s);
}

TEST_CASE("a deleted edit leaves the message as it was, and no row of its own", "[S-83]")
{
    Screen screen;
    const QJsonObject message = screen.account.sealed(u"alt"_s);
    const auto content = screen.account.practice.machine->encrypt(
        SyncedAccount::room, u"m.room.message"_s,
        {{u"msgtype"_s, u"m.text"_s},
         {u"body"_s, u"* neu"_s},
         {u"m.new_content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"neu"_s}}},
         {u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, events::idOf(message)}}}});
    REQUIRE(content);
    const QJsonObject edit = events::encrypted(practice, *content);
    screen.receive({message, edit});
    REQUIRE(screen.messages().size() == 1);
    CHECK(screen.messages()[0].text == u"neu"_s);
    QJsonObject redaction = events::event(practice, u"m.room.redaction"_s, {});
    redaction.insert(u"redacts"_s, events::idOf(edit));
    screen.receive({redaction});
    REQUIRE(screen.messages().size() == 1);
    CHECK(screen.messages()[0].text == u"alt"_s);
    CHECK(!screen.messages()[0].edited);
}
