import QtQuick
import Tim
import Tim.Ui

/// The key code in the key store of this device: whether it is there, and the switch that puts it in or takes it out.
Column {
    id: root

    required property KeptCodeViewModel kept

    spacing: Theme.space.l

    Group {
        SwitchRow {
            objectName: "keepCode"
            //% "Keep it on this device, too"
            title: qsTrId("kept.title")
            note: root.kept.stateText
            on: root.kept.wanted
            onSwitched: wanted => root.kept.want(wanted)
        }
    }
    ErrorNotice {
        width: parent.width
        tone: Notice.Warning
        error: root.kept.failure
    }
}
