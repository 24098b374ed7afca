#pragma once

#include "core/room/RoomSummary.h"
#include "ui/common/AvatarLook.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace ui {

class Format;

/// One row of the room list in words, as QML shows it. All texts are plain.
struct RoomRow {
    Q_GADGET
    QML_VALUE_TYPE(roomRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString preview MEMBER preview)
    Q_PROPERTY(QString symbol MEMBER symbol)
    Q_PROPERTY(QString sentence MEMBER sentence)
    Q_PROPERTY(ui::AvatarLook avatar MEMBER avatar)
    Q_PROPERTY(int unread MEMBER unread)
    Q_PROPERTY(bool failed MEMBER failed)
    Q_PROPERTY(bool invitation MEMBER invitation)
public:
    QString id;
    QString name;
    QString time;
    QString preview;
    QString symbol;   ///< beside the preview; empty for plain text
    QString sentence; ///< the whole row as one sentence for screen readers (A3)
    AvatarLook avatar;
    int unread = 0;
    bool failed = false;
    bool invitation = false;
    bool operator==(const RoomRow&) const = default;

    static RoomRow of(const core::RoomSummary& room, const Format& format);
};

} // namespace ui
