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
    /// A page stands in front of everything else.
    readonly property bool covered: main.scan.purpose !== ScanViewModel.Purpose.None
                                    || main.recovery.page !== RecoveryViewModel.Page.None
                                    || main.keyFile.page !== KeyFileViewModel.Page.None
                                    || main.verification.open
                                    || main.renewal.open
    readonly property bool opened: main.room !== null || main.invitation !== null || main.newChat !== null

    function pane(place: int): Item {
        return place === 0 ? banner : place === 1 ? navigation : place === 2 ? rooms : place === 3 ? detail : bar
    }
    function focusPane(place: int): void {
        if (place === 0)
            banner.focusFirst()
        else if (place === 1)
            navigation.focusCurrent()
        else if (place === 2)
            rooms.focusList()
        else if (place === 3)
            root.focusDetail(Qt.TabFocusReason)
        else
            bar.focusCurrent()
    }
    /// The next visible pane in reading order; the first one after the last.
    function nextPane(): void {
        let at = 4
        for (let i = 0; i < 5; ++i) {
            if (root.pane(i).activeFocus)
                at = i
        }
        for (let step = 1; step <= 5; ++step) {
            const next = (at + step) % 5
            if (root.pane(next).visible) {
                root.focusPane(next)
                return
            }
        }
    }
    /// Made anew for whatever is open: nothing of the chat before stays in it.
    function showDetail(): void {
        const main = root.main
        const back = Qt.binding(() => !root.wide)
        if (main.place === MainViewModel.Place.Profile)
            detail.setSource("profile/ProfileScreen.qml", { profile: main.profile, recovery: main.recovery })
        else if (main.devices.page === DevicesViewModel.Page.List)
            detail.setSource("devices/DevicesScreen.qml", { devices: main.devices, verification: main.verification })
        else if (main.devices.page === DevicesViewModel.Page.Confirm)
            detail.setSource("devices/ConfirmSignOutScreen.qml", { devices: main.devices })
        else if (main.place === MainViewModel.Place.Settings)
            detail.setSource("settings/SettingsScreen.qml", {
                settings: root.app.settings, recovery: main.recovery, keyFile: main.keyFile, devices: main.devices,
                renewal: main.renewal,
                version: root.app.version })
        else if (main.room)
            detail.setSource("room/RoomPane.qml", { room: main.room, back: back })
        else if (main.invitation)
            detail.setSource("invitation/InvitationPane.qml", { invitation: main.invitation, back: back })
        else if (main.newChat)
            detail.setSource("newchat/NewChatPane.qml", { newChat: main.newChat, back: back })
        else
            detail.setSource("NothingOpen.qml", { main: main })
        if (root.inChats && root.opened && !root.covered)
            root.focusDetail(Qt.OtherFocusReason)
    }
    function showCover(): void {
        const recovery = root.main.recovery
        const scan = root.main.scan
        const wasScanning = (cover.item as ScanScreen) !== null
        if (scan.purpose !== ScanViewModel.Purpose.None) {
            if (!(cover.item as ScanScreen))
                cover.setSource("scan/ScanScreen.qml", { scan: scan })
            root.focusFirst()
            return
        }
        if (root.main.verification.open && cover.item as VerificationScreen)
            return // whatever else wants to be shown waits behind it
        if (root.main.verification.open)
            cover.setSource("verification/VerificationScreen.qml", { verification: root.main.verification, scan: scan })
        else if (recovery.page === RecoveryViewModel.Page.Welcome)
            cover.setSource("recovery/WelcomeBackScreen.qml", { recovery: recovery, scan: scan })
        else if (recovery.page === RecoveryViewModel.Page.KeySheet)
            cover.setSource("recovery/KeySheetScreen.qml", { recovery: recovery, scan: scan })
        else if (root.main.keyFile.page !== KeyFileViewModel.Page.None)
            cover.setSource("recovery/KeyFileScreen.qml", { keyFile: root.main.keyFile })
        else if (root.main.renewal.open)
            cover.setSource("recovery/RenewKeysScreen.qml", { renewal: root.main.renewal })
        else
            cover.setSource("")
        // Later: a new page puts the focus onto its beginning first.
        if (wasScanning)
            Qt.callLater(root.focusOpener)
        else
            root.focusFirst()
    }
    /// Back from the camera: onto what has opened it.
    function focusOpener(): void {
        const welcome = cover.item as WelcomeBackScreen
        const verification = cover.item as VerificationScreen
        if (welcome)
            welcome.focusCamera()
        else if (verification)
            verification.focusCamera()
        else
            root.focusFirst()
    }
    /// Onto the page in front, or where one would go on without one.
    function focusFirst(): void {
        const scan = cover.item as ScanScreen
        const welcome = cover.item as WelcomeBackScreen
        const sheet = cover.item as KeySheetScreen
        const keyFile = cover.item as KeyFileScreen
        const verification = cover.item as VerificationScreen
        const renewal = cover.item as RenewKeysScreen
        if (scan)
            scan.focusFirst()
        else if (verification)
            verification.focusFirst()
        else if (welcome)
            welcome.focusFirst()
        else if (sheet)
            sheet.focusFirst()
        else if (keyFile)
            keyFile.focusFirst()
        else if (renewal)
            renewal.focusFirst()
        else
            root.focusPane(root.inChats && (root.wide || !root.opened) ? 2 : 3)
    }
    function focusDetail(reason: int): void {
        detail.forceActiveFocus(reason)
        const conversation = detail.item as RoomPane
        const newChat = detail.item as NewChatPane
        const page = detail.item as ColumnPage
        if (conversation)
            conversation.focusFirst(reason)
        else if (newChat)
            newChat.focusFirst(reason)
        else if (page)
            page.nextItemInFocusChain().forceActiveFocus(reason)
    }

    Keys.onEscapePressed: event => {
        if (root.main.scan.purpose !== ScanViewModel.Purpose.None) {
            root.main.scan.close()
        } else if (root.main.verification.open) {
            root.main.verification.leave()
        } else if (root.covered) {
            if (root.main.recovery.page !== RecoveryViewModel.Page.None)
                root.main.recovery.leave()
            else if (root.main.keyFile.page !== KeyFileViewModel.Page.None)
                root.main.keyFile.leave()
            else
                root.main.renewal.leave()
        } else if (root.inChats && root.opened) {
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
    VerificationBanner {
        id: banner

        width: parent.width
        verification: root.main.verification
        onAnswered: root.focusFirst()
    }
    RowLayout {
        anchors.fill: parent
        anchors.topMargin: banner.visible ? banner.height : 0
        anchors.bottomMargin: bar.visible ? bar.height : 0
        visible: !root.covered
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
            Component.onCompleted: root.showDetail()
        }
    }
    Navigation {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: !root.covered && !root.wide && !(root.inChats && root.main.room)
        wide: false
        main: root.main
    }

    Loader {
        id: cover

        anchors.fill: parent
        anchors.topMargin: banner.visible ? banner.height : 0
        visible: root.covered
        Component.onCompleted: if (root.covered) root.showCover()
    }

    Connections {
        target: root.main.recovery

        function onPageChanged(): void {
            root.showCover()
        }
    }
    Connections {
        target: root.main.scan

        function onPurposeChanged(): void {
            root.showCover()
        }
    }
    Connections {
        target: root.main.keyFile

        function onPageChanged(): void {
            root.showCover()
        }
    }
    Connections {
        target: root.main.verification

        function onOpenChanged(): void {
            root.showCover()
        }
    }
    Connections {
        target: cover.item as VerificationScreen

        function onDevicesRequested(): void {
            root.main.verification.leave()
            root.main.showDevices()
        }
    }
    Connections {
        target: root.main.renewal

        function onOpenChanged(): void {
            root.showCover()
        }
    }
    Connections {
        target: cover.item
        ignoreUnknownSignals: true

        function onSaveRequested(): void {
            root.main.keyFile.openSave()
        }
        function onNothingLeft(): void {
            root.main.recovery.leave()
            root.main.renewal.openNothingLeft()
        }
    }
    Connections {
        target: root.main.devices

        function onPageChanged(): void {
            root.showDetail()
            if (!root.inChats && !root.covered)
                root.focusDetail(Qt.OtherFocusReason)
        }
    }
    Connections {
        target: root.main

        function onOpenedChanged(): void {
            root.showDetail()
        }
        function onPlaceChanged(): void {
            root.showDetail()
        }
    }
    Connections {
        target: detail.item
        ignoreUnknownSignals: true

        function onBackRequested(): void {
            if (root.inChats)
                root.main.close()
        }
        function onLogOutRequested(): void {
            root.app.logOut()
        }
        function onDevicesRequested(): void {
            root.main.showDevices()
        }
    }
}
