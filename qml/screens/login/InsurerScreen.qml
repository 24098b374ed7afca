pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// Where are you insured? The list, or an address typed by hand.
ColumnPage {
    id: root

    required property LoginViewModel login
    required property InsurerListModel insurers
    /// The address field is open.
    property bool typing: insurers.count === 0 && insurers.filter.length === 0

    //% "Where are you insured?"
    title: qsTrId("insurers.title")
    //% "Choose your health insurer. You sign in there next."
    intro: qsTrId("insurers.intro")

    Field {
        width: parent.width
        visible: root.insurers.count > 6 || root.insurers.filter.length > 0
        //% "Search for your health insurer"
        label: qsTrId("insurers.search")
        symbol: "search"
        text: root.insurers.filter
        onEdited: root.insurers.filter = text
    }
    Repeater {
        model: root.insurers

        Choice {
            required property insurer item

            width: parent.width
            symbol: "building"
            title: item.name
            note: item.note
            onClicked: root.login.choose(item.homeserver, item.name)
        }
    }
    Txt {
        width: parent.width
        visible: root.insurers.count === 0 && root.insurers.filter.length > 0
        //% "No health insurer with this name is in the list. Check the spelling, or type the address of the server."
        text: qsTrId("insurers.noneFound")
    }
    Choice {
        width: parent.width
        visible: !root.typing
        symbol: "server"
        //% "My health insurer is not in the list"
        title: qsTrId("insurers.other")
        //% "Type the address of the server that your health insurer gave you."
        note: qsTrId("insurers.other.note")
        onClicked: {
            root.typing = true
            server.focusInput()
        }
    }
    Field {
        id: server

        width: parent.width
        visible: root.typing
        //% "Address of the server"
        label: qsTrId("insurers.server")
        //% "For example: messenger.insurer.de"
        help: qsTrId("insurers.server.help")
        symbol: "server"
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
        onEdited: error = ""
        onAccepted: root.submit()
    }
    AppButton {
        visible: root.typing
        kind: AppButton.Primary
        text: qsTrId("action.continue")
        onClicked: root.submit()
    }

    function submit(): void {
        if (server.text.trim().length > 0) {
            root.login.choose(server.text, "")
            return
        }
        //% "Please type the address first."
        server.error = qsTrId("insurers.server.empty")
        server.focusInput()
    }
}
