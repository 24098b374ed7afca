#pragma once

#include "core/room/TimelineItem.h"
#include "core/services/timeline/TimelineState.h"

#include <QObject>

#include <memory>

namespace core {

/// The conversations that are on screen, as streams of diffs, oldest row first.
///
/// Thread: core. Rooms that are not open cost nothing here.
class TimelineService final : public QObject {
    Q_OBJECT
public:
    struct Parts;
    explicit TimelineService(std::unique_ptr<Parts> parts, QObject* parent = nullptr);
    ~TimelineService() override;

public Q_SLOTS:
    /// Emits stateChanged and the newest rows as ResetItems, from the store. A gap at the end is filled from the server.
    void open(const core::RoomId& room);
    void close(const core::RoomId& room);
    /// About 50 older rows, from the store first, then from the server. Does nothing while one is running or at the start.
    void loadOlder(const core::RoomId& room);
    /// The person has seen everything up to the newest row.
    void markRead(const core::RoomId& room);

Q_SIGNALS:
    void changed(const core::RoomId& room, const core::TimelineDiffs& diffs);
    void stateChanged(const core::RoomId& room, const core::TimelineState& state);

private:
    std::unique_ptr<Parts> m_parts;
};

} // namespace core
