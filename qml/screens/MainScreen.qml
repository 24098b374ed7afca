// In Qt 6.4 a Loader cannot make a bound component, so ids are looked up in the surrounding file.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Tim
import Tim.Ui

/// Everything behind the login: places, list of chats, what is open. Below 840 logical pixels one thing at a time.
FocusScope {
    id: root

    required property AppViewModel app
    readonly property MainViewModel main: app.main
    readonly property bool wide: width / Theme.textScale >= Theme.twoPanes
    readonly property bool inChats: main.place === MainViewModel.Place.Chats
    readonly property bool opened: main.room !== null || main.invitation !== null || main.newChat !== null

    function pane(place: int): Item {
        return place === 0 ? navigation : place === 1 ? rooms : place === 2 ? detail : bar
    }
    function focusPane(place: int): void {
        if (place === 0)
            navigation.focusCurrent()
        else if (place === 1)
            rooms.focusList()
        else if (place === 2)
            root.focusDetail()
        else
            bar.focusCurrent()
    }
    /// The next visible pane in reading order; the first one after the last.
    function nextPane(): void {
        let at = 3
        for (let i = 0; i < 4; ++i) {
            if (root.pane(i).activeFocus)
                at = i
        }
        for (let step = 1; step <= 4; ++step) {
            const next = (at + step) % 4
            if (root.pane(next).visible) {
                root.focusPane(next)
                return
            }
        }
    }
    function focusDetail(): void {
        detail.forceActiveFocus(Qt.TabFocusReason)
        const conversation = detail.item as RoomPane
        const newChat = detail.item as NewChatPane
        const page = detail.item as ColumnPage
        if (conversation)
            conversation.focusFirst()
        else if (newChat)
            newChat.focusFirst()
        else if (page)
            page.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
    }

    Keys.onEscapePressed: event => {
        if (root.inChats && root.opened) {
            root.main.close()
            Qt.callLater(rooms.focusList)
        } else {
            event.accepted = false
        }
    }

    Shortcut {
        sequence: "F6"
        onActivated: root.nextPane()
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.color.canvas
    }
    RowLayout {
        anchors.fill: parent
        anchors.bottomMargin: bar.visible ? bar.height : 0
        spacing: 0

        Navigation {
            id: navigation

            Layout.fillHeight: true
            visible: root.wide
            main: root.main
        }
        RoomsPane {
            id: rooms

            Layout.fillHeight: true
            Layout.fillWidth: !root.wide
            Layout.preferredWidth: root.wide ? Theme.column.list * Math.min(Theme.textScale, 1.4) : root.width
            visible: root.inChats && (root.wide || !root.opened)
            main: root.main
            showCurrent: root.wide
        }
        Rectangle {
            Layout.fillHeight: true
            implicitWidth: 1
            visible: root.wide && root.inChats
            color: Theme.color.divider
        }
        Loader {
            id: detail

            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !root.inChats || root.wide || root.opened
            sourceComponent: root.main.place === MainViewModel.Place.Profile ? profilePage
                : root.main.place === MainViewModel.Place.Settings ? settingsPage
                : root.main.room ? roomPane
                : root.main.invitation ? invitationPane
                : root.main.newChat ? newChatPane : nothingOpen
            onLoaded: if (root.main.newChat && root.inChats) root.focusDetail()
        }
    }
    Navigation {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: !root.wide && !(root.inChats && root.main.room)
        wide: false
        main: root.main
    }

    Component {
        id: roomPane

        RoomPane {
            room: root.main.room
            back: !root.wide
            onBackRequested: root.main.close()
        }
    }
    Component {
        id: invitationPane

        InvitationPane {
            invitation: root.main.invitation
            back: !root.wide
            onBackRequested: root.main.close()
        }
    }
    Component {
        id: newChatPane

        NewChatPane {
            newChat: root.main.newChat
            back: !root.wide
            onBackRequested: root.main.close()
        }
    }
    Component {
        id: profilePage

        ProfileScreen {
            profile: root.main.profile
            onLogOutRequested: root.app.logOut()
        }
    }
    Component {
        id: settingsPage

        SettingsScreen {
            settings: root.app.settings
            version: root.app.version
        }
    }
    Component {
        id: nothingOpen

        Item {
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.space.l, Theme.column.form)
                symbol: "chat-square-text"
                //% "Choose a chat"
                title: qsTrId("main.nothingOpen.title")
                //% "Then you see the messages here."
                text: qsTrId("main.nothingOpen.text")
            }
        }
    }
}
