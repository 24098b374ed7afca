import QtQuick
import Tim

/// Takes a file that is dropped onto the page. Choosing it in a dialog does the same (A17).
DropArea {
    id: root

    signal filesDropped(var files)

    keys: ["text/uri-list"]
    // Copied: the file manager must not take the file away.
    onEntered: drag => drag.accept(Qt.CopyAction)
    onDropped: drop => {
        drop.accept(Qt.CopyAction)
        root.filesDropped(drop.urls)
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.space.s
        visible: root.containsDrag
        radius: Theme.radius.card
        color: Theme.color.primarySoft
        border.width: Theme.edge * 2
        border.color: Theme.color.primary

        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.space.l
            spacing: Theme.space.m

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                symbol: "card-image"
                size: Theme.symbol * 2
                color: Theme.color.primarySoftInk
            }
            Txt {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                strong: true
                font.pixelSize: Theme.type.title
                //% "Let go: we read the code from this file."
                text: qsTrId("restore.drop")
            }
        }
    }
}
