import QtQuick
import Tim
import Tim.Ui

/// One device: its name, when it was used, whether it is confirmed and what that means.
Card {
    id: root

    required property deviceRow device
    property bool canConfirm: false
    property bool canSignOut: false

    signal confirmRequested()
    signal signOutRequested()

    implicitHeight: column.implicitHeight + 2 * Theme.space.l

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space.l
        spacing: Theme.space.s

        Txt {
            width: parent.width
            text: root.device.name
            strong: true
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }
        Txt {
            width: parent.width
            text: root.device.facts
            muted: true
            font.pixelSize: Theme.type.caption
        }
        Row {
            width: parent.width
            spacing: Theme.space.s

            Icon {
                id: mark

                symbol: root.device.confirmed ? "shield-check" : root.device.suspicious ? "shield-exclamation" : "question-circle"
                color: root.device.confirmed ? Theme.color.success : root.device.suspicious ? Theme.color.warning : Theme.color.textMuted
            }
            Column {
                width: parent.width - mark.width - parent.spacing

                Txt {
                    width: parent.width
                    text: root.device.trust
                }
                Txt {
                    width: parent.width
                    text: root.device.trustNote
                    muted: true
                    font.pixelSize: Theme.type.caption
                }
            }
        }
        Buttons {
            width: parent.width
            visible: root.canConfirm || root.canSignOut

            AppButton {
                visible: root.canConfirm
                symbol: "shield-check"
                //% "Confirm device"
                text: qsTrId("verify.start")
                Accessible.name: text + ": " + root.device.name
                onClicked: root.confirmRequested()
            }
            AppButton {
                visible: root.canSignOut
                symbol: "box-arrow-right"
                text: qsTrId("profile.logOut.confirm")
                Accessible.name: text + ": " + root.device.name
                onClicked: root.signOutRequested()
            }
        }
    }
}
