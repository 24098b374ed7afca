import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Tim

/// A setting with its consequence in words; the whole row is the target. It never changes by itself: it asks with `switched`.
AbstractButton {
    id: root

    required property string title
    property string note
    required property bool on

    /// The person wants the other position.
    signal switched(bool wanted)

    padding: Theme.space.m
    leftPadding: Theme.space.l
    rightPadding: Theme.space.l
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    hoverEnabled: true
    width: parent?.width ?? 0
    onClicked: switched(!on)
    Accessible.role: Accessible.CheckBox
    Accessible.name: title
    Accessible.description: note
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onPressAction: if (root.enabled) root.clicked()
    Accessible.onToggleAction: if (root.enabled) root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.space.l

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
        Txt {
            text: root.on
                //% "On"
                ? qsTrId("switch.on")
                //% "Off"
                : qsTrId("switch.off")
            muted: !root.on
            strong: root.on
            font.pixelSize: Theme.type.caption
            Accessible.ignored: true
        }
        Rectangle {
            implicitWidth: 46
            implicitHeight: 26
            radius: height / 2
            color: root.on ? Theme.color.primary : Theme.color.surface
            border.width: 1
            border.color: root.on ? Theme.color.primary : Theme.color.outline

            Rectangle {
                width: 18
                height: 18
                radius: 9
                y: 4
                x: root.on ? 24 : 4
                color: root.on ? Theme.color.primaryInk : Theme.color.outline

                Behavior on x { NumberAnimation { duration: Theme.fast } }
            }
        }
    }
    background: Rectangle {
        color: root.hovered ? Theme.color.sunken : "transparent"
        radius: Theme.radius.card

        FocusRing { target: root; visible: root.visualFocus; distance: 0 }
    }
}
