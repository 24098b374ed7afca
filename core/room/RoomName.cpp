#include "core/room/RoomName.h"

namespace core {

QString computedRoomName(const QStringList& heroNames, int others)
{
    constexpr qsizetype maximumHeroes = 5;
    QStringList names;
    for (const QString& name : heroNames) {
        if (!name.isEmpty() && names.size() < maximumHeroes)
            names.append(name);
    }
    if (names.isEmpty())
        return {};
    const qsizetype more = others - names.size();
    return names.join(QStringLiteral(", ")) + (more > 0 ? QStringLiteral(" +%1").arg(more) : QString());
}

} // namespace core
