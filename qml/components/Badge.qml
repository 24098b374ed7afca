import QtQuick
import Tim

/// A short fact beside a name. Filled for counts.
Rectangle {
    id: root

    property string text
    property string symbol
    property bool filled: false
    readonly property color ink: filled ? Theme.color.primaryInk : Theme.color.textMuted

    implicitWidth: Math.max(row.implicitWidth + 2 * Theme.space.s, implicitHeight)
    implicitHeight: Math.max(row.implicitHeight + Theme.space.xs, Theme.type.caption * 1.6)
    radius: height / 2
    color: filled ? Theme.color.primary : "transparent"
    border.width: filled ? 0 : 1
    border.color: Theme.color.outline
    Accessible.ignored: true

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.space.xs

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.symbol.length > 0
            symbol: root.symbol
            size: Theme.type.caption
            color: root.ink
        }
        Txt {
            text: root.text
            color: root.ink
            strong: root.filled
            font.pixelSize: Theme.type.caption
            spread: 1.22
            Accessible.ignored: true
        }
    }
}
