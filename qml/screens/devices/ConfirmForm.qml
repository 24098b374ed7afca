import QtQuick
import Tim
import Tim.Ui

/// How the person confirms what the server wants confirmed: with the password, or in the browser.
Column {
    id: root

    required property bool passwordOffered
    required property bool browserOffered
    /// The browser was asked to open the page.
    required property bool inBrowser
    required property bool browserMissing
    required property string passwordError
    required property string browserError
    required property errorText failure
    required property bool busy
    /// On the button beside the password.
    required property string passwordAction

    signal passwordEntered(string password)
    signal browserWanted()
    /// The address is to be put on the clipboard.
    signal addressWanted()
    signal browserDone()

    spacing: Theme.space.l

    function submit(): void {
        password.missing = password.text.length === 0
        if (!password.missing)
            root.passwordEntered(password.text)
    }

    ErrorNotice {
        width: parent.width
        error: root.failure
    }
    Notice {
        width: parent.width
        visible: root.browserError.length > 0
        tone: Notice.Warning
        title: root.browserError
    }
    PasswordField {
        id: password

        property bool missing: false

        width: parent.width
        visible: root.passwordOffered
        //% "Password of your account"
        label: qsTrId("devices.confirm.password")
        error: missing ? qsTrId("login.password.empty") : root.passwordError
        onTextChanged: missing = false
        onAccepted: root.submit()
    }
    Buttons {
        width: parent.width
        visible: root.passwordOffered

        AppButton {
            kind: AppButton.Primary
            enabled: !root.busy
            text: root.passwordAction
            onClicked: root.submit()
        }
    }
    Txt {
        width: parent.width
        visible: root.browserOffered
        //% "Your browser opens a page of your health insurer. Confirm there and then come back to this window."
        text: qsTrId("devices.confirm.browser.note")
        muted: true
    }
    Txt {
        width: parent.width
        visible: root.browserMissing
        //% "No browser could be opened. Copy the address and open it in a browser on this device."
        text: qsTrId("devices.confirm.noBrowser")
        color: Theme.color.danger
    }
    Buttons {
        width: parent.width
        visible: root.browserOffered

        AppButton {
            kind: root.passwordOffered || root.inBrowser ? AppButton.Secondary : AppButton.Primary
            symbol: "box-arrow-up-right"
            enabled: !root.busy
            //% "Confirm in the browser"
            text: qsTrId("devices.confirm.browser")
            onClicked: root.browserWanted()
        }
        AppButton {
            visible: root.browserMissing
            symbol: "clipboard"
            //% "Copy the address"
            text: qsTrId("devices.confirm.copy")
            onClicked: root.addressWanted()
        }
        AppButton {
            visible: root.inBrowser
            kind: root.passwordOffered ? AppButton.Secondary : AppButton.Primary
            enabled: !root.busy
            //% "I have confirmed"
            text: qsTrId("devices.confirm.browserDone")
            onClicked: root.browserDone()
        }
    }
}
