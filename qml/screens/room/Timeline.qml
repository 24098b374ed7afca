// In Qt 6.4 a list cannot make a bound footer, so ids are looked up in the surrounding file.
// qmllint disable unqualified
import QtQuick
import QtQuick.Controls.Basic
import Tim
import Tim.Ui

/// The rows of a conversation, newest at the foot. Stays at the newest row while one is there; what arrives elsewhere does not
/// move what one reads.
ListView {
    id: root

    required property RoomViewModel room
    readonly property bool atNewest: contentY + height >= originY + contentHeight - Theme.target
    /// The newest row is kept in view.
    property bool following: true
    /// Somebody looks at the newest row: a window in the background is not read.
    readonly property bool seen: atNewest && Window.active

    signal discardRequested(string key)

    function toNewest(): void {
        following = true
        positionViewAtBeginning()
        if (seen)
            root.room.markRead()
    }
    /// After a failure the person decides.
    function fetchIfAtTop(): void {
        if (root.room.loaded && root.room.loadError.isNull && contentY < originY + height / 2)
            root.room.loadOlder()
    }

    verticalLayoutDirection: ListView.BottomToTop
    clip: true
    cacheBuffer: 600
    activeFocusOnTab: count > 0 || activeFocus
    keyNavigationEnabled: true
    boundsBehavior: Flickable.StopAtBounds
    model: room.timeline
    highlightFollowsCurrentItem: false
    Accessible.role: Accessible.List
    //% "Messages"
    Accessible.name: qsTrId("room.messages")
    ScrollBar.vertical: ScrollBar {
        onPressedChanged: if (!pressed) root.following = root.atNewest
    }
    onMovementEnded: following = atNewest
    onSeenChanged: if (seen) root.room.markRead()
    onContentYChanged: fetchIfAtTop()
    onHeightChanged: if (following) settle.restart()
    onContentHeightChanged: if (following) settle.restart()
    onCountChanged: settle.restart()
    onActiveFocusChanged: {
        if (activeFocus && currentIndex < 0)
            currentIndex = 0
        // What had the focus in here may be gone with its row.
        if (activeFocus && root.Window.activeFocusItem === root && currentItem)
            currentItem.forceActiveFocus(Qt.TabFocusReason)
    }
    onCurrentIndexChanged: {
        if (!activeFocus)
            return
        following = currentIndex === 0
        positionViewAtIndex(currentIndex, ListView.Contain)
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home)
            currentIndex = count - 1
        else if (event.key === Qt.Key_End)
            currentIndex = 0
        else
            return
        event.accepted = true
    }

    Timer {
        id: settle

        // After the rows have found their heights.
        interval: 0
        onTriggered: {
            if (root.following) {
                if (!root.activeFocus)
                    root.currentIndex = 0
                root.toNewest()
            }
            // A conversation that does not fill the view cannot be scrolled to its top.
            root.fetchIfAtTop()
        }
    }
    RevealFocus {
        flickable: root
        content: root.contentItem
    }

    header: Item {
        height: Theme.space.m
    }
    footer: TimelineTop {
        width: root.width
        room: root.room
    }
    delegate: TimelineDelegate {
        codeHelps: root.room.codeHelps
        onCodeRequested: root.room.enterCode()
        onRetried: key => root.room.retry(key)
        onDiscarded: key => root.discardRequested(key)
    }
}
