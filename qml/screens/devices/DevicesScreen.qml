pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// Where one is signed in: this device first. Others can be signed out, one or all.
ColumnPage {
    id: root

    required property DevicesViewModel devices
    required property VerificationViewModel verification

    //% "My devices"
    title: qsTrId("devices.title")
    //% "You are signed in on these devices. Sign out devices that you do not know or no longer have."
    intro: qsTrId("devices.intro")
    columnWidth: Theme.column.settings
    back: true
    onBackRequested: root.devices.back()

    /// Asks first. Without an id: all others.
    function ask(id: string, name: string): void {
        signOutDialog.deviceId = id
        signOutDialog.deviceName = name
        signOutDialog.open()
    }

    Notice {
        width: parent.width
        visible: root.devices.done
        tone: Notice.Success
        //% "Signed out. Access from there has ended."
        title: qsTrId("devices.done")
    }
    ErrorNotice {
        width: parent.width
        error: root.devices.failure
    }
    ErrorNotice {
        width: parent.width
        error: root.devices.loadError
        actions: AppButton {
            text: qsTrId("action.retry")
            symbol: "arrow-clockwise"
            onClicked: root.devices.reload()
        }
    }
    BusyState {
        width: parent.width
        visible: root.devices.busy
        //% "Signing out …"
        text: qsTrId("devices.working")
    }
    Txt {
        width: parent.width
        text: qsTrId("profile.device")
        strong: true
        Accessible.role: Accessible.Heading
    }
    DeviceCard {
        width: parent.width
        device: root.devices.thisDevice
        canConfirm: device.canConfirm && root.devices.others.length > 0
        onConfirmRequested: root.verification.requestAll()
    }
    Txt {
        width: parent.width
        //% "Other devices"
        text: qsTrId("devices.others")
        strong: true
        Accessible.role: Accessible.Heading
    }
    BusyState {
        width: parent.width
        visible: root.devices.loading && !root.devices.loaded
        //% "Your devices are being fetched …"
        text: qsTrId("devices.loading")
    }
    Txt {
        width: parent.width
        visible: root.devices.loaded && root.devices.others.length === 0
        //% "You are not signed in on any other device."
        text: qsTrId("devices.none")
        muted: true
    }
    Repeater {
        model: root.devices.others

        DeviceCard {
            required property deviceRow modelData

            width: parent?.width ?? 0
            device: modelData
            canConfirm: modelData.canConfirm && !root.devices.busy
            canSignOut: !root.devices.busy
            onConfirmRequested: root.verification.request(modelData.id)
            onSignOutRequested: root.ask(modelData.id, modelData.name)
        }
    }
    Buttons {
        width: parent.width
        visible: root.devices.others.length > 1 && !root.devices.busy

        AppButton {
            symbol: "box-arrow-right"
            //% "Sign out all others"
            text: qsTrId("devices.signOutOthers")
            onClicked: root.ask("", "")
        }
    }
    AppDialog {
        id: signOutDialog

        property string deviceId
        property string deviceName

        objectName: "signOutDialog"
        title: deviceId.length > 0
            //% "Sign out “%1”?"
            ? qsTrId("devices.signOut.title").arg(deviceName)
            //% "Sign out all other devices?"
            : qsTrId("devices.signOutOthers.title")
        //% "After that nobody can fetch or send messages of this account from there. To use it again, one has to sign in again."
        text: root.devices.accountText + " " + qsTrId("devices.signOut.text")
        confirmText: qsTrId("profile.logOut.confirm")
        dangerous: true
        onConfirmed: {
            if (deviceId.length > 0)
                root.devices.signOut(deviceId)
            else
                root.devices.signOutOthers()
        }
    }
}
