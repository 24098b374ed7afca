#include "tests/bench/Account.h"
#include "tests/bench/Profile.h"
#include "tests/bench/Scenarios.h"

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int rooms = 500;
constexpr int eventsPerRoom = 200;
constexpr int pages = 20;
constexpr int pageSize = 50;
constexpr int longRoomEvents = pages * pageSize;

void fillRoom(Profile& profile, int number, int events)
{
    core::RoomRecord record;
    record.summary.id = *core::RoomId::parse(roomId(number));
    record.summary.name = u"Chat %1"_s.arg(number);
    const auto saved = profile.rooms.save(record);
    require(saved.has_value(), "saving a room");
    auto position = profile.timeline.startChunk(saved->row, {});
    require(position.has_value(), "a chunk");
    for (int i = 0; i < events; ++i) {
        const QByteArray json = messageEvent(number, i);
        const auto document = core::JsonDocument::parse(json);
        const auto head = core::readEventHead(document->root());
        const auto inserted = profile.timeline.insert(saved->row, (*position)++,
                                                      {.eventId = head->eventId,
                                                       .json = {json.constData(), static_cast<size_t>(json.size())},
                                                       .plain = {},
                                                       .sessionId = {},
                                                       .relatesTo = {}});
        require(inserted && *inserted, "inserting");
    }
}

} // namespace

void prepareHistory(const QString& folder)
{
    Profile profile(folder);
    auto transaction = core::Transaction::begin(*profile.database);
    require(transaction.has_value(), "a transaction");
    for (int room = 0; room < rooms; ++room)
        fillRoom(profile, room, room == 0 ? longRoomEvents : eventsPerRoom);
    require(transaction->commit().has_value(), "committing");
}

QList<Row> historyRows(const QString& folder)
{
    std::unique_ptr<Profile> profile;
    qsizetype listed = 0;
    const double open = cpuSeconds([&] {
        profile = std::make_unique<Profile>(folder);
        listed = profile->rooms.summaries()->size();
    });
    require(listed == rooms, "the room list");
    const auto* room = profile->rooms.find(*core::RoomId::parse(roomId(0)));
    qsizetype events = 0;
    const double paging = cpuSeconds([&] {
        auto page = profile->timeline.newest(room->row, pageSize);
        while (page && !page->events.isEmpty()) {
            events += page->events.size();
            page = profile->timeline.before(room->row, page->events.first().position, pageSize);
        }
    });
    require(events == longRoomEvents, "paging");
    const double raw = cpuSeconds([&] {
        qsizetype bytes = 0;
        const auto read = profile->database->each(
            "SELECT json FROM events WHERE room=? ORDER BY position DESC",
            [&](const core::Statement& row) { bytes += row.blob(0).size(); }, room->row);
        require(read && bytes > 0, "reading");
    });
    return {{u"100,000 events stored: database opened, 500 rooms listed"_s, open, rooms},
            {u"1,000 events paged, 50 at a time"_s, paging, static_cast<double>(events)},
            {u"  the same rows by one query"_s, raw, static_cast<double>(events)}};
}

} // namespace bench
