#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <string_view>

namespace core {

class Database;

/// How the content of a stored event can be read.
enum class EventStatus : int {
    Clear = 0,             ///< was never encrypted
    Decrypted = 1,         ///< `plain` is there; owner of the key proven
    DecryptedUnproven = 2, ///< `plain` is there; owner of the key only claimed (S-47)
    Pending = 3,           ///< encrypted, not yet tried
    MissingKey = 10,       ///< from here on: encrypted and not readable; the names are those of Undecryptable::Reason
    Withheld = 11,
    WithheldUnverified = 12,
    UnknownIndex = 13,
    Replay = 14,
    SenderMismatch = 15,
    WrongRoom = 16,
    UntrustedDevice = 17,
    Malformed = 18,
    UnsupportedAlgorithm = 19,
    KeysRenewed = 20,
};

/// An event as it is stored. `json` is the event as it came; of a deleted one only its envelope, with the deleting event in
/// `unsigned.redacted_because`.
struct StoredEvent {
    qint64 position = 0; ///< orders the events of a room; see TimelineStore
    QByteArray json;
    QByteArray plain; ///< the decrypted event; null unless Decrypted or DecryptedUnproven
    EventStatus status = EventStatus::Clear;
    bool operator==(const StoredEvent&) const = default;
};

/// Neighbouring events of a room, oldest first. They all belong to one chunk or to chunks that are joined.
struct TimelinePage {
    QList<StoredEvent> events;
    /// What is before the first event: more in the store, a gap to be fetched with `prevBatch` into `chunk`, or nothing.
    enum class Before { Stored, Gap, Start };
    Before before = Before::Start;
    qint64 chunk = 0;
    QString prevBatch;
};

/// The events of all rooms. `row` is the room's number in RoomStore.
///
/// The position of an event is chunk << 32 plus a place within the chunk. A limited sync response starts a new chunk; history
/// grows a chunk at its old end until it meets the one before, then the two are joined.
/// Thread: that of the database, which must outlive it. Errors: Storage, StorageFull, StorageDamaged.
class TimelineStore {
public:
    explicit TimelineStore(Database& database);

    // -- Reading ---------------------------------------------------------------------------------------------------------

    /// The newest `limit` events of the room.
    Result<TimelinePage> newest(qint64 row, int limit);
    /// `limit` events before `position`, which is one of the room.
    Result<TimelinePage> before(qint64 row, qint64 position, int limit);
    /// All events after `position`, oldest first.
    Result<QList<StoredEvent>> after(qint64 row, qint64 position);
    Result<std::optional<StoredEvent>> event(qint64 row, const EventId& event);
    /// The edits, reactions and other events that relate to `target`, oldest first.
    Result<QList<StoredEvent>> relations(qint64 row, const EventId& target);
    /// Position of an event; empty if it is not stored.
    Result<std::optional<qint64>> position(qint64 row, const EventId& event);

    // -- Writing ---------------------------------------------------------------------------------------------------------

    /// What is written of a new event.
    struct NewEvent {
        std::string_view eventId;
        std::string_view json;
        QByteArray plain;
        EventStatus status = EventStatus::Clear;
        QByteArray sessionId;       ///< of an encrypted event that is not readable yet
        std::string_view relatesTo; ///< an event id, or empty
    };
    /// Begins the room's first chunk, or a new one after a gap; `prevBatch` leads into what is before. Returns the position for
    /// its first event.
    Result<qint64> startChunk(qint64 row, const QString& prevBatch);
    /// Stores the event at `position`. False if the room has it already: then nothing is written.
    Result<bool> insert(qint64 row, qint64 position, const NewEvent& event);
    /// The free position before the oldest event of `chunk`.
    Result<qint64> prependPosition(qint64 row, qint64 chunk);
    /// What is before `chunk` from now on; empty: the start of the room, or joined to the chunk before.
    Result<> setPrevBatch(qint64 row, qint64 chunk, const QString& prevBatch);

    /// The event reads otherwise now.
    Result<> setDecryption(qint64 row, qint64 position, const QByteArray& plain, EventStatus status, const QByteArray& sessionId);
    /// The event was deleted: `json` is what is left of it. It relates to nothing from now on and counts as Clear.
    Result<> setRedacted(qint64 row, qint64 position, const QByteArray& json);
    /// Not readable events of a session, oldest first.
    Result<QList<StoredEvent>> unreadable(qint64 row, const QByteArray& sessionId);
    /// A session that is missing in a room.
    struct MissingSession {
        qint64 row = 0; ///< of the room
        QByteArray sessionId;
        bool operator==(const MissingSession&) const = default;
    };
    /// Sessions that some event waits for because its key never came, was withheld, or starts too late, in any order.
    Result<QList<MissingSession>> missingSessions();
    struct PendingEvent {
        qint64 row = 0;
        StoredEvent event;
    };
    /// Up to `limit` events with EventStatus::Pending, newest first within each room.
    Result<QList<PendingEvent>> pending(int limit);
    /// What of all rooms can be read here and was encrypted. Edits are no messages of their own.
    struct ReadableContent {
        qint64 rooms = 0;
        qint64 messages = 0;
        qint64 files = 0; ///< of the messages: with a file, a picture, a sound or a film
        bool operator==(const ReadableContent&) const = default;
    };
    Result<ReadableContent> readableContent();
    /// Removes everything that was decrypted. The events, and those whose key is missing, are Pending again.
    Result<> removeDecrypted();
    /// A room that was forgotten.
    Result<> removeRoom(qint64 row);

private:
    Result<qint64> newestChunk(qint64 row); ///< 0 if there is none

    Database& m_database;
};

} // namespace core
