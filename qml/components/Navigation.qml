pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Tim
import Tim.Ui

/// The places. A rail at the side of a wide window, a bar below a narrow one.
FocusScope {
    id: root

    required property MainViewModel main
    property bool wide: true

    implicitWidth: wide ? Theme.column.rail * Math.min(Theme.textScale, 1.5) : 0
    implicitHeight: wide ? 0 : grid.implicitHeight + Theme.space.s
    Accessible.role: Accessible.PageTabList
    //% "Places"
    Accessible.name: qsTrId("nav.places")

    function focusCurrent(): void {
        const items = [chats, profile, settings]
        items[root.main.place].forceActiveFocus(Qt.TabFocusReason)
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.color.sunken
        border.width: Theme.edge
        border.color: Theme.color.outline
    }
    GridLayout {
        id: grid

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space.xs
        anchors.topMargin: root.wide ? Theme.space.l : Theme.space.xs
        columns: root.wide ? 1 : 3
        rowSpacing: Theme.space.m
        columnSpacing: Theme.space.xs

        NavItem {
            id: chats

            Layout.fillWidth: true
            //% "Chats"
            text: qsTrId("nav.chats")
            symbol: "chat-square-text"
            activeSymbol: "chat-square-text-fill"
            count: root.main.rooms.unreadRooms
            current: root.main.place === MainViewModel.Place.Chats
            onClicked: root.main.place = MainViewModel.Place.Chats
        }
        NavItem {
            id: profile

            Layout.fillWidth: true
            //% "My profile"
            text: qsTrId("nav.profile")
            symbol: "person-circle"
            activeSymbol: "person-fill"
            current: root.main.place === MainViewModel.Place.Profile
            onClicked: root.main.place = MainViewModel.Place.Profile
        }
        NavItem {
            id: settings

            Layout.fillWidth: true
            //% "Settings"
            text: qsTrId("nav.settings")
            symbol: "gear"
            activeSymbol: "gear-fill"
            current: root.main.place === MainViewModel.Place.Settings
            onClicked: root.main.place = MainViewModel.Place.Settings
        }
    }
}
