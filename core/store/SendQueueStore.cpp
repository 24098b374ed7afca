#include "core/store/SendQueueStore.h"

#include "core/encryption/verification/VerificationTypes.h"
#include "core/store/Rows.h"

namespace core {

namespace {

using State = QueuedMessage::State;

// What the file says; the order of the enum may change, these may not.
constexpr int waiting = 0;
constexpr int failed = 1;
constexpr int sent = 2;

int number(State state)
{
    switch (state) {
    case State::Waiting:
        return waiting;
    case State::Failed:
        return failed;
    case State::Sent:
        return sent;
    }
    return waiting;
}

State stateOf(qint64 number)
{
    if (number == failed)
        return State::Failed;
    return number == sent ? State::Sent : State::Waiting;
}

// Columns: room_id, transaction_id, type, content, state, ciphertext, event_id, failure, queued_at.
QueuedMessage messageIn(const Statement& row)
{
    QueuedMessage message;
    message.room = rows::id<RoomId>(row, 0);
    message.transactionId = row.text(1);
    message.type = row.text(2);
    message.content = row.blob(3);
    message.state = stateOf(row.integer(4));
    message.ciphertext = row.blob(5);
    message.eventId = rows::id<EventId>(row, 6);
    message.failure = static_cast<int>(row.integer(7));
    message.queuedAt = {row.integer(8)};
    return message;
}

} // namespace

SendQueueStore::SendQueueStore(Database& database)
    : m_database(database)
{
}

Result<> SendQueueStore::add(const QueuedMessage& message)
{
    return m_database.run("INSERT INTO send_queue (room_id, transaction_id, type, content, state, ciphertext, event_id, failure, "
                          "queued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          message.room.toString(), message.transactionId, message.type, QByteArrayView(message.content),
                          number(message.state), message.ciphertext, message.eventId.toString(), message.failure,
                          message.queuedAt.ms);
}

Result<QList<RoomId>> SendQueueStore::roomsWithWaiting()
{
    QList<RoomId> rooms;
    const auto read = m_database.each("SELECT room_id FROM send_queue WHERE state = 0 GROUP BY room_id ORDER BY min(id)",
                                      [&](const Statement& row) { rooms.append(rows::id<RoomId>(row, 0)); });
    if (!read)
        return std::unexpected(read.error());
    return rooms;
}

Result<std::optional<QueuedMessage>> SendQueueStore::nextWaiting(const RoomId& room)
{
    return nextWaiting(room, QStringLiteral("*"));
}

Result<std::optional<QueuedMessage>> SendQueueStore::nextWaitingVerification(const RoomId& room)
{
    return nextWaiting(room, verificationTransactions + u'*');
}

Result<std::optional<QueuedMessage>> SendQueueStore::nextWaiting(const RoomId& room, const QString& transactions)
{
    std::optional<QueuedMessage> next;
    const auto read = m_database.each(
        "SELECT room_id, transaction_id, type, content, state, ciphertext, event_id, failure, "
        "queued_at FROM send_queue WHERE room_id = ? AND state = 0 AND transaction_id GLOB ? ORDER BY id LIMIT 1",
        [&](const Statement& row) { next = messageIn(row); }, room.toString(), transactions);
    if (!read)
        return std::unexpected(read.error());
    return next;
}

Result<QList<QueuedMessage>> SendQueueStore::messages(const RoomId& room)
{
    QList<QueuedMessage> messages;
    const auto read = m_database.each(
        "SELECT room_id, transaction_id, type, content, state, ciphertext, event_id, failure, "
        "queued_at FROM send_queue WHERE room_id = ? ORDER BY id",
        [&](const Statement& row) { messages.append(messageIn(row)); }, room.toString());
    if (!read)
        return std::unexpected(read.error());
    return messages;
}

Result<> SendQueueStore::setCiphertext(const QString& transactionId, const QByteArray& ciphertext)
{
    return m_database.run("UPDATE send_queue SET ciphertext = ? WHERE transaction_id = ?", ciphertext, transactionId);
}

Result<> SendQueueStore::setSent(const QString& transactionId, const EventId& event)
{
    return m_database.run("UPDATE send_queue SET state = 2, failure = 0, event_id = ? WHERE transaction_id = ?", event.toString(),
                          transactionId);
}

Result<> SendQueueStore::setFailed(const QString& transactionId, int failure)
{
    return m_database.run("UPDATE send_queue SET state = 1, failure = ? WHERE transaction_id = ? AND state = 0", failure,
                          transactionId);
}

Result<> SendQueueStore::setWaiting(const QString& transactionId)
{
    return m_database.run("UPDATE send_queue SET state = 0, failure = 0 WHERE transaction_id = ? AND state = 1", transactionId);
}

Result<> SendQueueStore::removeUnsent(const QString& transactionId)
{
    return m_database.run("DELETE FROM send_queue WHERE transaction_id = ? AND state <> 2", transactionId);
}

Result<> SendQueueStore::removeUnsentVerifications()
{
    return m_database.run("DELETE FROM send_queue WHERE state <> 2 AND transaction_id GLOB ?", verificationTransactions + u'*');
}

Result<bool> SendQueueStore::removeArrived(const RoomId& room, const QString& transactionId, const EventId& event)
{
    if (transactionId.isEmpty() && event.isEmpty())
        return false;
    // Messages not yet sent have an empty event id: an empty parameter must not match them.
    const auto removed = m_database.run("DELETE FROM send_queue WHERE room_id = ?1 AND (transaction_id = ?2 OR (?3 <> '' AND "
                                        "event_id = ?3))",
                                        room.toString(), transactionId, event.toString());
    if (!removed)
        return std::unexpected(removed.error());
    return m_database.changes() > 0;
}

Result<> SendQueueStore::removeRoom(const RoomId& room)
{
    return m_database.run("DELETE FROM send_queue WHERE room_id = ?", room.toString());
}

Result<std::optional<QueuedMessage::State>> SendQueueStore::unsentState(const RoomId& room)
{
    std::optional<State> state;
    const auto read = m_database.each(
        "SELECT max(state) FROM send_queue WHERE room_id = ? AND state IN (0, 1) AND transaction_id NOT GLOB ? "
        "HAVING count(*) > 0",
        [&](const Statement& row) { state = stateOf(row.integer(0)); }, room.toString(), verificationTransactions + u'*');
    if (!read)
        return std::unexpected(read.error());
    return state;
}

Result<QHash<RoomId, QueuedMessage::State>> SendQueueStore::unsentStates()
{
    QHash<RoomId, State> states;
    const auto read = m_database.each(
        "SELECT room_id, max(state) FROM send_queue WHERE state IN (0, 1) AND transaction_id NOT GLOB ? "
        "GROUP BY room_id",
        [&](const Statement& row) { states.insert(rows::id<RoomId>(row, 0), stateOf(row.integer(1))); },
        verificationTransactions + u'*');
    if (!read)
        return std::unexpected(read.error());
    return states;
}

} // namespace core
