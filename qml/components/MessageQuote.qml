import QtQuick
import Tim

/// What a message answers: the name and the first two lines.
Row {
    id: root

    required property string name
    required property string text
    required property color ink
    required property real measure
    readonly property real words: measure - bar.width - spacing
    readonly property real used: text.length > 0 ? bar.width + spacing + Math.max(who.used, what.used) : 0

    visible: text.length > 0
    spacing: Theme.space.s

    Rectangle {
        id: bar

        width: 3
        height: column.height
        color: Theme.color.primary
    }
    Column {
        id: column

        Txt {
            id: who

            width: root.words
            visible: text.length > 0
            text: root.name
            color: root.ink
            strong: true
            font.pixelSize: Theme.type.caption
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
        Txt {
            id: what

            objectName: "mayElide"
            width: root.words
            text: root.text
            color: root.ink
            maximumLineCount: 2
            elide: Text.ElideRight
            font.pixelSize: Theme.type.caption
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
    }
}
