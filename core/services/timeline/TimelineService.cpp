#include "core/services/timeline/TimelineService.h"

#include "core/services/timeline/OpenTimeline.h"
#include "core/services/timeline/ReadReceipts.h"

#include <QHash>

namespace core {

struct TimelineService::Private {
    explicit Private(Parts given)
        : parts(std::move(given))
        , receipts(parts.api)
    {
    }

    [[nodiscard]] OpenTimeline* find(const RoomId& room) const { return rooms.value(room); }

    Parts parts;
    QHash<RoomId, OpenTimeline*> rooms;
    ReadReceipts receipts;
    QObject jobs; // last: conversations die before what they use
};

TimelineService::TimelineService(Parts parts, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(parts)))
{
}

TimelineService::~TimelineService() = default;

void TimelineService::open(const RoomId& room)
{
    close(room);
    auto* const timeline = new OpenTimeline(d->parts, room, &d->jobs);
    d->rooms.insert(room, timeline);
    connect(timeline, &OpenTimeline::changed, this, [this, room](const TimelineDiffs& diffs) { Q_EMIT changed(room, diffs); });
    connect(timeline, &OpenTimeline::stateChanged, this,
            [this, room](const TimelineState& state) { Q_EMIT stateChanged(room, state); });
    timeline->open();
}

void TimelineService::close(const RoomId& room)
{
    auto* const timeline = d->rooms.take(room);
    if (!timeline)
        return;
    timeline->disconnect(this);
    timeline->deleteLater(); // it may be the one who calls
}

void TimelineService::loadOlder(const RoomId& room)
{
    if (auto* const timeline = d->find(room))
        timeline->loadOlder();
}

void TimelineService::markRead(const RoomId& room)
{
    if (const auto* const timeline = d->find(room))
        d->receipts.send(room, timeline->newestToRead());
}

void TimelineService::apply(const QList<RoomChanges>& rooms)
{
    for (const RoomChanges& changes : rooms) {
        if (!changes.readAlready.isEmpty())
            d->receipts.send(changes.id, changes.readAlready);
        if (auto* const timeline = d->find(changes.id))
            timeline->apply(changes);
    }
}

void TimelineService::refreshQueue(const RoomId& room)
{
    if (auto* const timeline = d->find(room))
        timeline->refreshQueue();
}

} // namespace core
