#pragma once

#include "core/room/RoomSummary.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace core {

class RoomStore;

/// The room list as a stream of diffs, newest activity first, invitations on top.
///
/// Thread: core. Commands by queued invocation, updates by signal. It holds the summaries in memory and asks the store
/// only once, at start: what happens in a room not on screen costs nothing that grows with the number of rooms.
class RoomListService final : public QObject {
    Q_OBJECT
public:
    explicit RoomListService(RoomStore& rooms, QObject* parent = nullptr);

public Q_SLOTS:
    /// Reads the list from the store and emits it as ResetItems. Call again to get it anew.
    void start();
    /// Rooms whose summaries were written by a sync response, a send or a decryption; emits at most one `changed`.
    void refresh(const QList<core::RoomId>& rooms);

Q_SIGNALS:
    void changed(const core::RoomListDiffs& diffs);

private:
    void update(const RoomId& id, const std::optional<RoomSummary>& summary, RoomListDiffs& diffs);
    [[nodiscard]] qsizetype placeOf(const RoomSummary& summary) const;

    RoomStore& m_rooms;
    QList<RoomSummary> m_list;          // in the order shown
    QHash<RoomId, RoomSummary> m_shown; // the same values by id: their old place is found without a scan
    bool m_started = false;
};

} // namespace core
