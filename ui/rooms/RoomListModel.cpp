#include "ui/rooms/RoomListModel.h"

#include "ui/common/Format.h"
#include "ui/rooms/RoomRow.h"

namespace ui {

RoomListModel::RoomListModel(const Format& format, QObject* parent)
    : DiffListModel(parent)
    , m_format(format)
{
}

int RoomListModel::unreadRooms() const
{
    return static_cast<int>(std::count_if(items().cbegin(), items().cend(), [](const core::RoomSummary& room) {
        return room.unread > 0 || room.membership == core::Membership::Invite;
    }));
}

std::optional<core::RoomSummary> RoomListModel::find(const QString& roomId) const
{
    const auto found = std::find_if(items().cbegin(), items().cend(),
                                    [&roomId](const core::RoomSummary& room) { return room.id.toString() == roomId; });
    return found == items().cend() ? std::nullopt : std::optional(*found);
}

void RoomListModel::applyDiffs(const core::RoomListDiffs& diffs)
{
    m_loaded = true;
    apply(diffs);
    Q_EMIT countChanged();
}

void RoomListModel::clear()
{
    removeAll();
    m_loaded = false;
    Q_EMIT countChanged();
}

QVariant RoomListModel::present(qsizetype row) const
{
    return QVariant::fromValue(RoomRow::of(items().at(row), m_format));
}

} // namespace ui
