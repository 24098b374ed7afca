#pragma once

#include "core/base/Identifiers.h"
#include "core/encryption/OlmMachine.h"

#include <QStringList>

#include <optional>

namespace core {

/// What one committed step (a sync response, a page of history, late keys) changed. Names only: readers ask the store.
struct SyncChanges {
    struct Room {
        RoomId id;
        bool newEvents = false;              ///< rows were added at the newest end
        bool newChunk = false;               ///< … after a gap: what is shown must be read anew
        bool members = false;
        bool state = false;                  ///< power levels, encryption, tombstone, own membership …
        bool receipts = false;
        bool queue = false;                  ///< a row of the send queue was matched by its event
        QList<EventId> rewritten;            ///< rows that read otherwise now: decrypted late, deleted
        std::optional<QList<UserId>> typing; ///< who types now, without oneself
    };
    QList<Room> rooms;
    QList<EncryptionAlert> alerts;
    bool first = false; ///< of this account: everything is new
};

} // namespace core
