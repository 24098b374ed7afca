import QtQuick
import Tim
import Tim.Ui

/// Above the list of chats: the worst that the daily check has found, or how its repair goes on. One at a time; nothing if all is
/// well.
Column {
    id: root

    required property HealthViewModel health
    /// So little room that only the first sentence and the step fit above the chats; all of it stands in the settings.
    property bool tight: false
    readonly property bool speaks: repair.speaks || !health.urgent.isNull

    RepairNotices {
        id: repair

        width: parent.width
        visible: speaks
        tight: root.tight
        health: root.health
    }
    FindingNotice {
        width: parent.width
        visible: !repair.speaks && !notice.isNull
        brief: true
        notice: root.health.urgent
        text: root.tight && notice.canWait ? "" : notice.words.next
        foot: root.health.others > 0 && !root.tight
            //: %1 is a number
            //% "More notices in the settings: %1"
            ? qsTrId("health.others").arg(root.health.others) : ""
        onStepTaken: root.health.takeStep(0)
        onLater: root.health.acknowledge()
    }
}
