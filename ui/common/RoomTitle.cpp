#include "ui/common/RoomTitle.h"

#include <QCoreApplication>

namespace ui {

QString roomTitle(const core::RoomSummary& room)
{
    //% "Chat without a name"
    return room.name.isEmpty() ? qtTrId("room.unnamed") : room.name;
}

} // namespace ui
