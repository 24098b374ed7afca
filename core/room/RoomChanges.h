#pragma once

#include "core/base/Identifiers.h"

#include <QList>

#include <optional>

namespace core {

/// What one committed step (a sync response, a page of history, late keys) changed in a room. Names only: readers ask the store.
struct RoomChanges {
    RoomId id;
    bool newEvents = false; ///< rows were added at the newest end
    bool newChunk = false;  ///< … after a gap: what is shown must be read anew
    bool history = false;   ///< older rows were added
    bool members = false;   ///< somebody came, went, or has another name
    bool state = false;     ///< power levels, encryption, tombstone, own membership …
    bool receipts = false;
    bool queue = false;                  ///< a row of the send queue was matched by its event
    QList<UserId> unexpected;            ///< who is in the room without having come before one's eyes (S-23)
    EventId readAlready;                 ///< the newest event, where all was read and what has come since is not for people
    QList<EventId> rewritten;            ///< rows that read otherwise now: decrypted late, deleted, edited, reacted to
    std::optional<QList<UserId>> typing; ///< who types now, without oneself
    bool operator==(const RoomChanges&) const = default;
};

} // namespace core
