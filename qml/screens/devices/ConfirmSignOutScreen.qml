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

    AccountLine {
        width: parent.width
        text: root.devices.accountText
        spoken: root.devices.accountSpoken
    }
    ConfirmForm {
        width: parent.width
        passwordOffered: root.devices.passwordOffered
        browserOffered: root.devices.browserOffered
        inBrowser: root.devices.inBrowser
        browserMissing: root.devices.browserMissing
        passwordError: root.devices.passwordError
        browserError: root.devices.browserError
        failure: root.devices.failure
        busy: root.devices.busy
        //% "Sign out with the password"
        passwordAction: qsTrId("devices.confirm.withPassword")
        onPasswordEntered: password => root.devices.confirmWithPassword(password)
        onBrowserWanted: root.devices.openBrowser()
        onAddressWanted: root.devices.copyBrowserAddress()
        onBrowserDone: root.devices.confirmedInBrowser()
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
