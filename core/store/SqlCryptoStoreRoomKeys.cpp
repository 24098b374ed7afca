#include "core/store/Rows.h"
#include "core/store/SealedPickle.h"
#include "core/store/SqlCryptoStore.h"

namespace core {

namespace {

QByteArray placeOf(const RoomId& room, const QByteArray& sessionId)
{
    return room.toUtf8() + '|' + sessionId;
}

// Of the columns pickle, first_index, owner_user, owner_device, owner_curve25519, owner_ed25519, proven, shared_history,
// backed_up. Empty if the pickle is damaged.
std::optional<InboundSessionRecord> readInbound(const Statement& row, const crypto::SecretBytes& key, const RoomId& room,
                                                const QByteArray& sessionId)
{
    auto pickle = rows::unsealPickle(key, row.view(0), placeOf(room, sessionId));
    if (!pickle)
        return std::nullopt;
    return InboundSessionRecord{.room = room,
                                .sessionId = sessionId,
                                .pickle = std::move(*pickle),
                                .firstIndex = static_cast<quint32>(row.integer(1)),
                                .owner = rows::id<UserId>(row, 2),
                                .ownerDevice = rows::id<DeviceId>(row, 3),
                                .ownerCurve25519 = rows::key<crypto::Curve25519Key>(row, 4),
                                .ownerEd25519 = rows::key<crypto::Ed25519Key>(row, 5),
                                .origin = row.integer(6) != 0 ? KeyOrigin::Proven : KeyOrigin::Unproven,
                                .sharedHistory = row.integer(7) != 0,
                                .isBackedUp = row.integer(8) != 0};
}

} // namespace

// -- Receiving ---------------------------------------------------------------------------------------------------------------

Result<std::optional<InboundSessionRecord>> SqlCryptoStore::inboundSession(const RoomId& room, const QByteArray& sessionId)
{
    std::optional<InboundSessionRecord> session;
    const auto read = m_database.each(
        "SELECT pickle, first_index, owner_user, owner_device, owner_curve25519, owner_ed25519, proven, shared_history, "
        "backed_up FROM "
        "inbound_sessions WHERE room_id = ? AND session_id = ?",
        [&](const Statement& row) { session = readInbound(row, m_inboundKey, room, sessionId); }, room.toString(),
        rows::text(sessionId));
    if (!read)
        return std::unexpected(read.error());
    return session;
}

Result<> SqlCryptoStore::saveInboundSession(const InboundSessionRecord& record)
{
    return m_database.run(
        "INSERT OR REPLACE INTO inbound_sessions (room_id, session_id, pickle, first_index, owner_user, owner_device, "
        "owner_curve25519, owner_ed25519, proven, shared_history, backed_up) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        record.room.toString(), rows::text(record.sessionId),
        rows::sealPickle(m_inboundKey, record.pickle, placeOf(record.room, record.sessionId)), qint64(record.firstIndex),
        record.owner.toString(), record.ownerDevice.toString(), record.ownerCurve25519.view(), record.ownerEd25519.view(),
        record.origin == KeyOrigin::Proven, record.sharedHistory, record.isBackedUp);
}

Result<> SqlCryptoStore::removeInboundSession(const RoomKeyId& key)
{
    return m_database.run("DELETE FROM inbound_sessions WHERE room_id = ? AND session_id = ?", key.room.toString(),
                          rows::text(key.sessionId));
}

Result<QList<RoomKeyId>> SqlCryptoStore::inboundSessionsOf(const UserId& owner)
{
    QList<RoomKeyId> keys;
    const auto read = m_database.each(
        "SELECT room_id, session_id FROM inbound_sessions WHERE owner_user = ?",
        [&](const Statement& row) { keys.append({rows::id<RoomId>(row, 0), row.blob(1)}); }, owner.toString());
    if (!read)
        return std::unexpected(read.error());
    return keys;
}

Result<QList<RoomKeyId>> SqlCryptoStore::inboundSessionsAfter(const RoomKeyId& after, int limit)
{
    QList<RoomKeyId> keys;
    const auto read = m_database.each(
        "SELECT room_id, session_id FROM inbound_sessions WHERE (room_id, session_id) > (?, ?) ORDER BY room_id, session_id "
        "LIMIT ?",
        [&](const Statement& row) { keys.append({rows::id<RoomId>(row, 0), row.blob(1)}); }, after.room.toString(),
        rows::text(after.sessionId), qint64(limit));
    if (!read)
        return std::unexpected(read.error());
    return keys;
}

Result<qint64> SqlCryptoStore::countInboundSessions()
{
    qint64 count = 0;
    const auto read =
        m_database.each("SELECT count(*) FROM inbound_sessions", [&](const Statement& row) { count = row.integer(0); });
    if (!read)
        return std::unexpected(read.error());
    return count;
}

Result<QList<InboundSessionRecord>> SqlCryptoStore::sessionsToBackUp(int limit)
{
    QList<InboundSessionRecord> sessions;
    const auto read = m_database.each(
        "SELECT pickle, first_index, owner_user, owner_device, owner_curve25519, owner_ed25519, proven, shared_history, "
        "backed_up, room_id, session_id FROM inbound_sessions WHERE backed_up = 0 LIMIT ?",
        [&](const Statement& row) {
            if (auto session = readInbound(row, m_inboundKey, rows::id<RoomId>(row, 9), row.blob(10)))
                sessions.append(std::move(*session));
        },
        qint64(limit));
    if (!read)
        return std::unexpected(read.error());
    return sessions;
}

Result<qint64> SqlCryptoStore::countSessionsToBackUp()
{
    qint64 count = 0;
    const auto read = m_database.each("SELECT count(*) FROM inbound_sessions WHERE backed_up = 0",
                                      [&](const Statement& row) { count = row.integer(0); });
    if (!read)
        return std::unexpected(read.error());
    return count;
}

Result<> SqlCryptoStore::markBackedUp(const RoomKeyId& key, quint32 firstIndex)
{
    return m_database.run("UPDATE inbound_sessions SET backed_up = 1 WHERE room_id = ? AND session_id = ? AND first_index = ?",
                          key.room.toString(), rows::text(key.sessionId), qint64(firstIndex));
}

Result<> SqlCryptoStore::markNoneBackedUp()
{
    return m_database.run("UPDATE inbound_sessions SET backed_up = 0 WHERE backed_up = 1");
}

Result<MessageIndexRecord> SqlCryptoStore::keepFirstMessageIndex(const MessageIndexRecord& record)
{
    const auto written =
        m_database.run("INSERT INTO message_indexes (session_id, message_index, event_id, ts) VALUES (?, ?, ?, ?) ON "
                       "CONFLICT DO NOTHING",
                       rows::text(record.sessionId), qint64(record.index), eventKey(record.event), record.originServerTs.ms);
    if (!written)
        return std::unexpected(written.error());
    if (m_database.changes() > 0)
        return record;
    auto kept = record;
    const auto read = m_database.each(
        "SELECT event_id, ts FROM message_indexes WHERE session_id = ? AND message_index = ?",
        [&](const Statement& row) {
            kept.event = rows::event(row, 0);
            kept.originServerTs = {row.integer(1)};
        },
        rows::text(record.sessionId), qint64(record.index));
    if (!read)
        return std::unexpected(read.error());
    return kept;
}

Result<std::optional<MessageIndexRecord>> SqlCryptoStore::lastMessageIndex(const QByteArray& sessionId)
{
    std::optional<MessageIndexRecord> last;
    const auto read = m_database.each(
        "SELECT message_index, event_id, ts FROM message_indexes WHERE session_id = ? ORDER BY message_index DESC LIMIT 1",
        [&](const Statement& row) {
            last = MessageIndexRecord{sessionId, static_cast<quint32>(row.integer(0)), rows::event(row, 1), {row.integer(2)}};
        },
        rows::text(sessionId));
    if (!read)
        return std::unexpected(read.error());
    return last;
}

Result<std::optional<QString>> SqlCryptoStore::withheldCode(const RoomKeyId& key)
{
    std::optional<QString> code;
    const auto read = m_database.each(
        "SELECT code FROM withheld WHERE room_id = ? AND session_id = ?", [&](const Statement& row) { code = row.text(0); },
        key.room.toString(), rows::text(key.sessionId));
    if (!read)
        return std::unexpected(read.error());
    return code;
}

Result<> SqlCryptoStore::saveWithheldCode(const RoomKeyId& key, const QString& code)
{
    return m_database.run("INSERT OR REPLACE INTO withheld (room_id, session_id, code) VALUES (?, ?, ?)", key.room.toString(),
                          rows::text(key.sessionId), code);
}

// -- Sending -----------------------------------------------------------------------------------------------------------------

Result<std::optional<OutboundSessionRecord>> SqlCryptoStore::outboundSession(const RoomId& room)
{
    std::optional<OutboundSessionRecord> session;
    const auto read = m_database.each(
        "SELECT session_id, pickle, created, messages, invited_may_read, history_is_shared FROM "
        "outbound_sessions WHERE room_id = ?",
        [&](const Statement& row) {
            const QByteArray id = row.blob(0);
            auto pickle = rows::unsealPickle(m_outboundKey, row.view(1), placeOf(room, id));
            if (!pickle)
                return;
            session = OutboundSessionRecord{.room = room,
                                            .sessionId = id,
                                            .pickle = std::move(*pickle),
                                            .created = {row.integer(2)},
                                            .messages = row.integer(3),
                                            .invitedMayRead = row.integer(4) != 0,
                                            .historyIsShared = row.integer(5) != 0};
        },
        room.toString());
    if (!read)
        return std::unexpected(read.error());
    return session;
}

Result<> SqlCryptoStore::saveOutboundSession(const OutboundSessionRecord& record)
{
    return m_database.run(
        "INSERT OR REPLACE INTO outbound_sessions (room_id, session_id, pickle, created, messages, invited_may_read, "
        "history_is_shared) VALUES (?, ?, ?, ?, ?, ?, ?)",
        record.room.toString(), rows::text(record.sessionId),
        rows::sealPickle(m_outboundKey, record.pickle, placeOf(record.room, record.sessionId)), record.created.ms,
        record.messages, record.invitedMayRead, record.historyIsShared);
}

Result<> SqlCryptoStore::removeOutboundSession(const RoomId& room)
{
    return transaction([&]() -> Result<> {
        if (auto removed = m_database.run("DELETE FROM outbound_sessions WHERE room_id = ?", room.toString()); !removed)
            return removed;
        return m_database.run("DELETE FROM outbound_shares WHERE room_id = ?", room.toString());
    });
}

Result<> SqlCryptoStore::removeAllOutboundSessions()
{
    return transaction([&]() -> Result<> {
        if (auto removed = m_database.run("DELETE FROM outbound_sessions"); !removed)
            return removed;
        return m_database.run("DELETE FROM outbound_shares");
    });
}

Result<QList<OutboundShareRecord>> SqlCryptoStore::outboundShares(const RoomId& room)
{
    QList<OutboundShareRecord> shares;
    const auto read = m_database.each(
        "SELECT user_id, device_id, curve25519, message_index FROM outbound_shares WHERE room_id = ?",
        [&](const Statement& row) {
            shares.append({room, rows::id<UserId>(row, 0), rows::id<DeviceId>(row, 1), rows::key<crypto::Curve25519Key>(row, 2),
                           row.integer(3)});
        },
        room.toString());
    if (!read)
        return std::unexpected(read.error());
    return shares;
}

Result<> SqlCryptoStore::saveOutboundShare(const OutboundShareRecord& record)
{
    return m_database.run(
        "INSERT OR REPLACE INTO outbound_shares (room_id, user_id, device_id, curve25519, message_index) VALUES (?, ?, "
        "?, ?, ?)",
        record.room.toString(), record.user.toString(), record.device.toString(), record.curve25519.view(), record.messageIndex);
}

} // namespace core
