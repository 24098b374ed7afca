import QtQuick
import Tim
import Tim.Ui

/// Another device of the person is sending the keys: what it does, and what to do if it does not.
Column {
    id: root

    required property RecoveryViewModel recovery
    readonly property bool silent: recovery.handover === RecoveryViewModel.Handover.Silent

    spacing: Theme.space.l

    BusyState {
        width: parent.width
        centred: false
        visible: !root.silent
        //% "Your other device is sending the keys …"
        text: qsTrId("restore.device.waiting")
    }
    Txt {
        width: parent.width
        visible: !root.silent
        //% "Please keep it switched on and online. This often takes less than a minute."
        text: qsTrId("restore.device.keepOn")
    }
    ErrorNotice {
        width: parent.width
        visible: root.silent
        tone: Notice.Warning
        error: root.recovery.handoverEnd
        actions: AppButton {
            symbol: "arrow-clockwise"
            //% "Confirm once more"
            text: qsTrId("restore.device.again")
            onClicked: root.recovery.useOtherDevice()
        }
    }
}
