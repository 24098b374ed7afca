import QtQuick
import Tim
import Tim.Ui

/// The server wants to know that it is the person who signs out: with the password, or in the browser.
ColumnPage {
    id: root

    required property DevicesViewModel devices

    //% "Confirm that it is you"
    title: qsTrId("devices.confirm.title")
    //% "Your health insurer asks for this before these devices are signed out: %1"
    intro: qsTrId("devices.confirm.intro").arg(devices.signingOutText)
    back: true
    onBackRequested: root.devices.back()

    function submit(): void {
        password.missing = password.text.length === 0
        if (!password.missing)
            root.devices.confirmWithPassword(password.text)
    }

    Txt {
        width: parent.width
        text: root.devices.accountText
        muted: true
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
    ErrorNotice {
        width: parent.width
        error: root.devices.failure
    }
    Notice {
        width: parent.width
        visible: root.devices.browserError.length > 0
        tone: Notice.Warning
        title: root.devices.browserError
    }
    PasswordField {
        id: password

        property bool missing: false

        width: parent.width
        visible: root.devices.passwordOffered
        //% "Password of your account"
        label: qsTrId("devices.confirm.password")
        error: missing ? qsTrId("login.password.empty") : root.devices.passwordError
        onTextChanged: missing = false
        onAccepted: root.submit()
    }
    Buttons {
        width: parent.width
        visible: root.devices.passwordOffered

        AppButton {
            kind: AppButton.Primary
            enabled: !root.devices.busy
            //% "Sign out with the password"
            text: qsTrId("devices.confirm.withPassword")
            onClicked: root.submit()
        }
    }
    Txt {
        width: parent.width
        visible: root.devices.browserOffered
        //% "Your browser opens a page of your health insurer. Confirm there and then come back to this window."
        text: qsTrId("devices.confirm.browser.note")
        muted: true
    }
    Txt {
        width: parent.width
        visible: root.devices.browserMissing
        //% "No browser could be opened. Copy the address and open it in a browser on this device."
        text: qsTrId("devices.confirm.noBrowser")
        color: Theme.color.danger
    }
    Buttons {
        width: parent.width
        visible: root.devices.browserOffered

        AppButton {
            kind: root.devices.passwordOffered || root.devices.inBrowser ? AppButton.Secondary : AppButton.Primary
            symbol: "box-arrow-up-right"
            enabled: !root.devices.busy
            //% "Confirm in the browser"
            text: qsTrId("devices.confirm.browser")
            onClicked: root.devices.openBrowser()
        }
        AppButton {
            visible: root.devices.browserMissing
            symbol: "clipboard"
            //% "Copy the address"
            text: qsTrId("devices.confirm.copy")
            onClicked: root.devices.copyBrowserAddress()
        }
        AppButton {
            visible: root.devices.inBrowser
            kind: root.devices.passwordOffered ? AppButton.Secondary : AppButton.Primary
            enabled: !root.devices.busy
            //% "I have confirmed"
            text: qsTrId("devices.confirm.browserDone")
            onClicked: root.devices.confirmedInBrowser()
        }
    }
    BusyState {
        width: parent.width
        visible: root.devices.busy
        text: qsTrId("devices.working")
    }
    Buttons {
        width: parent.width

        AppButton {
            kind: AppButton.Quiet
            text: qsTrId("action.cancel")
            onClicked: root.devices.back()
        }
    }
}
