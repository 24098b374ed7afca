import QtQuick
import Tim
import Tim.Ui

/// What became of a message of one's own, and when it was written.
Row {
    id: root

    required property timelineRow item
    required property color ink
    required property real measure
    readonly property bool marked: item.stateSymbol.length > 0
    readonly property real used: visible ? words.used + (marked ? mark.width + spacing : 0) : 0

    visible: item.time.length > 0
    spacing: Theme.space.xs

    Icon {
        id: mark

        y: (words.lineHeight - height) / 2
        visible: root.marked
        symbol: root.item.stateSymbol
        size: Theme.type.caption
        color: root.ink
    }
    Txt {
        id: words

        width: root.measure - (root.marked ? mark.width + root.spacing : 0)
        text: root.item.stateText ? root.item.stateText + " · " + root.item.time : root.item.time
        color: root.ink
        strong: root.item.failed
        font.pixelSize: Theme.type.caption
        spread: 1.25
        horizontalAlignment: Text.AlignLeft
        Accessible.ignored: true
    }
}
