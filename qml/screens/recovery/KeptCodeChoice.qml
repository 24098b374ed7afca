import Tim
import Tim.Ui

/// "Kept on this device": the way back without paper.
Choice {
    id: root

    required property RecoveryViewModel recovery

    symbol: "safe"
    enabled: root.recovery.kept.usable && !root.recovery.busy
    //% "Kept on this device"
    title: qsTrId("kept.way")
    note: root.recovery.kept.wayText
    onClicked: root.recovery.restoreKept()
}
