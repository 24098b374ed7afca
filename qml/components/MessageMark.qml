import QtQuick
import Tim

/// A symbol with words beside it, inside a message: a file, a reason, a warning. Not there without a symbol.
Row {
    id: root

    required property string symbol
    property string title
    property string note
    required property color ink
    required property real measure
    /// The symbol stands on a tile: something that was sent along.
    property bool framed: false
    readonly property real words: measure - mark.width - spacing
    readonly property real used: visible ? mark.width + spacing + Math.max(big.used, small.used) : 0

    visible: symbol.length > 0
    spacing: framed ? Theme.space.m : Theme.space.s

    Rectangle {
        id: mark

        width: root.framed ? Theme.symbol * 2.2 : root.title ? Theme.symbol : Theme.type.caption * 1.2
        height: root.framed ? width : root.title ? big.lineHeight : small.lineHeight
        radius: Theme.radius.field
        color: root.framed ? Theme.color.canvas : "transparent"
        border.width: root.framed ? Theme.edge : 0
        border.color: Theme.color.outline

        Icon {
            anchors.centerIn: parent
            symbol: root.symbol
            size: root.framed || root.title ? Theme.symbol : Theme.type.caption * 1.2
            color: root.framed ? Theme.color.primary : root.ink
        }
    }
    Column {
        Txt {
            id: big

            width: root.words
            visible: text.length > 0
            text: root.title
            color: root.ink
            strong: root.framed
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
        Txt {
            id: small

            width: root.words
            visible: text.length > 0
            text: root.note
            color: root.ink
            font.pixelSize: Theme.type.caption
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
    }
}
