import QtQuick
import Tim
import Tim.Ui

/// Who one is for others, and what this device is called. Signing out is at the end.
ColumnPage {
    id: root

    required property ProfileViewModel profile
    required property RecoveryViewModel recovery
    readonly property bool chatsMissing: recovery.phase === RecoveryViewModel.Phase.NeedsCode
                                         || recovery.phase === RecoveryViewModel.Phase.Restoring

    signal logOutRequested()

    //% "My profile"
    title: qsTrId("nav.profile")
    columnWidth: Theme.column.settings

    Group {
        //% "What others see"
        title: qsTrId("profile.public")

        FactRow {
            symbol: "person-circle"
            //% "Name"
            title: qsTrId("profile.name")
            value: root.profile.displayName
        }
        FactRow {
            symbol: "envelope"
            title: qsTrId("profile.address")
            value: root.profile.address
            spoken: root.profile.addressSpoken
            code: true
        }
    }
    Txt {
        width: parent.width
        leftPadding: Theme.space.xs
        //% "Your name comes from your health insurer. You cannot change it here."
        text: qsTrId("profile.name.note")
        muted: true
        font.pixelSize: Theme.type.caption
    }
    Group {
        //% "This device"
        title: qsTrId("profile.device")

        FactRow {
            symbol: "laptop"
            title: qsTrId("profile.name")
            value: root.profile.deviceName
        }
        FactRow {
            symbol: "info-circle"
            //% "Identifier"
            title: qsTrId("profile.deviceId")
            value: root.profile.deviceId
            spoken: root.profile.deviceIdSpoken
            code: true
        }
        FactRow {
            visible: root.profile.fingerprint.length > 0
            symbol: "key"
            //% "Security code of this device"
            title: qsTrId("profile.fingerprint")
            value: root.profile.fingerprint
            spoken: root.profile.fingerprintSpoken
            code: true
        }
        FactRow {
            readonly property string insurer: root.profile.insurerName

            symbol: insurer.length > 0 ? "building" : "server"
            title: insurer.length > 0
                //% "Health insurer"
                ? qsTrId("profile.insurer")
                //% "Server"
                : qsTrId("profile.server")
            value: insurer.length > 0
                //: %1 is the health insurer, %2 its server
                //% "%1 (%2)"
                ? qsTrId("profile.insurer.server").arg(insurer).arg(root.profile.serverName)
                : root.profile.serverName
        }
    }
    Group {
        //% "For a new device"
        title: qsTrId("profile.recovery")

        LinkRow {
            visible: root.chatsMissing
            symbol: "arrow-clockwise"
            title: qsTrId("restore.start")
            note: root.recovery.progressText
            onClicked: root.recovery.openWelcome()
        }
        LinkRow {
            symbol: "qr-code"
            title: qsTrId("keysheet.yours")
            note: root.chatsMissing ? "" : root.recovery.progressText
            onClicked: root.recovery.openSheet()
        }
    }
    Group {
        LinkRow {
            symbol: "box-arrow-right"
            //% "Sign out on this device"
            title: qsTrId("profile.logOut")
            //% "Removes your chats from this device"
            note: qsTrId("profile.logOut.note")
            onClicked: logOutDialog.open()
        }
    }
    AppDialog {
        id: logOutDialog

        objectName: "logOutDialog"
        //% "Sign out on this device?"
        title: qsTrId("profile.logOut.title")
        //% "All chats and keys are removed from this device. Messages that were not sent are lost. After signing in again you may not be able to read older messages on this device."
        text: root.recovery.kept.state === KeptCodeViewModel.State.Kept
            ? qsTrId("profile.logOut.text") + " " +
            //% "The key code that is kept on this device is removed, too. You need your key sheet to get your chats back."
              qsTrId("profile.logOut.text.kept")
            : qsTrId("profile.logOut.text")
        //% "Sign out"
        confirmText: qsTrId("profile.logOut.confirm")
        dangerous: true
        onConfirmed: root.logOutRequested()
    }
}
