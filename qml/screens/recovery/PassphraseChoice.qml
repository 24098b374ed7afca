import QtQuick
import Tim
import Tim.Ui

/// "I have a password for my keys": for keys that another program has made. The field comes when it is wanted.
Column {
    id: root

    objectName: "passphrase"

    required property RecoveryViewModel recovery
    readonly property PassphraseViewModel passphrase: recovery.passphrase
    property bool open: false

    function submit(): void {
        if (!root.recovery.busy)
            root.passphrase.restore(field.text)
        if (root.passphrase.failureIsAboutPassphrase)
            field.focusInput()
    }

    spacing: Theme.space.s
    onVisibleChanged: {
        if (visible)
            return
        field.text = "" // a secret
        root.open = false
    }

    Connections {
        target: root.passphrase

        function onChanged(): void {
            if (!root.open || root.passphrase.busy)
                return
            if (root.passphrase.failureIsAboutPassphrase)
                field.focusInput()
        }
    }

    Choice {
        width: parent.width
        visible: !root.open
        enabled: !root.recovery.busy
        symbol: "lock"
        //% "I have a password for my keys"
        title: qsTrId("restore.passphrase")
        //% "It was chosen in another program. It is not the password of your sign-in."
        note: qsTrId("restore.passphrase.note")
        onClicked: {
            root.open = true
            field.focusInput()
        }
    }
    PasswordField {
        id: field

        width: parent.width
        visible: root.open
        //% "Password for your keys"
        label: qsTrId("restore.passphrase.label")
        //% "Capital and small letters matter."
        help: qsTrId("restore.passphrase.help")
        error: root.passphrase.failureIsAboutPassphrase
            ? root.passphrase.failure.cause + " " + root.passphrase.failure.effect + " " + root.passphrase.failure.next : ""
        onAccepted: root.submit()
        onEdited: root.passphrase.edited()
    }
    BusyState {
        width: parent.width
        centred: false
        visible: root.open && root.passphrase.busy
        //% "The password is being checked. That takes a few seconds …"
        text: qsTrId("restore.passphrase.busy")
    }
    ErrorNotice {
        width: parent.width
        visible: root.open && !error.isNull && !root.passphrase.failureIsAboutPassphrase
        error: root.passphrase.failure
    }
    Buttons {
        width: parent.width
        visible: root.open

        AppButton {
            visible: !root.passphrase.busy
            enabled: !root.recovery.busy
            //% "Use this password"
            text: qsTrId("restore.passphrase.start")
            onClicked: root.submit()
        }
        AppButton {
            id: stop

            visible: root.passphrase.busy
            text: qsTrId("action.cancel")
            onClicked: {
                root.passphrase.stop()
                field.focusInput()
            }
        }
    }
}
