#pragma once

#include "core/encryption/EncryptionTypes.h"
#include "core/room/RoomChanges.h"

#include <QMetaType>

namespace core {

/// What one committed step changed in all rooms.
struct SyncChanges {
    QList<RoomChanges> rooms;
    QList<EncryptionAlert> alerts;
    bool first = false; ///< of this account: everything is new
    bool operator==(const SyncChanges&) const = default;
};

} // namespace core

Q_DECLARE_METATYPE(core::SyncChanges)
