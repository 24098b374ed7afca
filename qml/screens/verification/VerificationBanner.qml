import QtQuick
import Tim
import Tim.Ui

/// Another device or person asks for a comparison, or has stopped asking. Takes nothing away from what the person is doing (S-37).
FocusScope {
    id: root

    required property VerificationViewModel verification
    readonly property bool asks: verification.requestText.length > 0

    implicitHeight: banner.implicitHeight
    visible: asks || verification.noticeText.length > 0

    /// The person has refused or closed it.
    signal answered()

    function focusFirst(): void {
        banner.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)
    }

    Banner {
        id: banner

        anchors.fill: parent
        calm: root.asks || !root.verification.noticeIsBad
        symbol: root.asks ? "shield-check" : "info-circle"
        text: root.asks ? root.verification.requestText : root.verification.noticeText
        //% "Compare now"
        actionText: root.asks ? qsTrId("verify.request.accept") : ""
        laterText: root.asks
            //% "Refuse"
            ? qsTrId("verify.request.refuse")
            //% "Close"
            : qsTrId("action.close")
        onAction: root.verification.acceptRequest()
        onLater: {
            if (root.asks)
                root.verification.refuseRequest()
            else
                root.verification.dismissNotice()
            root.answered()
        }
    }
}
