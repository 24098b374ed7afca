import QtQuick
import Tim
import Tim.Ui

/// What this is and where data goes, in plain words, before one signs in.
ColumnPage {
    id: root

    required property AppViewModel app

    //% "Chat safely with your practice and your health insurer"
    title: qsTrId("welcome.start.title")
    step: 2
    steps: 2
    back: true
    onBackRequested: root.app.goBack()

    Group {
        //% "What is important"
        title: qsTrId("welcome.start.important")

        FactRow {
            symbol: "shield-lock"
            //% "Only you and the other side can read"
            title: qsTrId("welcome.start.encrypted.title")
            statement: true
            //% "Every message is encrypted on your device."
            value: qsTrId("welcome.start.encrypted.text")
        }
        FactRow {
            symbol: "hdd"
            //% "Your chats are on this device"
            title: qsTrId("welcome.start.local.title")
            statement: true
            //% "They are stored encrypted. Encrypted copies are on the server of your health insurer."
            value: qsTrId("welcome.start.local.text")
        }
        FactRow {
            symbol: "eye-slash"
            //% "We do not watch you"
            title: qsTrId("welcome.start.noTelemetry.title")
            statement: true
            //% "This program sends no usage data to anybody."
            value: qsTrId("welcome.start.noTelemetry.text")
        }
    }
    Notice {
        width: parent.width
        tone: Notice.Warning
        //% "Not for emergencies"
        title: qsTrId("welcome.start.emergency.title")
        //% "Nobody may read your message at once. In an emergency call 112. At night and on weekends a doctor is available at 116117."
        text: qsTrId("welcome.start.emergency.text")
    }
    Txt {
        width: parent.width
        //% "You need the sign-in of your health insurer. Their notices on data protection are shown there."
        text: qsTrId("welcome.start.continue.note")
        muted: true
    }
    foot: AppButton {
        kind: AppButton.Primary
        //% "Continue to my health insurer"
        text: qsTrId("welcome.start.continue")
        onClicked: root.app.goOn()
    }
}
