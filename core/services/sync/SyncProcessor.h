#pragma once

#include "core/api/endpoints/Sync.h"
#include "core/services/sync/RoomUpdater.h"
#include "core/services/sync/SyncChanges.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace core {

class AccountDataStore;
class Database;
class SessionStore;

/// Applies sync responses and pages of history: each in one transaction, with ratchets and `next_batch`, or not at all.
///
/// Thread: core. All references must outlive it.
class SyncProcessor final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Database& database;
        OlmMachine& machine;
        RoomStore& rooms;
        TimelineStore& timeline;
        SendQueueStore& queue;
        AccountDataStore& accountData;
        SessionStore& session;
        const Clock& clock;
        UserId ownUser;
    };
    explicit SyncProcessor(const Parts& parts, QObject* parent = nullptr);

    /// Reads how far the last run came. Call once before anything else.
    Result<> load();

    [[nodiscard]] QString nextBatch() const { return m_nextBatch; }
    [[nodiscard]] QString filterId() const { return m_filterId; }
    Result<> saveFilterId(const QString& id);

    /// Errors: Storage, StorageFull, StorageDamaged; then nothing of the response was kept and the same `since` must be asked
    /// again.
    Result<> apply(SyncResponse response);

    /// What answers to requests of the machine have brought: late keys, new trust. Events that become readable are rewritten.
    Result<> takeMachineOutcome();

    /// A page of GET /messages, newest event first, that continues `chunk` into the past. `end` empty: there is nothing older.
    Result<> applyHistory(const RoomId& room, qint64 chunk, const std::vector<std::string_view>& events, const QString& end);

    /// An answer of GET /members for a room whose members are not all known.
    Result<> applyMembers(const RoomId& room, const std::vector<std::string_view>& events);

    /// Decrypts up to `limit` events of those that were left for later by a large response, newest first. True if there is more.
    Result<bool> decryptBacklog(int limit);

Q_SIGNALS:
    /// After the commit.
    void changed(const core::SyncChanges& changes);

private:
    /// Runs `work` in a transaction and emits what it changed; on failure forgets what was cached.
    Result<> atomically(const std::function<Result<>(SyncChanges&)>& work);
    Result<> applyResponse(const SyncResponse& response, SyncChanges& changes);
    Result<> applyAccountData(const SyncResponse& response, SyncChanges& changes);
    Result<> applyDirectRooms(JsonValue content, SyncChanges& changes);
    Result<> readWithNewKeys(const QList<RoomKeyId>& keys, SyncChanges& changes);

    Parts m_parts;
    RoomUpdater m_updater;
    QString m_nextBatch;
    QString m_filterId;
    QSet<RoomId> m_directRooms;
    SyncOutcome m_untold; ///< of the machine; after a failure of the disk it is taken in with the next one
};

} // namespace core
