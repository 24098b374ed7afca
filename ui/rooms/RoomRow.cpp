#include "ui/rooms/RoomRow.h"

#include "ui/common/Format.h"
#include "ui/common/RoomTitle.h"

#include <QCoreApplication>

namespace ui {

namespace {

using Preview = core::RoomSummary::Preview;
using Sending = core::RoomSummary::Sending;

/// The last event in words, without who wrote it.
QString content(const core::RoomSummary& room)
{
    switch (room.preview) {
    case Preview::None:
        //% "No message yet"
        return qtTrId("rooms.preview.none");
    case Preview::Text:
    case Preview::File:
        return room.previewText;
    case Preview::Image:
        //% "Picture"
        return qtTrId("rooms.preview.image");
    case Preview::Audio:
        //% "Sound recording"
        return qtTrId("rooms.preview.audio");
    case Preview::Video:
        //% "Video"
        return qtTrId("rooms.preview.video");
    case Preview::Location:
        //% "Location"
        return qtTrId("rooms.preview.location");
    case Preview::Deleted:
        //% "Message deleted"
        return qtTrId("rooms.preview.deleted");
    case Preview::Undecryptable:
        //% "Message cannot be opened yet"
        return qtTrId("rooms.preview.undecryptable");
    case Preview::Invitation:
        if (room.inviterName.isEmpty())
            //% "You are invited to this chat"
            return qtTrId("rooms.preview.invited");
        //% "%1 invites you to a chat"
        return qtTrId("rooms.preview.invitedBy").arg(Format::isolated(room.inviterName));
    case Preview::Membership:
        //% "Somebody joined or left the chat"
        return qtTrId("rooms.preview.membership");
    case Preview::Unsupported:
        //% "Message of an unknown kind"
        return qtTrId("rooms.preview.unsupported");
    }
    return {};
}

bool hasAuthor(Preview preview)
{
    return preview != Preview::None && preview != Preview::Invitation && preview != Preview::Membership &&
           preview != Preview::Deleted && preview != Preview::Undecryptable;
}

QString previewOf(const core::RoomSummary& room)
{
    if (room.sending == Sending::Failed)
        //% "Not sent. Please open the chat."
        return qtTrId("rooms.preview.failed");
    QString text = content(room);
    if (room.sending == Sending::Waiting)
        //% "Waiting to be sent: %1"
        return qtTrId("rooms.preview.waiting").arg(Format::isolated(text));
    if (!hasAuthor(room.preview))
        return text;
    if (room.previewOwn)
        //% "You: %1"
        return qtTrId("rooms.preview.own").arg(Format::isolated(text));
    if (!room.previewSender.isEmpty())
        //: %1 is the sender's name, %2 the message
        //% "%1: %2"
        return qtTrId("rooms.preview.sender").arg(Format::isolated(room.previewSender), Format::isolated(text));
    return text;
}

QString symbolOf(const core::RoomSummary& room)
{
    if (room.sending == Sending::Failed)
        return QStringLiteral("exclamation-circle");
    if (room.sending == Sending::Waiting)
        return QStringLiteral("clock");
    switch (room.preview) {
    case Preview::Image:
        return QStringLiteral("file-earmark-image");
    case Preview::File:
        return QStringLiteral("file-earmark");
    case Preview::Audio:
        return QStringLiteral("file-earmark-music");
    case Preview::Video:
        return QStringLiteral("file-earmark-play");
    case Preview::Location:
        return QStringLiteral("geo-alt");
    case Preview::Deleted:
        return QStringLiteral("trash");
    case Preview::Undecryptable:
        return QStringLiteral("hourglass-split");
    case Preview::Invitation:
        return QStringLiteral("envelope");
    default:
        return {};
    }
}

QString sentenceOf(const RoomRow& row, const QString& when)
{
    QStringList parts{Format::isolated(row.name)};
    if (row.invitation)
        //% "Invitation"
        parts.append(qtTrId("rooms.invitation"));
    if (row.unread > 0)
        //% "%n unread message(s)"
        parts.append(qtTrId("rooms.unread", row.unread));
    if (!when.isEmpty())
        parts.append(when);
    //% "last: %1"
    parts.append(row.invitation ? row.preview : qtTrId("rooms.last").arg(row.preview));
    return Format::spokenList(parts);
}

} // namespace

RoomRow RoomRow::of(const core::RoomSummary& room, const Format& format)
{
    RoomRow row{.id = room.id.toString(),
                .name = roomTitle(room),
                .time = format.brief(room.lastActivity),
                .preview = previewOf(room),
                .symbol = symbolOf(room),
                .sentence = {},
                .avatar = AvatarLook::of(room),
                .unread = room.unread,
                .failed = room.sending == Sending::Failed,
                .invitation = room.membership == core::Membership::Invite};
    row.sentence = sentenceOf(row, format.moment(room.lastActivity));
    return row;
}

} // namespace ui
