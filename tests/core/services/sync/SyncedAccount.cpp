#include "tests/core/services/sync/SyncedAccount.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

SyncedAccount::SyncedAccount()
{
    reopen();
}

void SyncedAccount::reopen()
{
    processor.reset();
    session.reset();
    accountData.reset();
    queue.reset();
    timeline.reset();
    rooms.reset();
    database.reset();
    crypto::SecretBytes key(32);
    std::fill(key.data(), key.data() + key.size(), static_cast<unsigned char>(7));
    auto opened = Database::open(m_folder.filePath(u"account.db"_s), key);
    REQUIRE(opened);
    database = std::move(*opened);
    rooms = std::make_unique<RoomStore>(*database);
    REQUIRE(rooms->load());
    timeline = std::make_unique<TimelineStore>(*database);
    queue = std::make_unique<SendQueueStore>(*database);
    accountData = std::make_unique<AccountDataStore>(*database);
    session = std::make_unique<SessionStore>(*database);
    processor = std::make_unique<SyncProcessor>(
        SyncProcessor::Parts{*database, *own.machine, *rooms, *timeline, *queue, *accountData, *session, clock, own.user});
    REQUIRE(processor->load());
    QObject::connect(processor.get(), &SyncProcessor::changed, processor.get(),
                     [this](const SyncChanges& emitted) { changes.append(emitted); });
}

void SyncedAccount::exchangeKeys()
{
    for (auto* side : {&own, &practice}) {
        side->bootstrap();
        REQUIRE(side->machine->trackUsers({own.user, practice.user}));
    }
    for (auto* side : {&own, &practice})
        side->sync({own.user.toString(), practice.user.toString()});
}

void SyncedAccount::meet(const QJsonArray& timelineEvents, bool encrypted)
{
    QJsonArray state{events::member(own.user.toString(), u"join"_s, u"Erika"_s),
                     events::member(practice.user.toString(), u"join"_s, u"Praxis Dr. Müller"_s)};
    if (encrypted)
        state.append(events::encryption());
    REQUIRE(applyRoom(
        {{u"timeline"_s, QJsonObject{{u"events"_s, timelineEvents}}},
         {u"state"_s, QJsonObject{{u"events"_s, state}}},
         {u"summary"_s, QJsonObject{{u"m.heroes"_s, QJsonArray{practice.user.toString()}}, {u"m.joined_member_count"_s, 2}}}}));
}

QJsonObject SyncedAccount::sealed(const QString& text)
{
    return events::encrypted(practice.user.toString(), practice.send({own.user, practice.user}, text));
}

QJsonObject SyncedAccount::mail()
{
    QJsonArray list;
    auto& inbox = server.inbox[{own.user.toString(), own.device.toString()}];
    for (const auto& event : std::as_const(inbox))
        list.append(QJsonDocument::fromJson(event).object());
    inbox.clear();
    return {{u"to_device"_s, QJsonObject{{u"events"_s, list}}}};
}

Result<> SyncedAccount::apply(const QJsonObject& response)
{
    QJsonObject whole = response;
    if (!whole.contains("next_batch"_L1))
        whole.insert("next_batch"_L1, u"s%1"_s.arg(++m_batch));
    auto parsed = parseSyncResponse(withJsonPadding(QJsonDocument(whole).toJson(QJsonDocument::Compact)));
    REQUIRE(parsed);
    return processor->apply(std::move(*parsed));
}

Result<> SyncedAccount::applyRoom(const QJsonObject& joined)
{
    return apply({{u"rooms"_s, QJsonObject{{u"join"_s, QJsonObject{{room.toString(), joined}}}}}});
}

Result<> SyncedAccount::applyEvents(const QJsonArray& events)
{
    return applyRoom({{u"timeline"_s, QJsonObject{{u"events"_s, events}}}});
}

RoomSummary SyncedAccount::summary() const
{
    const auto found = rooms->summary(room);
    REQUIRE(found);
    REQUIRE(found->has_value());
    return **found;
}

const RoomRecord& SyncedAccount::record() const
{
    const auto* found = rooms->find(room);
    REQUIRE(found);
    return *found;
}

QList<StoredEvent> SyncedAccount::events(int limit)
{
    const auto page = timeline->newest(record().row, limit);
    REQUIRE(page);
    return page->events;
}

QStringList SyncedAccount::bodies()
{
    QStringList texts;
    for (const auto& event : events()) {
        const auto json = QJsonDocument::fromJson(event.plain.isNull() ? event.json : event.plain).object();
        if (json.value("type"_L1) == "m.room.message"_L1)
            texts.append(json.value("content"_L1).toObject().value("body"_L1).toString());
        else if (json.value("type"_L1) == "m.room.encrypted"_L1)
            texts.append(u"?"_s);
    }
    return texts;
}

namespace events {

QJsonObject event(const QString& sender, const QString& type, const QJsonObject& content)
{
    static int number = 0;
    ++number;
    return {{u"event_id"_s, u"$event%1"_s.arg(number)},
            {u"sender"_s, sender},
            {u"type"_s, type},
            {u"origin_server_ts"_s, qint64(1'600'000'000'000) + number},
            {u"content"_s, content}};
}

QJsonObject message(const QString& sender, const QString& body)
{
    return event(sender, u"m.room.message"_s, {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, body}});
}

QJsonObject state(const QString& sender, const QString& type, const QString& stateKey, const QJsonObject& content)
{
    QJsonObject made = event(sender, type, content);
    made.insert("state_key"_L1, stateKey);
    return made;
}

QJsonObject member(const QString& user, const QString& membership, const QString& name)
{
    return state(user, u"m.room.member"_s, user, {{u"membership"_s, membership}, {u"displayname"_s, name}});
}

QJsonObject encrypted(const QString& sender, const QJsonObject& content)
{
    return event(sender, u"m.room.encrypted"_s, content);
}

QJsonObject encryption()
{
    return state(u"@praxis:practice.example"_s, u"m.room.encryption"_s, {}, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}});
}

QString idOf(const QJsonObject& event)
{
    return event.value("event_id"_L1).toString();
}

} // namespace events
