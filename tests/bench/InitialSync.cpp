#include "core/store/EventKey.h"
#include "tests/bench/Account.h"
#include "tests/bench/Profile.h"
#include "tests/bench/Scenarios.h"

using namespace Qt::StringLiterals;

namespace bench {

namespace {

using Visit = std::function<void(const core::SyncRoom&, std::string_view json, const core::EventHead&)>;

qsizetype eachEvent(const core::SyncResponse& response, const Visit& visit)
{
    qsizetype count = 0;
    core::JsonDocument document;
    for (const auto& room : response.rooms) {
        for (const auto* list : {&room.state, &room.timeline}) {
            for (const auto json : *list) {
                require(document.read(json, core::JsonDocument::Padding::Present).has_value(), "parsing an event");
                const auto head = core::readEventHead(document.root());
                require(head.has_value(), "reading an event");
                visit(room, json, *head);
                ++count;
            }
        }
    }
    return count;
}

// The same rows in the same tables, and nothing else.
void insertOnly(core::Database& database, const core::SyncResponse& response)
{
    auto transaction = core::Transaction::begin(database);
    require(transaction.has_value(), "a transaction");
    qint64 place = 0;
    QHash<core::RoomId, qint64> rows;
    eachEvent(response, [&](const core::SyncRoom& room, std::string_view json, const core::EventHead& head) {
        if (!rows.contains(room.id))
            rows.insert(room.id, rows.size() + 1);
        const qint64 row = rows.value(room.id);
        const QByteArrayView blob(json.data(), static_cast<qsizetype>(json.size()));
        const auto done = head.stateKey
                              ? database.run("INSERT OR REPLACE INTO state (room, type, state_key, json) VALUES (?,?,?,?)", row,
                                             head.type, *head.stateKey, blob)
                              : database.run("INSERT INTO events (room, position, event_id, json) VALUES (?,?,?,?)", row, ++place,
                                             core::eventKey(head.eventId), blob);
        require(done.has_value(), "inserting");
    });
    require(transaction->commit().has_value(), "committing");
}

} // namespace

QList<Row> initialSyncRows(const QString& folder)
{
    const QByteArray body = initialSync({});
    core::SyncResponse response;
    qsizetype events = 0;
    const double parse = cpuSeconds([&] {
        auto parsed = core::parseSyncResponse(body);
        require(parsed.has_value(), "parsing");
        response = std::move(*parsed);
        events = eachEvent(response, [](const auto&...) {});
    });
    Profile raw(folder + u"/raw"_s);
    const double insert = cpuSeconds([&] { insertOnly(*raw.database, response); });

    Profile profile(folder + u"/ours"_s);
    party::Server server;
    party::ManualClock clock;
    const party::Party own(server, clock, u"@patient00000:bench.example"_s, u"BENCH"_s, profile.crypto);
    core::SyncProcessor processor({*profile.database, *own.machine, profile.rooms, profile.timeline, profile.queue,
                                   profile.accountData, profile.session, clock, own.user});
    require(processor.load().has_value(), "loading");
    const double apply = cpuSeconds([&] {
        auto parsed = core::parseSyncResponse(body);
        require(parsed.has_value() && processor.apply(std::move(*parsed)).has_value(), "applying");
    });
    require(profile.rooms.summaries()->size() == 500, "the room list");
    const auto count = static_cast<double>(events);
    return {{u"initial sync, 500 rooms: parsed and stored"_s, apply, count},
            {u"  parse only"_s, parse, count},
            {u"  parse and insert only"_s, insert, count}};
}

} // namespace bench
