import QtQuick
import Tim
import Tim.Ui

/// What stands beside the list of chats while none is open; nothing if there is none to choose.
Item {
    id: root

    required property MainViewModel main

    EmptyState {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.space.l, Theme.column.form)
        visible: root.main.rooms.count > 0
        symbol: "chat-square-text"
        //% "Choose a chat"
        title: qsTrId("main.nothingOpen.title")
        //% "Then you see the messages here."
        text: qsTrId("main.nothingOpen.text")
    }
}
