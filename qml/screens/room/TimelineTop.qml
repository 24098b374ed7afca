import QtQuick
import Tim
import Tim.Ui

/// Above the oldest row: that older ones are being fetched, that there are none, or why they did not come.
Column {
    id: root

    required property RoomViewModel room

    topPadding: Theme.space.s
    spacing: Theme.space.s

    BusyState {
        width: parent.width
        visible: root.room.loadingOlder
        //% "Older messages are being fetched …"
        text: qsTrId("room.loadingOlder")
    }
    DayDivider {
        width: parent.width
        visible: root.room.reachedStart
        //% "The chat begins here."
        text: qsTrId("room.start")
        Accessible.ignored: false
    }
    ErrorNotice {
        width: parent.width
        error: root.room.loadError
        actions: AppButton {
            text: qsTrId("action.retry")
            symbol: "arrow-clockwise"
            onClicked: root.room.loadOlder()
        }
    }
}
