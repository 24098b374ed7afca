#pragma once

#include "core/encryption/EncryptionTypes.h"
#include "core/room/RoomSummary.h"

#include <QList>

namespace core {

/// Everything that is remembered of a room beside its events and state: one row.
struct RoomRecord {
    qint64 row = 0;      ///< number of the room in this database; 0 until it is saved first
    RoomSummary summary; ///< `sending` is not part of the row: see RoomStore::summary
    EventId previewEvent;
    RoomEncryptionSettings settings;
    bool algorithmKnown = false;  ///< m.room.encryption names the one algorithm we speak
    bool membersComplete = false; ///< /members was loaded; from then on state events keep it true
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
