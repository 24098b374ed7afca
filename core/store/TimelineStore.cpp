#include "core/store/TimelineStore.h"

#include "core/store/Rows.h"

#include <algorithm>
#include <limits>

namespace core {

namespace {

constexpr int chunkBits = 32;
constexpr qint64 middle = qint64(1) << (chunkBits - 1); // a chunk grows from here to both sides

qint64 startOf(qint64 chunk)
{
    return chunk << chunkBits;
}

// Columns: position, json, plain, status.
StoredEvent eventIn(const Statement& row)
{
    return {.position = row.integer(0),
            .json = row.blob(1),
            .plain = row.blob(2),
            .status = static_cast<EventStatus>(row.integer(3))};
}

QByteArray relationKey(std::string_view target)
{
    return target.empty() ? QByteArray() : eventKey(target);
}

} // namespace

TimelineStore::TimelineStore(Database& database)
    : m_database(database)
{
}

// -- Reading -----------------------------------------------------------------------------------------------------------------

Result<TimelinePage> TimelineStore::newest(qint64 row, int limit)
{
    const auto chunk = newestChunk(row);
    if (!chunk)
        return std::unexpected(chunk.error());
    return before(row, startOf(*chunk + 1), limit);
}

Result<TimelinePage> TimelineStore::before(qint64 row, qint64 position, int limit)
{
    TimelinePage page;
    // The nearest gap: everything from its chunk on belongs together.
    const auto gap = m_database.each(
        "SELECT chunk, prev_batch FROM chunks WHERE room = ? AND chunk <= ? AND prev_batch <> '' "
        "ORDER BY chunk DESC LIMIT 1",
        [&](const Statement& found) {
            page.chunk = found.integer(0);
            page.prevBatch = found.text(1);
            page.before = TimelinePage::Before::Gap;
        },
        row, (position - 1) >> chunkBits);
    if (!gap)
        return std::unexpected(gap.error());
    const int wanted = std::max(limit, 0);
    const auto read = m_database.each(
        "SELECT position, json, plain, status FROM events WHERE room = ? AND position < ? AND "
        "position >= ? ORDER BY position DESC LIMIT ?",
        [&](const Statement& found) { page.events.append(eventIn(found)); }, row, position, startOf(page.chunk),
        qint64(wanted) + 1);
    if (!read)
        return std::unexpected(read.error());
    if (page.events.size() > wanted) {
        page.events.removeLast();
        page.before = TimelinePage::Before::Stored;
    }
    std::reverse(page.events.begin(), page.events.end());
    return page;
}

Result<QList<StoredEvent>> TimelineStore::after(qint64 row, qint64 position)
{
    QList<StoredEvent> events;
    const auto read = m_database.each(
        "SELECT position, json, plain, status FROM events WHERE room = ? AND position > ? ORDER BY "
        "position",
        [&](const Statement& found) { events.append(eventIn(found)); }, row, position);
    if (!read)
        return std::unexpected(read.error());
    return events;
}

Result<std::optional<StoredEvent>> TimelineStore::event(qint64 row, const EventId& event)
{
    std::optional<StoredEvent> stored;
    const auto read = m_database.each(
        "SELECT position, json, plain, status FROM events WHERE event_id = ? AND room = ?",
        [&](const Statement& found) { stored = eventIn(found); }, eventKey(event), row);
    if (!read)
        return std::unexpected(read.error());
    return stored;
}

Result<QList<StoredEvent>> TimelineStore::relations(qint64 row, const EventId& target)
{
    QList<StoredEvent> events;
    const auto read = m_database.each(
        "SELECT position, json, plain, status FROM events WHERE relates_to = ? AND room = ? ORDER BY "
        "position",
        [&](const Statement& found) { events.append(eventIn(found)); }, eventKey(target), row);
    if (!read)
        return std::unexpected(read.error());
    return events;
}

Result<std::optional<qint64>> TimelineStore::position(qint64 row, const EventId& event)
{
    std::optional<qint64> position;
    const auto read = m_database.each(
        "SELECT position FROM events WHERE event_id = ? AND room = ?",
        [&](const Statement& found) { position = found.integer(0); }, eventKey(event), row);
    if (!read)
        return std::unexpected(read.error());
    return position;
}

// -- Writing -----------------------------------------------------------------------------------------------------------------

Result<qint64> TimelineStore::newestChunk(qint64 row)
{
    qint64 chunk = 0;
    const auto read = m_database.each(
        "SELECT max(chunk) FROM chunks WHERE room = ?", [&](const Statement& found) { chunk = found.integer(0); }, row);
    if (!read)
        return std::unexpected(read.error());
    return chunk;
}

Result<qint64> TimelineStore::startChunk(qint64 row, const QString& prevBatch)
{
    const auto newest = newestChunk(row);
    if (!newest)
        return std::unexpected(newest.error());
    const qint64 chunk = *newest + 1;
    if (chunk > std::numeric_limits<qint32>::max())
        return fail(ErrorCode::Storage, QStringLiteral("a room has too many gaps"));
    if (const auto saved = setPrevBatch(row, chunk, prevBatch); !saved)
        return std::unexpected(saved.error());
    return startOf(chunk) + middle;
}

Result<bool> TimelineStore::insert(qint64 row, qint64 position, const NewEvent& event)
{
    const auto written =
        m_database.run("INSERT INTO events (room, position, event_id, json, plain, status, session_id, relates_to) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (event_id, room) DO NOTHING",
                       row, position, eventKey(event.eventId), rows::blob(event.json), event.plain,
                       static_cast<int>(event.status), rows::optionalText(event.sessionId), relationKey(event.relatesTo));
    if (!written)
        return std::unexpected(written.error());
    return m_database.changes() > 0;
}

Result<qint64> TimelineStore::prependPosition(qint64 row, qint64 chunk)
{
    qint64 oldest = startOf(chunk) + middle;
    const auto read = m_database.each(
        "SELECT position FROM events WHERE room = ? AND position >= ? AND position < ? ORDER BY "
        "position LIMIT 1",
        [&](const Statement& found) { oldest = found.integer(0); }, row, startOf(chunk), startOf(chunk + 1));
    if (!read)
        return std::unexpected(read.error());
    return oldest - 1;
}

Result<> TimelineStore::setPrevBatch(qint64 row, qint64 chunk, const QString& prevBatch)
{
    return m_database.run("INSERT OR REPLACE INTO chunks (room, chunk, prev_batch) VALUES (?, ?, ?)", row, chunk, prevBatch);
}

Result<> TimelineStore::setDecryption(qint64 row, qint64 position, const QByteArray& plain, EventStatus status,
                                      const QByteArray& sessionId)
{
    return m_database.run("UPDATE events SET plain = ?, status = ?, session_id = ? WHERE room = ? AND position = ?", plain,
                          static_cast<int>(status), rows::optionalText(sessionId), row, position);
}

Result<> TimelineStore::setRedacted(qint64 row, qint64 position, const QByteArray& json)
{
    return m_database.run(
        "UPDATE events SET json = ?, plain = NULL, status = 0, session_id = NULL, relates_to = NULL WHERE room = ? "
        "AND position = ?",
        QByteArrayView(json), row, position);
}

Result<QList<TimelineStore::MissingSession>> TimelineStore::missingSessions()
{
    QList<MissingSession> sessions;
    const auto read = m_database.each(
        "SELECT DISTINCT room, session_id FROM events WHERE session_id IS NOT NULL AND status BETWEEN ? AND ?",
        [&](const Statement& row) { sessions.append({.row = row.integer(0), .sessionId = row.blob(1)}); },
        static_cast<qint64>(EventStatus::MissingKey), static_cast<qint64>(EventStatus::UnknownIndex));
    if (!read)
        return std::unexpected(read.error());
    return sessions;
}

Result<QList<StoredEvent>> TimelineStore::unreadable(qint64 row, const QByteArray& sessionId)
{
    QList<StoredEvent> events;
    const auto read = m_database.each(
        "SELECT position, json, plain, status FROM events WHERE session_id = ? AND room = ? ORDER BY "
        "position",
        [&](const Statement& found) { events.append(eventIn(found)); }, rows::text(sessionId), row);
    if (!read)
        return std::unexpected(read.error());
    return events;
}

Result<QList<TimelineStore::PendingEvent>> TimelineStore::pending(int limit)
{
    QList<PendingEvent> events;
    const auto read = m_database.each(
        "SELECT position, json, plain, status, room FROM events WHERE status = 3 ORDER BY room DESC, "
        "position DESC LIMIT ?",
        [&](const Statement& found) { events.append({.row = found.integer(4), .event = eventIn(found)}); }, std::max(limit, 0));
    if (!read)
        return std::unexpected(read.error());
    return events;
}

Result<TimelineStore::ReadableContent> TimelineStore::readableContent()
{
    ReadableContent content;
    const auto read = m_database.each(
        "SELECT count(DISTINCT room), count(*), "
        "sum(json_extract(text, '$.content.msgtype') IN ('m.file', 'm.image', 'm.audio', 'm.video')) "
        "FROM (SELECT room, CAST(plain AS TEXT) AS text FROM events WHERE status IN (1, 2)) WHERE CASE WHEN json_valid(text) "
        "THEN json_extract(text, '$.type') = 'm.room.message' AND json_extract(text, '$.content.\"m.new_content\"') IS NULL "
        "ELSE 0 END",
        [&](const Statement& row) { content = {.rooms = row.integer(0), .messages = row.integer(1), .files = row.integer(2)}; });
    if (!read)
        return std::unexpected(read.error());
    return content;
}

Result<> TimelineStore::removeDecrypted()
{
    return m_database.run("UPDATE events SET plain = NULL, status = 3 WHERE status IN (1, 2, 10, 13)");
}

Result<> TimelineStore::removeRoom(qint64 row)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (const auto removed = m_database.run("DELETE FROM events WHERE room = ?", row); !removed)
        return removed;
    if (const auto removed = m_database.run("DELETE FROM chunks WHERE room = ?", row); !removed)
        return removed;
    return transaction->commit();
}

} // namespace core
