pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Tim
import Tim.Ui

/// The list of chats, with the state of the connection above it.
FocusScope {
    id: root

    required property MainViewModel main
    property bool showCurrent: true

    function focusList(): void {
        if (list.count > 0)
            list.forceActiveFocus(Qt.TabFocusReason)
        else
            newChat.forceActiveFocus(Qt.TabFocusReason)
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space.m

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.space.l
            Layout.bottomMargin: 0

            Heading {
                Layout.fillWidth: true
                text: qsTrId("nav.chats")
            }
            AppButton {
                id: newChat

                kind: AppButton.Primary
                symbol: "plus-lg"
                //% "New"
                text: qsTrId("rooms.new")
                //% "New chat"
                Accessible.name: qsTrId("rooms.newChat")
                onClicked: root.main.startNewChat()
            }
        }
        Banner {
            id: connection

            Layout.fillWidth: true
            visible: root.main.connection !== MainViewModel.Connection.Online
                     && (root.main.connection !== MainViewModel.Connection.Connecting || root.main.rooms.loaded)
            symbol: root.main.connection === MainViewModel.Connection.Connecting ? "arrow-repeat"
                : root.main.connection === MainViewModel.Connection.Offline ? "wifi-off" : "cloud-slash"
            text: root.main.connectionText
            actionText: root.main.connection === MainViewModel.Connection.Connecting ? ""
                //% "Try now"
                : qsTrId("connection.retry")
            onAction: root.main.retryConnection()
        }
        Banner {
            // One at a time: without a connection no chat comes back.
            Layout.fillWidth: true
            visible: !connection.visible && (root.main.recovery.phase === RecoveryViewModel.Phase.NeedsCode
                                             || root.main.recovery.phase === RecoveryViewModel.Phase.Restoring)
            symbol: "key"
            text: root.main.recovery.progressText
            actionText: root.main.recovery.phase === RecoveryViewModel.Phase.NeedsCode ? qsTrId("restore.start") : ""
            onAction: root.main.recovery.openWelcome()
        }
        NewDeviceCard {
            id: newDevice

            Layout.fillWidth: true
            Layout.leftMargin: Theme.space.l
            Layout.rightMargin: Theme.space.l
            visible: !connection.visible && title.length > 0
            tight: root.height / Theme.textScale < 560
            devices: root.main.newDevices
            onDevicesRequested: root.main.showDevices()
        }
        HealthCard {
            id: health

            Layout.fillWidth: true
            Layout.leftMargin: Theme.space.l
            Layout.rightMargin: Theme.space.l
            visible: !connection.visible && !newDevice.visible && speaks
            tight: root.height / Theme.textScale < 560
            health: root.main.recovery.health
        }
        Banner {
            Layout.fillWidth: true
            visible: !connection.visible && !newDevice.visible && !health.visible && root.main.recovery.remindOfSheet
            calm: true
            symbol: "key"
            //% "Do you have your key sheet on paper? With it your chats come to a new device."
            text: qsTrId("keysheet.remind")
            //% "See key sheet"
            actionText: qsTrId("keysheet.remind.open")
            laterText: qsTrId("action.later")
            onAction: root.main.recovery.openSheet()
            onLater: root.main.recovery.remindLater()
        }
        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.space.s
            Layout.rightMargin: Theme.space.s
            clip: true
            spacing: Theme.space.xs / 2
            cacheBuffer: 400
            activeFocusOnTab: count > 0 || activeFocus
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.main.rooms
            // Only the keyboard moves the view: a new message elsewhere does not.
            highlightFollowsCurrentItem: false
            // Tab leads to a row, also before one was chosen.
            onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
            onCurrentIndexChanged: if (activeFocus) positionViewAtIndex(currentIndex, ListView.Contain)
            Accessible.role: Accessible.List
            Accessible.name: qsTrId("nav.chats")
            ScrollBar.vertical: ScrollBar { }
            Keys.onPressed: event => {
                if (event.key === Qt.Key_Home)
                    currentIndex = 0
                else if (event.key === Qt.Key_End)
                    currentIndex = count - 1
                else
                    return
                event.accepted = true
            }

            delegate: RoomRow {
                total: list.count
                current: root.showCurrent && item.id === root.main.openedId
                onOpened: {
                    list.currentIndex = index
                    root.main.openRoom(item.id)
                }
            }

            EmptyState {
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.space.xxl
                width: parent.width - 2 * Theme.space.l
                visible: root.main.rooms.loaded && list.count === 0
                symbol: "chat-square-text"
                //% "You have no chats yet"
                title: qsTrId("rooms.empty.title")
                //% "Start a chat with “New”, or wait until somebody writes to you."
                text: qsTrId("rooms.empty.text")
            }
            BusyState {
                anchors.horizontalCenter: parent.horizontalCenter
                y: Theme.space.xxl
                width: parent.width - 2 * Theme.space.l
                visible: !root.main.rooms.loaded
                //% "Your chats are being loaded …"
                text: qsTrId("rooms.loading")
            }
        }
    }
}
