import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Tim

/// A large choice with its reason. What is not available says why instead of vanishing.
AbstractButton {
    id: root

    property string symbol
    property string title
    property string note

    /// Little room for words: symbols give way.
    readonly property bool tight: (parent ? parent.width : width) / Theme.textScale < 240

    padding: tight ? Theme.space.m : Theme.space.l
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: title
    Accessible.description: note
    Accessible.onPressAction: if (root.enabled) root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: root.tight ? Theme.space.m : Theme.space.l

        Icon {
            Layout.alignment: Qt.AlignTop
            visible: (root.parent ? root.parent.width : root.width) / Theme.textScale >= 160
            symbol: root.symbol
            size: Math.round(30 * Math.min(Theme.textScale, 1.6))
            color: root.enabled ? Theme.color.primary : Theme.color.textMuted
        }
        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 0
            spacing: Theme.space.xs / 2

            Txt {
                width: parent.width
                text: root.title
                strong: true
                muted: !root.enabled
                font.pixelSize: Theme.type.title
                Accessible.ignored: true
            }
            Txt {
                width: parent.width
                visible: root.note.length > 0
                text: root.note
                muted: true
                Accessible.ignored: true
            }
        }
        Icon {
            visible: root.enabled && !root.tight
            symbol: "chevron-right"
            color: Theme.color.textMuted
        }
    }
    background: Rectangle {
        radius: Theme.radius.card
        color: !root.enabled ? "transparent" : root.hovered ? Theme.color.primarySoft : Theme.color.surface
        border.width: 1
        border.color: root.enabled ? Theme.color.outline : Theme.color.divider

        FocusRing { target: root; visible: root.visualFocus; radius: Theme.radius.card + 4 }
    }
}
