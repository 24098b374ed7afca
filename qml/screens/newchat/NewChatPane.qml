import QtQuick
import Tim
import Tim.Ui

/// Starting a chat by typing the address of the other side.
ColumnPage {
    id: root

    required property NewChatViewModel newChat

    //% "New chat"
    title: qsTrId("rooms.newChat")
    //% "Type the TI-M address of a person or practice. You find it for example on their letter or on their website."
    intro: qsTrId("newchat.intro")

    function focusFirst(reason: int): void {
        address.input.forceActiveFocus(reason)
    }
    function submit(): void {
        root.newChat.start()
        if (root.newChat.addressError)
            address.focusInput()
    }

    Field {
        id: address

        width: parent.width
        focus: true
        label: qsTrId("profile.address")
        //% "For example: @name:server.de"
        help: qsTrId("newchat.address.help")
        error: root.newChat.addressError
        symbol: "envelope"
        text: root.newChat.address
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        onEdited: root.newChat.address = text
        onAccepted: root.submit()
    }
    ErrorNotice {
        width: parent.width
        error: root.newChat.error
    }
    BusyState {
        width: parent.width
        centred: false
        visible: root.newChat.busy
        //% "The chat is being started …"
        text: qsTrId("newchat.busy")
    }
    foot: [
        AppButton {
            kind: AppButton.Primary
            enabled: !root.newChat.busy
            //% "Start the chat"
            text: qsTrId("newchat.start")
            onClicked: root.submit()
        },
        AppButton {
            text: qsTrId("action.cancel")
            onClicked: root.backRequested()
        }
    ]
}
