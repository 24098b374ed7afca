import QtQuick
import Tim
import Tim.Ui

/// Who one is talking to, and that nobody else can read it; in a chat of two, the way to be sure of it.
Item {
    id: root

    required property RoomViewModel room
    property bool back: false
    readonly property bool faced: !back || Theme.textScale < 1.5

    signal backRequested()
    signal compareRequested()

    implicitHeight: Math.max(Theme.target, words.height)

    IconButton {
        id: arrow

        anchors.verticalCenter: parent.verticalCenter
        visible: root.back
        //% "Back to the list"
        label: qsTrId("room.back")
        symbol: "arrow-left"
        onClicked: root.backRequested()
    }
    Avatar {
        id: face

        x: root.back ? arrow.width + Theme.space.xs : 0
        anchors.verticalCenter: parent.verticalCenter
        visible: root.faced
        look: root.room.avatar
    }
    Column {
        id: words

        x: (root.back ? arrow.width + Theme.space.xs : 0) + (root.faced ? face.width + Theme.space.m : 0)
        width: root.width - x - (compare.visible ? compare.width + Theme.space.s : 0)
        anchors.verticalCenter: parent.verticalCenter

        Txt {
            objectName: "mayElide"
            width: parent.width
            text: root.room.name
            strong: true
            font.pixelSize: Theme.type.title
            maximumLineCount: 2
            elide: Text.ElideRight
            spread: 1.3
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            horizontalAlignment: Text.AlignLeft
            Accessible.role: Accessible.Heading
        }
        Row {
            width: parent.width
            spacing: Theme.space.xs

            Icon {
                id: shield

                y: (state.lineHeight - height) / 2
                symbol: !root.room.encrypted ? "unlock" : root.room.trust.confirmed ? "shield-check" : "shield-lock"
                size: Theme.type.caption
                color: root.room.encrypted ? Theme.color.success : Theme.color.danger
            }
            Txt {
                id: state

                width: parent.width - shield.width - parent.spacing
                text: root.room.typingText || (!root.room.trust.confirmed ? root.room.subtitle
                    //: %1 is how a chat is protected
                    //% "%1 · confirmed"
                    : qsTrId("trust.confirmed").arg(root.room.subtitle))
                color: root.room.encrypted ? Theme.color.textMuted : Theme.color.danger
                font.pixelSize: Theme.type.caption
            }
        }
    }
    IconButton {
        id: compare

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.room.trust.ofTwo && !root.room.trust.confirmed && root.room.trust.noticeTitle.length === 0
        label: qsTrId("verify.person.start")
        symbol: "person-badge"
        onClicked: root.compareRequested()
    }
}
