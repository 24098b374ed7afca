import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Tim

/// One of several answers, of which exactly one holds. The tick says the same as the colour.
AbstractButton {
    id: root

    property string symbol
    /// The size of the word, for answers about text size.
    property real wordScale: 1
    readonly property color ink: checked ? Theme.color.primaryInk : Theme.color.primary

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + 2 * Theme.space.s)
    leftPadding: Theme.space.l
    rightPadding: Theme.space.l
    hoverEnabled: true
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: if (root.enabled) root.clicked()
    Accessible.onToggleAction: if (root.enabled) root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.space.s

        Icon {
            visible: symbol.length > 0
            symbol: root.checked ? "check2" : root.symbol
            color: root.ink
        }
        Txt {
            Layout.fillWidth: true
            text: root.text
            color: root.ink
            strong: true
            spread: 1.25
            font.pixelSize: Math.round(Theme.type.body * root.wordScale)
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius.field
        color: root.checked ? Theme.color.primary : root.hovered || root.down ? Theme.color.primarySoft : Theme.color.surface
        border.width: 1
        border.color: root.checked ? Theme.color.primary : Theme.color.outline

        FocusRing { target: root; visible: root.visualFocus }
    }
}
