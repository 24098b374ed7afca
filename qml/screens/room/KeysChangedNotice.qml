import QtQuick
import QtQuick.Controls.Basic
import Tim
import Tim.Ui

/// Whose keys have changed in this chat, until the person has taken note of it. While nothing is sent it stands where one would
/// write (S-26). Where it does not fit it can be scrolled.
Flickable {
    id: root

    required property ChatTrustViewModel trust
    /// So little room that of what does not stop the writing only the first sentence fits.
    property bool tight: false

    implicitHeight: contentHeight
    contentHeight: column.height + 2 * Theme.space.m
    visible: trust.noticeTitle.length > 0
    clip: contentHeight > height
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar { }

    Column {
        id: column

        x: Theme.space.m
        y: Theme.space.m
        width: root.width - 2 * Theme.space.m
        spacing: Theme.space.s

        Notice {
            width: parent.width
            tone: root.trust.blocked ? Notice.Danger : Notice.Info
            title: root.trust.noticeTitle
            text: root.trust.blocked || !root.tight ? root.trust.noticeText : ""
            actions: [
                AppButton {
                    visible: root.trust.blocked && root.trust.canCompare
                    maximumWidth: column.width - 2 * Theme.space.xxl
                    kind: AppButton.Primary
                    //% "Compare"
                    text: qsTrId("trust.compare")
                    onClicked: root.trust.compare()
                },
                AppButton {
                    maximumWidth: column.width - 2 * Theme.space.xxl
                    text: root.trust.blocked
                        //% "Go on writing anyway"
                        ? qsTrId("trust.goOn")
                        //% "Understood"
                        : qsTrId("trust.understood")
                    onClicked: root.trust.acknowledge()
                }
            ]
        }
        ErrorNotice {
            width: parent.width
            tone: Notice.Warning
            error: root.trust.failure
        }
    }
    RevealFocus {
        flickable: root
        content: column
    }
}
