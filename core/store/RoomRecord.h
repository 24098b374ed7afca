#pragma once

#include "core/encryption/EncryptionTypes.h"
#include "core/room/RoomSummary.h"

#include <QList>

namespace core {

/// How much is known of who is in a room.
enum class MemberList {
    Partial,  ///< only who came along with events
    Complete, ///< /members was loaded; from then on state events keep it complete
    Outdated, ///< it was complete before a gap: who is new then has to be announced (S-23)
};

/// Everything that is remembered of a room beside its events and state: one row.
struct RoomRecord {
    qint64 row = 0;      ///< number of the room in this database; 0 until it is saved first
    RoomSummary summary; ///< `sending` is not part of the row: see RoomStore::summary
    EventId previewEvent;
    RoomEncryptionSettings settings;
    bool algorithmKnown = false; ///< m.room.encryption names the one algorithm we speak
    MemberList memberList = MemberList::Partial;
    int joinedCount = 0;
    int invitedCount = 0;
    QList<UserId> heroes;
    QString roomType;
    QString roomVersion;
    UserId creator;
    RoomId successor; ///< of a tombstone
    bool maySend = true;
    EventId othersRead; ///< the newest event that somebody else has read
    bool operator==(const RoomRecord&) const = default;
};

} // namespace core
