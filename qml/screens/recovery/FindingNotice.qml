import QtQuick
import Tim
import Tim.Ui

/// Something that the daily check has found, with the one step that helps.
Notice {
    id: root

    required property healthNotice notice
    /// Above the list of chats there is no room for all of it.
    property bool brief: false

    signal stepTaken()
    signal later()

    tone: notice.grave ? Notice.Danger : Notice.Warning
    title: notice.words.cause
    text: brief ? notice.words.next : (notice.words.effect + " " + notice.words.next).trim()
    foot: brief ? "" : qsTrId("error.code").arg(notice.words.code)
    footSpoken: brief ? "" : qsTrId("error.code").arg(notice.words.codeSpoken)
    actions: [
        AppButton {
            visible: root.notice.stepText.length > 0
            text: root.notice.stepText
            onClicked: root.stepTaken()
        },
        AppButton {
            visible: root.brief && root.notice.canWait
            kind: AppButton.Quiet
            text: qsTrId("action.later")
            onClicked: root.later()
        }
    ]
}
