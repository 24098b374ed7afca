#pragma once

#include "core/api/endpoints/Sync.h"
#include "core/services/sync/StateUpdater.h"
#include "core/services/sync/TimelineWriter.h"

#include <QSet>

namespace core {

/// Takes what one room has in a sync response, or in a page of its history, into the stores. Runs inside the transaction of
/// SyncProcessor; whatever is malformed is left out and never stops the rest (S-72).
///
/// Thread: core. References must outlive it.
class RoomUpdater {
public:
    explicit RoomUpdater(const TimelineWriter::Parts& parts);

    /// What holds for a whole response.
    struct Response {
        const QSet<RoomId>& directRooms;
        /// Only the newest event of each room is decrypted now: the response is large.
        bool postponeDecryption = false;
    };
    Result<RoomChanges> apply(const SyncRoom& room, const Response& response);

    /// A page of history, newest first, that continues `chunk` into the past.
    Result<RoomChanges> applyHistory(const RoomRecord& record, qint64 chunk, const std::vector<std::string_view>& events,
                                     const QString& end);

    /// An answer of /members. Who came during a gap gets a line in the timeline before anything is sent to them (S-23).
    bool applySummary(RoomRecord& record, const SyncRoom& room) const;
    Result<RoomChanges> applyMembers(const RoomRecord& record, const std::vector<std::string_view>& events);

    /// Tries to read stored events of the room again.
    Result<RoomChanges> readAgain(const RoomRecord& record, const QList<StoredEvent>& events);

    /// Users whose devices must be followed because of what was applied since the last call.
    QList<UserId> takeUsersToTrack();

private:
    /// Which events of a page of history the room has already, in a chunk before `chunk`.
    Result<std::vector<bool>> areInEarlierChunk(const RoomRecord& record, qint64 chunk,
                                                const std::vector<std::string_view>& events);
    Result<RoomChanges> applyMember(const SyncRoom& room, const Response& response);
    Result<RoomChanges> applyInvitation(const SyncRoom& room);
    /// Returns the events of those who are in the room now and were not before, as far as that can be told.
    Result<std::vector<std::string_view>> applyState(RoomRecord& record, const SyncRoom& room, StateEffects& effects);
    Result<bool> isNews(const RoomRecord& record, const EventHead& event);
    Result<> announce(RoomRecord& record, qint64& position, const std::vector<std::string_view>& members, RoomChanges& changes);
    Result<> applyStateInTimeline(RoomRecord& record, const EventHead& event, std::string_view raw, qint64 position,
                                  StateEffects& effects);
    Result<> applyTimeline(RoomRecord& record, const SyncRoom& room, qint64 position, const Response& response,
                           StateEffects& effects, RoomChanges& changes);
    Result<qint64> startOfTimeline(const RoomRecord& record, bool limited, const QString& prevBatch, RoomChanges& changes);
    Result<> applyEphemeral(RoomRecord& record, const SyncRoom& room, RoomChanges& changes);
    Result<> applyReceipts(RoomRecord& record, JsonValue content, RoomChanges& changes);
    Result<> guardKeys(RoomRecord& record, const StateEffects& effects, bool gap);
    [[nodiscard]] RoomRecord recordOf(const RoomId& room) const;

    TimelineWriter::Parts m_parts;
    StateUpdater m_state;
    TimelineWriter m_timeline;
    QSet<UserId> m_usersToTrack;
    JsonDocument m_document;
};

} // namespace core
