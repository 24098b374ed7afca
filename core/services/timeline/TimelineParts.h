#pragma once

#include "core/api/Api.h"
#include "core/base/Identifiers.h"

#include <functional>
#include <string_view>
#include <vector>

namespace core {

class Clock;
class RoomStore;
class SendQueueStore;
class TimelineStore;

/// Stores a page of GET /messages, newest event first, that continues `chunk` into the past; `end` empty: nothing is older.
using StoreHistory =
    std::function<Result<>(const RoomId&, qint64 chunk, const std::vector<std::string_view>& events, const QString& end)>;

/// What the conversations on screen work with. All references must outlive the service.
struct TimelineParts {
    Api& api;
    RoomStore& rooms;
    TimelineStore& timeline;
    SendQueueStore& queue;
    const Clock& clock;
    UserId ownUser;
    StoreHistory storeHistory;
};

} // namespace core
