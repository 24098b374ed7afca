import QtQuick
import Tim

/// Nothing is here: why, and what one can do.
Column {
    id: root

    property string symbol
    required property string title
    property string text
    default property alias actions: actionRow.data

    spacing: Theme.space.m

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        symbol: root.symbol
        size: Theme.symbol * 2
        color: Theme.color.textMuted
    }
    Txt {
        width: root.width
        text: root.title
        strong: true
        font.pixelSize: Theme.type.title
        horizontalAlignment: Text.AlignHCenter
    }
    Txt {
        width: root.width
        visible: root.text.length > 0
        text: root.text
        muted: true
        horizontalAlignment: Text.AlignHCenter
    }
    Column {
        id: actionRow

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.space.s
    }
}
