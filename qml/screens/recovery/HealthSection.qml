pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// In the settings: whether the chats could be brought back, all that was found, and checking it now.
Column {
    id: root

    required property RecoveryViewModel recovery
    readonly property HealthViewModel health: recovery.health

    width: parent?.width ?? 0
    spacing: Theme.space.m

    Group {
        //% "Saving of your chats"
        title: qsTrId("health.section")

        FactRow {
            symbol: root.health.fine ? "check-circle"
                : root.health.findings.length > 0 ? "exclamation-triangle" : "info-circle"
            statement: true
            title: root.health.title
            value: root.health.facts || root.recovery.progressText
        }
    }
    RepairNotices {
        width: parent.width
        visible: speaks
        health: root.health
    }
    Notice {
        width: parent.width
        visible: root.health.checked
        tone: Notice.Success
        //% "Checked: your chats would come back completely on a new device."
        title: qsTrId("health.checked")
    }
    ErrorNotice {
        width: parent.width
        tone: Notice.Warning
        error: root.health.checkFailure
    }
    Repeater {
        model: root.health.repairing ? [] : root.health.findings

        FindingNotice {
            required property healthNotice modelData
            required property int index

            width: parent?.width ?? 0
            notice: modelData
            onStepTaken: root.health.takeStep(index)
        }
    }
    BusyState {
        width: parent.width
        centred: false
        visible: root.health.checking
        //% "Being checked …"
        text: qsTrId("health.checking")
    }
    Buttons {
        width: parent.width
        visible: root.health.canCheck && !root.health.repairing

        AppButton {
            objectName: "checkHealth"
            symbol: "arrow-repeat"
            //% "Check now"
            text: qsTrId("health.check")
            onClicked: root.health.check()
        }
    }
}
