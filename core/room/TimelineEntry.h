#pragma once

#include "core/event/EventHead.h"
#include "core/room/TimelineItem.h"

namespace core {

/// One event or echo, parsed: what it shows by itself, and what it says of others. Made once per event; everything that depends
/// on the events around it, on names or on time is added by TimelineFold.
struct TimelineEntry {
    qint64 position = 0;
    EventId id;
    UserId sender;
    QString type;          ///< of the readable content
    QString transactionId; ///< as the server repeats it to the device that has sent the event
    qint64 day = 0;        ///< of the local calendar
    bool isState = false;
    bool deleted = false;
    bool encrypted = false; ///< came as m.room.encrypted
    bool proven = false;    ///< decrypted, and the owner of the key is proven

    /// Kind, texts, reason, change and time are set; names, grouping and the state of sending are not. For an edit: its new
    /// content.
    TimelineItem row;
    bool hasRow = false; ///< false for reactions, edits, redactions, and what is of no interest to people

    EventRelation::Kind relation = EventRelation::Kind::None;
    EventId target;      ///< of the relation
    QString reactionKey; ///< clean; of an annotation
    EventId inReplyTo;

    UserId changed;      ///< whom a change of membership is about, if not the sender
    QString nameInEvent; ///< clean; what the event itself calls that person or its sender: for those who are not known any more
    UserId deletedBy;
};

} // namespace core
