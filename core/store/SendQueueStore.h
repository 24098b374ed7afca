#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"
#include "core/base/Timestamp.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>

namespace core {

class Database;

/// A message of one's own that is not yet seen in the timeline.
struct QueuedMessage {
    enum class State {
        Waiting, ///< to be sent, also while it is being sent
        Failed,  ///< the person decides; `failure`
        Sent,    ///< the server has given an event id; leaves the queue when the event comes with /sync
    };
    RoomId room;
    QString transactionId;
    QString type;
    QByteArray content; ///< JSON, in clear: the file is encrypted
    State state = State::Waiting;
    QByteArray ciphertext; ///< content of the m.room.encrypted event; null until encrypted (S-16)
    EventId eventId;       ///< with Sent
    int failure = 0;       ///< an ErrorCode, with Failed
    Timestamp queuedAt;
    bool operator==(const QueuedMessage&) const = default;
};

/// The send queue on disk, in the order of writing (S-16).
///
/// Thread: that of the database, which must outlive it. Errors: Storage, StorageFull, StorageDamaged. Changing a message that is
/// not there any more does nothing. Messages of verifications are known by their transaction ids: they mean nothing after a
/// restart, and are nothing a person has written.
class SendQueueStore {
public:
    explicit SendQueueStore(Database& database);

    Result<> add(const QueuedMessage& message);
    Result<QList<RoomId>> roomsWithWaiting();
    /// The oldest message of the room that waits. Failed ones are passed over: they wait for the person, not the others for them.
    Result<std::optional<QueuedMessage>> nextWaiting(const RoomId& room);
    /// The oldest of a verification only.
    Result<std::optional<QueuedMessage>> nextWaitingVerification(const RoomId& room);
    /// All of the room, oldest first.
    Result<QList<QueuedMessage>> messages(const RoomId& room);

    Result<> setCiphertext(const QString& transactionId, const QByteArray& ciphertext);
    Result<> setSent(const QString& transactionId, const EventId& event);
    Result<> setFailed(const QString& transactionId, int failure);
    Result<> setWaiting(const QString& transactionId);   ///< of a failed one
    Result<> removeUnsent(const QString& transactionId); ///< not one that was sent
    Result<> removeUnsentVerifications();                ///< of an earlier run
    /// The event is in the timeline: its message leaves the queue. Either may be empty. True if there was one.
    Result<bool> removeArrived(const RoomId& room, const QString& transactionId, const EventId& event);
    /// A room that was forgotten.
    Result<> removeRoom(const RoomId& room);

    /// What the room list says of the newest own message that is not sent: Failed before Waiting; empty if there is none. Without
    /// verifications.
    Result<std::optional<QueuedMessage::State>> unsentState(const RoomId& room);
    /// The same of all rooms; those without an unsent message are missing.
    Result<QHash<RoomId, QueuedMessage::State>> unsentStates();

private:
    Result<std::optional<QueuedMessage>> nextWaiting(const RoomId& room, const QString& transactions);

    Database& m_database;
};

} // namespace core
