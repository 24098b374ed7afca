#pragma once

#include "core/api/Api.h"
#include "core/api/endpoints/Common.h"
#include "core/base/Identifiers.h"

#include <QHash>
#include <QObject>

#include <chrono>

namespace core {

/// Tells the own devices how far has been read. One request a room at a time, then a pause; only the newest event counts.
///
/// Thread: core. Lives longer than the conversations on screen: who reads and leaves at once has read.
class ReadReceipts final {
public:
    /// `pause`: between two requests for one room, at least.
    explicit ReadReceipts(Api& api, std::chrono::milliseconds pause = std::chrono::seconds(1));

    /// Nothing is sent again for the event that was sent last. After a failure the next call tries again.
    void send(const RoomId& room, const EventId& event);

private:
    struct Room {
        EventId sent;    ///< or on its way
        EventId waiting; ///< read since then
        bool busy = false;
    };
    void request(const RoomId& room, const EventId& event);
    void answered(const RoomId& room, const Result<Empty>& answer);
    void proceed(const RoomId& room);

    Api& m_api;
    std::chrono::milliseconds m_pause;
    QHash<RoomId, Room> m_rooms;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
