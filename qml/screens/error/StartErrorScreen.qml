import QtQuick
import Tim
import Tim.Ui

/// The profile cannot be opened: what happened, what it means, what to do. Nothing is ever deleted from here.
ColumnPage {
    id: root

    required property AppViewModel app

    //% "Your chats cannot be opened right now"
    title: qsTrId("startError.title")

    ErrorNotice {
        width: parent.width
        error: root.app.error
        text: root.app.error.effect
    }
    Column {
        width: parent.width
        topPadding: Theme.space.s
        spacing: Theme.space.s

        Txt {
            width: parent.width
            //% "What you can do"
            text: qsTrId("startError.next")
            strong: true
            font.pixelSize: Theme.type.title
            Accessible.role: Accessible.Heading
        }
        Txt {
            width: parent.width
            text: root.app.error.next
            font.pixelSize: Theme.type.message
        }
    }
    foot: [
        AppButton {
            visible: root.app.canRetry
            kind: AppButton.Primary
            symbol: "arrow-clockwise"
            text: qsTrId("action.retry")
            onClicked: root.app.retry()
        },
        AppButton {
            //% "Close the program"
            text: qsTrId("action.quit")
            onClicked: Qt.quit()
        }
    ]
}
