import QtQuick
import Tim
import Tim.Ui

/// How a repair goes on, and how it has ended.
Column {
    id: root

    required property HealthViewModel health
    property bool tight: false
    readonly property bool speaks: health.repairing || health.repaired || !health.repairFailure.isNull

    spacing: Theme.space.m

    Notice {
        width: parent.width
        visible: root.health.repairing
        symbol: "hourglass-split"
        //% "Being repaired …"
        title: qsTrId("health.repair.running")
        //% "This takes a few seconds. You can read and write meanwhile."
        text: root.tight ? "" : qsTrId("health.repair.running.note")
    }
    Notice {
        width: parent.width
        visible: root.health.repaired
        tone: Notice.Success
        //% "Everything is all right again."
        title: qsTrId("health.repair.done")
        //% "Your chats would come back completely on a new device."
        text: root.tight ? "" : qsTrId("health.repair.done.note")
        actions: AppButton {
            text: qsTrId("action.done")
            onClicked: root.health.dismissEnd()
        }
    }
    ErrorNotice {
        width: parent.width
        visible: !error.isNull && !root.health.repairing
        tone: Notice.Warning
        error: root.health.repairFailure
        text: root.tight ? error.next : (error.effect + " " + error.next).trim()
        actions: AppButton {
            text: qsTrId("health.understood")
            onClicked: root.health.dismissEnd()
        }
    }
}
