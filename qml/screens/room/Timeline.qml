pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Tim
import Tim.Ui

/// The rows of a conversation. Stays at the newest row while one is there; older rows arrive above without moving what one reads.
ListView {
    id: root

    required property RoomViewModel room
    readonly property bool atNewest: contentHeight <= height || contentY + height >= originY + contentHeight - 40
    property bool following: true
    property int firstBefore: -1
    property real offsetBefore: 0

    signal discardRequested(string key)

    function toNewest(): void {
        following = true
        positionViewAtEnd()
        root.room.markRead()
    }
    function fetchIfAtTop(): void {
        if (root.room.loaded && contentY < originY + height / 2)
            root.room.loadOlder()
    }

    clip: true
    cacheBuffer: 600
    activeFocusOnTab: count > 0
    keyNavigationEnabled: true
    boundsBehavior: Flickable.StopAtBounds
    bottomMargin: Theme.space.m
    topMargin: Theme.space.s
    model: room.timeline
    highlightFollowsCurrentItem: activeFocus
    Accessible.role: Accessible.List
    //% "Messages"
    Accessible.name: qsTrId("room.messages")
    ScrollBar.vertical: ScrollBar { }
    onMovementEnded: {
        following = atNewest
        fetchIfAtTop()
        if (atNewest)
            root.room.markRead()
    }
    onContentYChanged: fetchIfAtTop()
    onHeightChanged: if (following) positionViewAtEnd()
    onContentHeightChanged: if (following) settle.restart()
    onCountChanged: if (following) settle.restart()
    onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = count - 1
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home)
            currentIndex = 0
        else if (event.key === Qt.Key_End)
            currentIndex = count - 1
        else
            return
        following = currentIndex === count - 1
        event.accepted = true
    }
    Keys.onUpPressed: event => {
        following = false
        event.accepted = false
    }
    Component.onCompleted: {
        currentIndex = count - 1
        settle.restart()
    }

    Timer {
        id: settle

        // After the rows have found their heights.
        interval: 0
        onTriggered: if (root.following) root.toNewest()
    }

    header: Item {
        width: ListView.view.width
        implicitHeight: loading.visible || start.visible || failed.visible ? column.height + Theme.space.m : 0

        Column {
            id: column

            width: parent.width
            topPadding: Theme.space.m

            BusyState {
                id: loading

                width: parent.width
                visible: root.room.loadingOlder
                //% "Older messages are being fetched …"
                text: qsTrId("room.loadingOlder")
            }
            DayDivider {
                id: start

                width: parent.width
                visible: root.room.reachedStart
                //% "The chat begins here."
                text: qsTrId("room.start")
                Accessible.ignored: false
            }
            ErrorNotice {
                id: failed

                width: parent.width
                error: root.room.loadError
                actions: AppButton {
                    text: qsTrId("action.retry")
                    symbol: "arrow-clockwise"
                    onClicked: root.room.loadOlder()
                }
            }
        }
    }
    delegate: TimelineDelegate {
        onRetried: key => root.room.retry(key)
        onDiscarded: key => root.discardRequested(key)
    }

    Connections {
        target: root.model

        function onRowsAboutToBeInserted(parent: var, first: int, last: int): void {
            root.firstBefore = -1
            if (first > 0 || root.following)
                return
            const index = Math.max(0, root.indexAt(root.width / 2, root.contentY + Theme.space.m))
            const item = root.itemAtIndex(index)
            root.firstBefore = index
            root.offsetBefore = item ? item.y - root.contentY : 0
        }
        function onRowsInserted(parent: var, first: int, last: int): void {
            if (root.firstBefore < 0)
                return
            const index = root.firstBefore + last - first + 1
            root.positionViewAtIndex(index, ListView.Beginning)
            const item = root.itemAtIndex(index)
            if (item)
                root.contentY = item.y - root.offsetBefore
            root.firstBefore = -1
        }
        function onModelReset(): void {
            root.following = true
            root.currentIndex = root.count - 1
            settle.restart()
        }
    }
}
