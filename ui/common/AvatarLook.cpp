#include "ui/common/AvatarLook.h"

#include "ui/common/Format.h"

namespace ui {

namespace {

constexpr int hueCount = 6;

int hueOf(const QString& id)
{
    // qHash is salted per run; a face must not change its colour with a restart.
    uint sum = 0;
    for (const QChar character : id)
        sum = sum * 31 + character.unicode();
    return static_cast<int>(sum % hueCount);
}

} // namespace

AvatarLook AvatarLook::of(const core::RoomSummary& room)
{
    AvatarLook look{.letters = {}, .symbol = {}, .square = room.institution, .hue = hueOf(room.id.toString())};
    if (room.institution)
        look.symbol = QStringLiteral("building");
    else if (!room.direct)
        look.symbol = QStringLiteral("people");
    else
        look.letters = Format::initials(room.name);
    if (look.symbol.isEmpty() && look.letters.isEmpty())
        look.symbol = QStringLiteral("person-fill");
    return look;
}

} // namespace ui
