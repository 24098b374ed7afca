import QtQuick
import QtQuick.Layouts
import Tim
import Tim.Ui

/// Who one is talking to, and that nobody else can read it.
RowLayout {
    id: root

    required property RoomViewModel room
    property bool back: false

    signal backRequested()

    spacing: Theme.space.m

    IconButton {
        visible: root.back
        //% "Back to the list"
        label: qsTrId("room.back")
        symbol: "arrow-left"
        onClicked: root.backRequested()
    }
    Avatar {
        visible: !root.back || Theme.textScale < 1.5
        look: root.room.avatar
    }
    ColumnLayout {
        spacing: 0

        Txt {
            Layout.fillWidth: true
            objectName: "mayElide"
            text: root.room.name
            strong: true
            font.pixelSize: Theme.type.title
            maximumLineCount: 2
            elide: Text.ElideRight
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Accessible.role: Accessible.Heading
        }
        RowLayout {
            spacing: Theme.space.xs

            Icon {
                symbol: root.room.encrypted ? "shield-lock" : "unlock"
                size: Theme.type.caption
                color: root.room.encrypted ? Theme.color.success : Theme.color.danger
            }
            Txt {
                Layout.fillWidth: true
                text: root.room.typingText || root.room.subtitle
                muted: root.room.encrypted
                color: root.room.encrypted ? Theme.color.textMuted : Theme.color.danger
                font.pixelSize: Theme.type.caption
            }
        }
    }
}
