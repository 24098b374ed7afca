#pragma once

#include "core/base/Result.h"
#include "core/room/RoomSummary.h"

#include <QStringList>

namespace core {

/// What a conversation's screen must know beside its rows.
struct TimelineState {
    enum class CanSend {
        Yes,
        NotEncrypted, ///< no composer: nothing is ever sent in clear (S-25, A_26015-02)
        NotPermitted, ///< power levels
        NotJoined,    ///< invited, or left: readable only
        Upgraded,     ///< the chat goes on in another room
    };
    RoomId room;
    RoomSummary summary;
    int memberCount = 0;
    QStringList typingNames; ///< display names of others, cleaned
    bool loadingOlder = false;
    bool reachedStart = false;      ///< there is nothing older
    std::optional<Error> loadError; ///< the last attempt to fetch older messages failed
    CanSend canSend = CanSend::Yes;
    bool operator==(const TimelineState&) const = default;
};

} // namespace core
