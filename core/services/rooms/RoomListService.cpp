#include "core/services/rooms/RoomListService.h"

#include "core/store/RoomStore.h"

#include <algorithm>
#include <tuple>

namespace core {

namespace {

// Invitations first, then the newest activity; the id makes the order total, so that a binary search finds every room.
auto rank(const RoomSummary& summary)
{
    return std::make_tuple(summary.membership == Membership::Invite ? 0 : 1, -summary.lastActivity.ms,
                           std::cref(summary.id.toString()));
}

bool before(const RoomSummary& left, const RoomSummary& right)
{
    return rank(left) < rank(right);
}

bool isListed(const RoomSummary& summary)
{
    return summary.membership == Membership::Join || summary.membership == Membership::Invite;
}

} // namespace

RoomListService::RoomListService(RoomStore& rooms, QObject* parent)
    : QObject(parent)
    , m_rooms(rooms)
{
}

void RoomListService::start()
{
    m_list = m_rooms.summaries().value_or(QList<RoomSummary>{});
    m_list.removeIf([](const RoomSummary& summary) { return !isListed(summary); });
    std::sort(m_list.begin(), m_list.end(), before);
    m_shown.clear();
    for (const auto& summary : std::as_const(m_list))
        m_shown.insert(summary.id, summary);
    m_started = true;
    Q_EMIT changed({ResetItems<RoomSummary>{m_list}});
}

void RoomListService::refresh(const QList<RoomId>& rooms)
{
    if (!m_started)
        return;
    RoomListDiffs diffs;
    for (const auto& id : rooms) {
        const auto summary = m_rooms.summary(id);
        update(id, summary ? *summary : std::nullopt, diffs);
    }
    if (!diffs.isEmpty())
        Q_EMIT changed(diffs);
}

void RoomListService::update(const RoomId& id, const std::optional<RoomSummary>& summary, RoomListDiffs& diffs)
{
    const auto shown = m_shown.constFind(id);
    const bool wasListed = shown != m_shown.cend();
    const bool listed = summary && isListed(*summary);
    if (wasListed && listed && *shown == *summary)
        return;

    const qsizetype from = wasListed ? placeOf(*shown) : -1;
    if (!listed) {
        if (!wasListed)
            return;
        m_list.removeAt(from);
        m_shown.remove(id);
        diffs.append(RemoveItems{from, 1});
        return;
    }
    if (!wasListed) {
        const qsizetype to = placeOf(*summary);
        m_list.insert(to, *summary);
        diffs.append(InsertItems<RoomSummary>{to, {*summary}});
    } else {
        m_list.removeAt(from);
        const qsizetype to = placeOf(*summary);
        m_list.insert(to, *summary);
        if (from != to)
            diffs.append(MoveItem{from, to});
        diffs.append(UpdateItem<RoomSummary>{to, *summary});
    }
    m_shown.insert(id, *summary);
}

qsizetype RoomListService::placeOf(const RoomSummary& summary) const
{
    return std::lower_bound(m_list.cbegin(), m_list.cend(), summary, before) - m_list.cbegin();
}

} // namespace core
