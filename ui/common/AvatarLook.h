#pragma once

#include "core/room/RoomSummary.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

/// How somebody or something is drawn where there is no picture: institutions square with a symbol, people round with letters.
struct AvatarLook {
    Q_GADGET
    QML_VALUE_TYPE(avatarLook)
    Q_PROPERTY(QString letters MEMBER letters)
    Q_PROPERTY(QString symbol MEMBER symbol)
    Q_PROPERTY(bool square MEMBER square)
    Q_PROPERTY(int hue MEMBER hue)
public:
    QString letters; ///< empty if there is a symbol
    QString symbol;
    bool square = false;
    int hue = 0; ///< 0 to 5, always the same for the same room
    bool operator==(const AvatarLook&) const = default;

    static AvatarLook of(const core::RoomSummary& room);
};

} // namespace ui
