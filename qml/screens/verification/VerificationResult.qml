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
        title: root.verification.isPerson
            //: %1 is the name of a person
            //% "The keys belong to %1."
            ? qsTrId("verify.person.done").arg(root.verification.name)
            //% "Both devices now know of each other that they are yours."
            : qsTrId("verify.done")
        text: root.verification.isPerson
            //% "Go on writing as before. If these keys ever change, we tell you before anything is sent."
            ? qsTrId("verify.person.done.text")
            //% "Please leave both switched on: missing keys are handed over now, and then your chats can be read on both."
            : qsTrId("verify.done.text")
    }
    ErrorNotice {
        width: parent.width
        tone: root.verification.alarming ? Notice.Danger : Notice.Warning
        error: root.verification.failure
    }
}
