import QtQuick
import QtQuick.Layouts
import Tim

/// A symbol with words beside it, inside a message: a file, a reason, a warning.
RowLayout {
    id: root

    required property string symbol
    property string title
    property string note
    required property color ink
    required property real measure
    /// The symbol stands on a tile: something one could open.
    property bool framed: false
    readonly property real words: measure - mark.implicitWidth - spacing

    spacing: framed ? Theme.space.m : Theme.space.s

    Rectangle {
        id: mark

        Layout.alignment: Qt.AlignTop
        implicitWidth: root.framed ? Theme.symbol * 2.2 : root.title ? Theme.symbol : Theme.type.caption * 1.2
        implicitHeight: root.framed ? implicitWidth : Math.round((root.title ? Theme.type.body : Theme.type.caption) * Theme.type.lineHeight)
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
    ColumnLayout {
        spacing: 0

        Txt {
            Layout.maximumWidth: root.words
            visible: text.length > 0
            text: root.title
            color: root.ink
            strong: root.framed
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Accessible.ignored: true
        }
        Txt {
            Layout.maximumWidth: root.words
            visible: text.length > 0
            text: root.note
            color: root.ink
            font.pixelSize: Theme.type.caption
            Accessible.ignored: true
        }
    }
}
