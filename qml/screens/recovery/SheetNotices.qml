import QtQuick
import Tim
import Tim.Ui

/// What has come of printing, saving and checking, and how long the sheet stays uncovered.
Column {
    id: root

    required property RecoveryViewModel recovery
    property bool shown: false

    spacing: Theme.space.l

    ConfirmNotice {
        width: parent.width
        confirm: root.recovery.confirm
        //% "The sheet stays covered."
        effect: qsTrId("keysheet.staysCovered")
    }
    PrintNotice {
        width: parent.width
        printing: root.recovery.print
    }
    Notice {
        width: parent.width
        visible: root.recovery.save === RecoveryViewModel.Save.Saved
        tone: Notice.Success
        //% "Saved as “%1”."
        title: qsTrId("keysheet.saved").arg(root.recovery.savedAs)
        //% "Print it soon. Who has this file has your key code."
        text: qsTrId("keysheet.saved.next")
    }
    Notice {
        width: parent.width
        visible: root.recovery.save === RecoveryViewModel.Save.Failed
        tone: Notice.Danger
        //% "The file could not be saved."
        title: qsTrId("keysheet.saveFailed")
        //% "Nothing has changed. Choose another folder and try again."
        text: qsTrId("keysheet.saveFailed.next")
    }
    Notice {
        width: parent.width
        visible: root.recovery.save === RecoveryViewModel.Save.NoRoom
        tone: Notice.Danger
        title: qsTrId("keyfile.noRoom")
        //% "Nothing has changed. Delete files you no longer need, or choose another disk or USB stick."
        text: qsTrId("keysheet.noRoom.next")
    }
    Notice {
        width: parent.width
        visible: root.recovery.check.result === SheetCheckViewModel.Result.Right
        tone: Notice.Success
        //% "That is right."
        title: qsTrId("keysheet.checked")
        //% "Your key sheet is complete. Keep it well."
        text: qsTrId("keysheet.checked.next")
    }
    Notice {
        width: parent.width
        visible: root.shown
        //% "We cover the sheet after two minutes. You can show it again at any time."
        text: qsTrId("keysheet.coverNote")
        actions: [
            AppButton {
                //% "Two more minutes"
                text: qsTrId("keysheet.longer")
                onClicked: root.recovery.showLonger()
            },
            AppButton {
                //% "Cover it now"
                text: qsTrId("keysheet.cover")
                onClicked: root.recovery.cover()
            }
        ]
    }
}
