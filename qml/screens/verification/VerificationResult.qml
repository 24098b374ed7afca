import QtQuick
import Tim
import Tim.Ui

/// How a verification has ended: what that means, and what to do.
Column {
    id: root

    required property VerificationViewModel verification

    spacing: Theme.space.m

    Notice {
        width: parent.width
        visible: root.verification.done
        tone: Notice.Success
        symbol: "shield-check"
        //% "Both devices now know of each other that they are yours."
        title: qsTrId("verify.done")
        //% "Please leave both switched on: missing keys are handed over now, and then your chats can be read on both."
        text: qsTrId("verify.done.text")
    }
    ErrorNotice {
        width: parent.width
        tone: root.verification.alarming ? Notice.Danger : Notice.Warning
        error: root.verification.failure
    }
}
