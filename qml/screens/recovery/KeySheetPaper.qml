pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// The sheet as one will hold it in the hand: white in every theme, because readers of QR codes want it so. Neither X11 nor Wayland
/// has a way to keep a window out of screenshots and shared screens (S-51): what helps is that it is shown for two minutes only.
Rectangle {
    id: root

    required property RecoveryViewModel recovery
    readonly property color ink: Theme.light.text

    function focusCode(): void {
        code.forceActiveFocus(Qt.TabFocusReason)
    }

    implicitHeight: column.implicitHeight + 2 * Theme.space.l
    color: Theme.light.surface
    border.width: 1
    border.color: Theme.color.outline

    TextMetrics {
        id: four

        font.family: Theme.type.mono
        font.pixelSize: Theme.type.title
        text: "0000"
    }
    Column {
        id: column

        x: Theme.space.l
        y: Theme.space.l
        width: root.width - 2 * x
        spacing: Theme.space.m

        Txt {
            width: parent.width
            //% "Key sheet"
            text: qsTrId("keysheet.title")
            color: root.ink
            strong: true
            font.pixelSize: Theme.type.title
            Accessible.role: Accessible.Heading
        }
        Txt {
            width: parent.width
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            text: root.recovery.owner || root.recovery.address
            color: root.ink
            font.pixelSize: Theme.type.caption
        }
        Txt {
            width: parent.width
            visible: root.recovery.created.length > 0
            //: %1 is a date, %2 the short mark of the sheet
            //% "Made on %1, mark %2"
            text: qsTrId("keysheet.madeOn").arg(root.recovery.created).arg(root.recovery.mark)
            color: root.ink
            font.pixelSize: Theme.type.caption
        }
        // The QR code and the groups are stops of the keyboard, so that the page moves to them.
        QrItem {
            id: qr

            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 230 * Math.min(Theme.textScale, 1.4))
            height: width
            code: root.recovery.qr
            activeFocusOnTab: true
            Accessible.role: Accessible.Graphic
            //% "QR code of your key code. The twelve groups below say the same."
            Accessible.name: qsTrId("keysheet.qr")
            Accessible.focusable: true

            FocusRing {
                target: qr
                distance: 0
                border.color: root.ink
            }
        }
        Item {
            id: code

            width: parent.width
            height: grid.height
            activeFocusOnTab: true
            Accessible.role: Accessible.List
            Accessible.name: qsTrId("keysheet.groups")
            Accessible.focusable: true

            Grid {
                id: grid

                readonly property int room: Math.floor((parent.width + columnSpacing) / (four.width + columnSpacing + 2))

                anchors.horizontalCenter: parent.horizontalCenter
                columns: room >= 4 ? 4 : room >= 3 ? 3 : Math.max(1, room)
                columnSpacing: Theme.space.l
                rowSpacing: Theme.space.xs

                Repeater {
                    model: root.recovery.groups

                    Txt {
                        required property string modelData
                        required property int index

                        text: modelData
                        color: root.ink
                        font.family: Theme.type.mono
                        font.pixelSize: Theme.type.title
                        Accessible.role: Accessible.ListItem
                        //: %1 is a number, %2 four characters, read one by one
                        //% "Group %1: %2"
                        Accessible.name: qsTrId("keysheet.group").arg(index + 1).arg(root.recovery.groupsSpoken[index] ?? "")
                    }
                }
            }
            FocusRing {
                target: code
                border.color: root.ink
            }
        }
    }
}
