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
    readonly property bool writable: room.canWrite && !room.trust.blocked

    signal backRequested()
    /// The list of the own devices is to be shown.
    signal devicesRequested()

    function focusFirst(reason: int): void {
        if (root.writable)
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
            onCompareRequested: compare.open()
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
        KeysChangedNotice {
            Layout.fillWidth: true
            Layout.maximumHeight: root.height * (root.writable ? 0.45 : 0.65)
            trust: root.room.trust
            tight: root.height / Theme.textScale < 560
        }
        Composer {
            id: composer

            Layout.fillWidth: true
            visible: root.writable
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
        id: compare

        readonly property bool possible: root.room.trust.canCompare

        objectName: "compareDialog"
        title: qsTrId("verify.person.start")
        text: possible
            //: %1 is the name of a person
            //% "%1 gets a request, and both of you compare pictures. Meet for it, or call on a number that you know."
            ? qsTrId("trust.compare.text").arg(root.room.name) : root.room.trust.cannotCompareReason
        confirmText: possible ? qsTrId("verify.request.accept") : qsTrId("verify.seeDevices")
        onConfirmed: {
            if (possible)
                root.room.trust.compare()
            else
                root.devicesRequested()
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
