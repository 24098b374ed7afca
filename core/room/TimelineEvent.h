#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Timestamp.h"
#include "core/room/TimelineItem.h"

#include <QByteArray>

namespace core {

/// A stored event, as TimelineFold takes it.
struct TimelineEvent {
    enum class Reading {
        Clear,      ///< was never encrypted, or was deleted
        Decrypted,  ///< `plain` is the decrypted event; owner of the key proven
        Unproven,   ///< … owner of the key only claimed (S-47)
        Unreadable, ///< `reason`
    };
    qint64 position = 0; ///< orders the events of a room
    QByteArray json;     ///< as it came; a deleted one has `unsigned.redacted_because`
    QByteArray plain;
    Reading reading = Reading::Clear;
    TimelineItem::Reason reason = TimelineItem::Reason::None; ///< None: not tried yet
    bool operator==(const TimelineEvent&) const = default;
};

/// A message of one's own in the send queue.
struct TimelineEcho {
    enum class State {
        Waiting,
        Failed, ///< `failure`
        Sent,   ///< the server has given `eventId`
    };
    QString transactionId;
    QString type;
    QByteArray content; ///< JSON
    State state = State::Waiting;
    EventId eventId;
    int failure = 0; ///< an ErrorCode
    Timestamp queuedAt;
    bool operator==(const TimelineEcho&) const = default;
};

} // namespace core
