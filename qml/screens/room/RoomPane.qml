pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Tim
import Tim.Ui

/// One conversation: head, rows, composer.
FocusScope {
    id: root

    required property RoomViewModel room
    property bool back: false

    signal backRequested()

    function focusFirst(reason: int): void {
        if (root.room.canWrite)
            composer.focusInput(reason)
        else if (reason === Qt.TabFocusReason)
            timeline.forceActiveFocus(reason)
    }

    Accessible.role: Accessible.Grouping
    //% "Chat with %1"
    Accessible.name: qsTrId("room.pane").arg(root.room.name)

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RoomHeader {
            Layout.fillWidth: true
            Layout.margins: Theme.space.m
            Layout.leftMargin: root.back ? Theme.space.xs : Theme.space.xl
            room: root.room
            back: root.back
            onBackRequested: root.backRequested()
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.color.divider
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Timeline {
                id: timeline

                anchors.top: parent.top
                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(parent.width - 2 * Theme.space.l, Theme.column.conversation * Math.min(Theme.textScale, 1.5))
                room: root.room
                onDiscardRequested: key => {
                    discard.key = key
                    discard.open()
                }
            }
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.space.l, Theme.column.form)
                visible: root.room.loaded && timeline.count === 0
                symbol: "chat-square-text"
                //% "Nobody has written here yet"
                title: qsTrId("room.empty.title")
                //% "What you write here can only be read by the people in this chat."
                text: qsTrId("room.empty.text")
            }
            BusyState {
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.space.l, Theme.column.form)
                visible: !root.room.loaded
                //% "Messages are being loaded …"
                text: qsTrId("room.loading")
            }
            AppButton {
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: Theme.space.m
                visible: !timeline.atNewest
                symbol: "arrow-down"
                //% "To the newest message"
                text: qsTrId("room.toNewest")
                onClicked: timeline.toNewest()
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.color.divider
        }
        Composer {
            id: composer

            Layout.fillWidth: true
            visible: root.room.canWrite
            composer: root.room.composer
            roomName: root.room.name
            focus: true
        }
        Banner {
            Layout.fillWidth: true
            visible: !root.room.canWrite
            symbol: root.room.encrypted ? "info-circle" : "unlock"
            text: root.room.cannotWriteReason
        }
    }
    AppDialog {
        id: discard

        objectName: "discardDialog"
        property string key

        //% "Discard this message?"
        title: qsTrId("timeline.discard.title")
        //% "The message was not sent. It is removed from this chat and nobody receives it."
        text: qsTrId("timeline.discard.text")
        //% "Discard message"
        confirmText: qsTrId("timeline.discard.confirm")
        dangerous: true
        onConfirmed: root.room.discard(key)
    }
}
