import QtQuick
import Tim
import Tim.Ui

/// Why there is no sheet to show here, and what to do.
Column {
    id: root

    required property RecoveryViewModel recovery
    readonly property bool needsCode: recovery.phase === RecoveryViewModel.Phase.NeedsCode
                                      || recovery.phase === RecoveryViewModel.Phase.Restoring
    readonly property bool settingUp: recovery.phase === RecoveryViewModel.Phase.SettingUp
    readonly property bool known: recovery.phase !== RecoveryViewModel.Phase.Unknown

    spacing: Theme.space.l

    BusyState {
        width: parent.width
        centred: false
        visible: root.settingUp
        text: root.recovery.progressText
    }
    Notice {
        width: parent.width
        visible: !root.settingUp
        title: root.needsCode
            //% "First bring your chats back."
            ? qsTrId("keysheet.missing.needsCode")
            : root.known
            //% "Your key code is not on this device."
            ? qsTrId("keysheet.missing")
            //% "We do not know yet how it stands with your key sheet."
            : qsTrId("keysheet.missing.unknown")
        text: root.needsCode
            //% "For this you need the sheet that you already have."
            ? qsTrId("keysheet.missing.needsCode.next")
            : root.known
            //% "The sheet that you already have stays valid. Keep it well."
            ? qsTrId("keysheet.missing.next")
            //% "For this we need a connection to the server. Look again a little later."
            : qsTrId("keysheet.missing.unknown.next")
        actions: AppButton {
            visible: root.needsCode || root.recovery.phase === RecoveryViewModel.Phase.Ready
            text: root.needsCode ? qsTrId("restore.start") : qsTrId("health.enterCode")
            onClicked: root.recovery.openWelcome()
        }
    }
}
