#pragma once

#include "core/api/endpoints/Rooms.h"
#include "core/services/timeline/TimelineParts.h"
#include "core/store/TimelineStore.h"

#include <functional>

namespace core {

/// Fetches pages of a room's history into the store.
///
/// Thread: core. Lifetime: requests end with it.
class RoomHistory final {
public:
    RoomHistory(const TimelineParts& parts, RoomId room);

    /// Stores what lies in the gap before `page`, newest first. Calls `done` once.
    /// Errors: those of Api and of the store; Protocol if the server does not get on (S-89).
    void fetch(qint64 chunk, const QString& from, std::function<void(const Result<>&)> done);

private:
    Result<> store(qint64 chunk, const QString& from, const HistoryPage& page);
    void keepNames(const HistoryPage& page);

    const TimelineParts& m_parts;
    RoomId m_room;
    QObject m_jobs; // last: requests die before what they use
};

/// Names of people who wrote before this client knew the room, and may not be in it any more. Kept apart from the members of the
/// room, because nobody gets keys for having been there once; the server's name makes them distinct from those (S-82).
Result<QString> formerName(RoomStore& rooms, qint64 row, const UserId& user);

} // namespace core
