#pragma once

#include "core/room/RoomChanges.h"
#include "core/room/TimelineItem.h"
#include "core/services/timeline/TimelineParts.h"
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
    using Parts = TimelineParts;
    explicit TimelineService(Parts parts, QObject* parent = nullptr);
    ~TimelineService() override;

public Q_SLOTS:
    /// Emits stateChanged and the newest rows as ResetItems, from the store. A gap at the end is filled from the server.
    void open(const core::RoomId& room);
    void close(const core::RoomId& room);
    /// About 50 older rows, from the store first, then from the server. Does nothing while one is running or at the start.
    void loadOlder(const core::RoomId& room);
    /// The person has seen everything up to the newest row: a private receipt goes out.
    void markRead(const core::RoomId& room);

    /// What a sync response, a page of history or late keys changed. Of rooms that are not open only one thing counts: what
    /// nobody has to read is read, so that the server does not count it.
    void apply(const QList<core::RoomChanges>& rooms);
    /// A row of the send queue was added, changed or removed.
    void refreshQueue(const core::RoomId& room);

Q_SIGNALS:
    void changed(const core::RoomId& room, const core::TimelineDiffs& diffs);
    void stateChanged(const core::RoomId& room, const core::TimelineState& state);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace core
