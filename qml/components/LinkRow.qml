import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Tim

/// A row that leads on; its present state stands under its name.
AbstractButton {
    id: root

    property string symbol
    required property string title
    property string note

    padding: Theme.space.m
    leftPadding: Theme.space.l
    rightPadding: Theme.space.l
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    hoverEnabled: true
    width: parent?.width ?? 0
    Accessible.role: Accessible.Button
    Accessible.name: title
    Accessible.description: note
    Accessible.onPressAction: if (root.enabled) root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.space.l

        Icon {
            symbol: root.symbol
            color: Theme.color.primary
        }
        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 0
            spacing: Theme.space.xs / 2

            Txt {
                width: parent.width
                text: root.title
                Accessible.ignored: true
            }
            Txt {
                width: parent.width
                visible: root.note.length > 0
                text: root.note
                muted: true
                font.pixelSize: Theme.type.caption
                Accessible.ignored: true
            }
        }
        Icon {
            symbol: "chevron-right"
            color: Theme.color.textMuted
            size: Theme.type.caption
        }
    }
    background: Rectangle {
        color: root.hovered ? Theme.color.sunken : "transparent"
        radius: Theme.radius.card

        FocusRing { target: root; visible: root.visualFocus; distance: 0 }
    }
}
