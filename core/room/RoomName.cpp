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
    QString result = names.join(QStringLiteral(", "));
    if (const qsizetype more = others - names.size(); more > 0)
        result += (result.isEmpty() ? QStringLiteral("+") : QStringLiteral(" +")) + QString::number(more);
    return result;
}

} // namespace core
