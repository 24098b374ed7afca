import QtQuick
import Tim
import Tim.Ui

/// That the operating system asks who sits there, and that it has said no.
Notice {
    id: root

    required property ConfirmViewModel confirm
    /// What has not happened because of that.
    required property string effect

    visible: confirm.asking || confirm.refused
    tone: confirm.asking ? Notice.Info : Notice.Warning
    symbol: confirm.asking ? "shield-lock" : "exclamation-triangle"
    title: confirm.asking
        //% "Your computer asks whether it is you."
        ? qsTrId("confirm.asking")
        //% "Your computer has not confirmed that it is you."
        : qsTrId("confirm.refused")
    text: confirm.asking
        //% "Look for its window, and answer there."
        ? qsTrId("confirm.asking.next")
        //: %1 says what has not happened
        //% "%1 You can try again at any time."
        : qsTrId("confirm.refused.next").arg(root.effect)
}
