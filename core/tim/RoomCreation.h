#pragma once

#include "core/base/Identifiers.h"

#include <QJsonObject>

/// How gematik wants rooms to be made (gemSpec_TI-M, room types and custom state; tim.md).
namespace core::tim {

/// Body of POST /createRoom for a chat of two. The invitee is invited afterwards (fachdienst.md: a refusal leaves no room).
QJsonObject directChat();
/// … and for a named group. `name` must not be blank.
QJsonObject groupChat(const QString& name, const QString& topic);

/// Content of m.direct with `room` added as a chat with `user`; what is there stays.
QJsonObject withDirectChat(QJsonObject content, const UserId& user, const RoomId& room);

} // namespace core::tim
