#include "tests/core/services/timeline/ShownRoom.h"

#include "core/event/EventHead.h"

#include <QDateTime>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const qint64 begin = QDateTime(QDate(2024, 5, 3), QTime(8, 0)).toMSecsSinceEpoch();

QByteArray toJson(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject event(int number, const UserId& sender, const QString& type, const QJsonObject& content)
{
    return {{u"event_id"_s, u"$%1"_s.arg(number)},
            {u"sender"_s, sender.toString()},
            {u"type"_s, type},
            {u"origin_server_ts"_s, begin + number * 1'000},
            {u"content"_s, content}};
}

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

} // namespace

const UserId ShownRoom::own = UserId::parse(u"@own:x.de").value();
const UserId ShownRoom::anna = UserId::parse(u"@anna:x.de").value();
const RoomId ShownRoom::id = RoomId::parse(u"!room:x.de").value();

ShownRoom::ShownRoom()
    : api(server, QUrl(u"https://x.de"_s), nullptr, RetryPolicy([] { return -1.0; })) // takes the waits away
{
    clock.time = {begin + 60 * 60 * 1'000};
    RoomRecord record;
    record.summary.id = id;
    record.summary.name = u"Raum"_s;
    record.algorithmKnown = true;
    record.joinedCount = 2;
    REQUIRE(rooms.load());
    REQUIRE(rooms.save(record));
    setMember(own, u"Ich"_s);
    setMember(anna, u"Anna"_s);
    service = std::make_unique<TimelineService>(
        TimelineService::Parts{.api = api,
                               .rooms = rooms,
                               .timeline = timeline,
                               .queue = sendQueue,
                               .clock = clock,
                               .ownUser = own,
                               .storeHistory = [this](const RoomId&, qint64 chunk, const auto& events, const QString& end) {
                                   return storeHistory(chunk, events, end);
                               }});
    QObject::connect(service.get(), &TimelineService::changed, service.get(), [this](const RoomId&, const TimelineDiffs& diffs) {
        changes.append(diffs);
        replay(diffs);
    });
    QObject::connect(service.get(), &TimelineService::stateChanged, service.get(),
                     [this](const RoomId&, const TimelineState& state) { states.append(state); });
}

// -- Store ---------------------------------------------------------------------------------------------------------------

QByteArray ShownRoom::message(int number, const UserId& sender, const QJsonObject& more)
{
    QJsonObject whole =
        event(number, sender, u"m.room.message"_s, {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"Nr. %1"_s.arg(number)}});
    for (auto it = more.begin(); it != more.end(); ++it)
        whole.insert(it.key(), it.value());
    return toJson(whole);
}

QByteArray ShownRoom::reaction(int number, int target, const UserId& sender)
{
    const QJsonObject relation{{u"rel_type"_s, u"m.annotation"_s}, {u"event_id"_s, u"$%1"_s.arg(target)}, {u"key"_s, u"👍"_s}};
    return toJson(event(number, sender, u"m.reaction"_s, {{u"m.relates_to"_s, relation}}));
}

EventId ShownRoom::eventId(int number)
{
    return EventId::parse(u"$%1"_s.arg(number)).value();
}

void ShownRoom::append(const QByteArray& json, EventStatus status, const QByteArray& plain)
{
    if (m_position == 0)
        startChunk({});
    const auto document = JsonDocument::parse(json);
    REQUIRE(document);
    const auto head = readEventHead(document->root());
    REQUIRE(head);
    REQUIRE(timeline.insert(row(), ++m_position,
                            {.eventId = head->eventId,
                             .json = view(json),
                             .plain = plain,
                             .status = status,
                             .sessionId = {},
                             .relatesTo = readRelation(head->content).target}));
}

void ShownRoom::appendMessages(int first, int last)
{
    for (int number = first; number <= last; ++number)
        append(message(number));
}

void ShownRoom::startChunk(const QString& prevBatch)
{
    const auto position = timeline.startChunk(row(), prevBatch);
    REQUIRE(position);
    m_position = *position;
}

void ShownRoom::queue(const QString& transaction, const QString& text, QueuedMessage::State state)
{
    REQUIRE(sendQueue.add({.room = id,
                           .transactionId = transaction,
                           .type = u"m.room.message"_s,
                           .content = toJson({{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text}}),
                           .state = state,
                           .ciphertext = {},
                           .eventId = {},
                           .queuedAt = clock.time}));
}

void ShownRoom::setMember(const UserId& user, const QString& name)
{
    const QJsonObject content{{u"membership"_s, u"join"_s}, {u"displayname"_s, name}};
    const QByteArray json = toJson({{u"event_id"_s, u"$member"_s},
                                    {u"sender"_s, user.toString()},
                                    {u"type"_s, u"m.room.member"_s},
                                    {u"state_key"_s, user.toString()},
                                    {u"content"_s, content}});
    REQUIRE(rooms.setState(row(), "m.room.member", user.toUtf8().toStdString(), view(json)));
}

void ShownRoom::changeRecord(const std::function<void(RoomRecord&)>& change)
{
    RoomRecord record = *rooms.find(id);
    change(record);
    REQUIRE(rooms.save(record));
}

// -- Server --------------------------------------------------------------------------------------------------------------

FakeHomeserver::Answer ShownRoom::page(int newest, int oldest, const QString& end, const QByteArray& state)
{
    QByteArrayList events;
    for (int number = newest; number >= oldest; --number)
        events.append(message(number));
    QByteArray body = R"({"start":"s","chunk":[)" + events.join(',') + R"(],"state":)" + state;
    if (!end.isEmpty())
        body += R"(,"end":")" + end.toUtf8() + '"';
    return FakeHomeserver::json(body + '}');
}

