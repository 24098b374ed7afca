import QtQuick
import Tim

/// A day, or a quiet fact, in the middle of a conversation.
Txt {
    muted: true
    font.pixelSize: Theme.type.caption
    topPadding: Theme.space.m
    bottomPadding: Theme.space.s
    horizontalAlignment: Text.AlignHCenter
    Accessible.ignored: true
}