void ShownRoom::answerMessages(std::vector<FakeHomeserver::Answer> answers)
{
    server.on("GET", u"/_matrix/client/v3/rooms/*/messages"_s, std::move(answers));
}

// As the processor of sync responses does it.
Result<> ShownRoom::storeHistory(qint64 chunk, const std::vector<std::string_view>& events, const QString& end)
{
    if (!storesHistory)
        return fail(ErrorCode::StorageFull);
    auto position = timeline.prependPosition(row(), chunk);
    REQUIRE(position);
    bool joined = false;
    for (const auto raw : events) {
        const auto document = JsonDocument::parse(QByteArrayView(raw.data(), static_cast<qsizetype>(raw.size())));
        REQUIRE(document);
        const auto head = readEventHead(document->root());
        REQUIRE(head);
        const auto inserted = timeline.insert(
            row(), *position - 1, {.eventId = head->eventId, .json = raw, .plain = {}, .sessionId = {}, .relatesTo = {}});
        REQUIRE(inserted);
        *position -= *inserted ? 1 : 0;
        joined = joined || !*inserted;
    }
    REQUIRE(timeline.setPrevBatch(row(), chunk, joined ? QString() : end));
    RoomChanges change;
    change.id = id;
    change.history = true;
    service->apply({change});
    return {};
}

// -- Shown ---------------------------------------------------------------------------------------------------------------

void ShownRoom::replay(const TimelineDiffs& diffs)
{
    for (const auto& diff : diffs) {
        if (const auto* insert = std::get_if<InsertItems<TimelineItem>>(&diff)) {
            REQUIRE(insert->index <= shown.size());
            for (qsizetype i = 0; i < insert->items.size(); ++i)
                shown.insert(insert->index + i, insert->items[i]);
        } else if (const auto* update = std::get_if<UpdateItem<TimelineItem>>(&diff)) {
            REQUIRE(update->index < shown.size());
            shown[update->index] = update->item;
        } else if (const auto* remove = std::get_if<RemoveItems>(&diff)) {
            REQUIRE(remove->index + remove->count <= shown.size());
            shown.remove(remove->index, remove->count);
        } else if (const auto* move = std::get_if<MoveItem>(&diff)) {
            REQUIRE((move->from < shown.size() && move->to < shown.size()));
            shown.move(move->from, move->to);
        } else {
            shown = std::get<ResetItems<TimelineItem>>(diff).items;
        }
    }
    QSet<QString> keys;
    for (const TimelineItem& item : shown)
        keys.insert(item.key);
    CHECK(keys.size() == shown.size());
}

QList<TimelineItem> ShownRoom::messages() const
{
    QList<TimelineItem> messages;
    for (const TimelineItem& item : shown) {
        if (item.kind != TimelineItem::Kind::DayDivider && item.kind != TimelineItem::Kind::Gap)
            messages.append(item);
    }
    return messages;
}

QStringList ShownRoom::texts() const
{
    QStringList texts;
    for (const TimelineItem& item : messages())
        texts.append(item.text);
    return texts;
}

bool ShownRoom::hasGap() const
{
    return std::any_of(shown.begin(), shown.end(), [](const TimelineItem& item) { return item.kind == TimelineItem::Kind::Gap; });
}

} // namespace core
