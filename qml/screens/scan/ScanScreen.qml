import QtQuick
import Tim
import Tim.Ui

/// The picture of the camera, until it has seen the code. Nothing else is to be done here than to hold something in front of it.
ColumnPage {
    id: root

    required property ScanViewModel scan
    readonly property bool comparing: scan.purpose === ScanViewModel.Purpose.Compare
    readonly property bool failed: scan.state === ScanViewModel.State.Failed
    /// Somebody can see the window.
    readonly property bool seen: Window.visibility !== Window.Hidden && Window.visibility !== Window.Minimized

    objectName: "scanScreen"
    title: root.comparing
        //% "Hold the code in front of the camera"
        ? qsTrId("scan.title.code")
        : qsTrId("restore.camera")
    intro: root.failed ? ""
        : root.comparing
        //% "Hold the screen with the code upright and still, about as far away as your hand is long."
        ? qsTrId("scan.intro.code")
        //% "Hold the sheet upright and still, so that the square code fills about half of the picture."
        : qsTrId("scan.intro.sheet")
    columnWidth: Theme.column.form
    back: true

    function focusFirst(): void {
        if (root.failed)
            again.forceActiveFocus(Qt.TabFocusReason)
        else
            leave.forceActiveFocus(Qt.TabFocusReason)
    }

    onBackRequested: root.scan.close()
    onFailedChanged: () => Qt.callLater(root.focusFirst)
    onSeenChanged: () => {
        if (!seen)
            root.scan.close()
    }
    Component.onDestruction: root.scan.close()

    // Above the picture: whoever holds a sheet does not scroll.
    ErrorNotice {
        width: parent.width
        tone: root.failed ? Notice.Danger : Notice.Warning
        error: root.scan.trouble
    }
    Rectangle {
        width: parent.width
        height: Math.round(Math.min(width * 0.6, 0.45 * root.height))
        visible: !root.failed
        radius: Theme.radius.card
        color: Theme.color.sunken
        border.width: Theme.edge
        border.color: Theme.color.outline

        CameraView {
            anchors.fill: parent
            anchors.margins: parent.border.width
            visible: root.scan.state === ScanViewModel.State.Looking
            scan: root.scan
            Accessible.role: Accessible.Graphic
            //% "Picture of the camera"
            Accessible.name: qsTrId("scan.picture")
        }
        Icon {
            anchors.centerIn: parent
            visible: root.scan.state === ScanViewModel.State.Starting
            symbol: "camera"
            size: Theme.symbol * 2
            color: Theme.color.textMuted
        }
    }
    BusyState {
        width: parent.width
        centred: false
        visible: !root.failed
        text: root.scan.stateText
    }
    Txt {
        width: parent.width
        visible: !root.failed
        muted: true
        //% "No picture is kept or sent. The camera goes off by itself as soon as the code is read."
        text: qsTrId("scan.private")
    }
    foot: [
        AppButton {
            id: again

            visible: root.failed
            kind: AppButton.Primary
            text: qsTrId("action.retry")
            onClicked: root.scan.retry()
        },
        AppButton {
            id: leave

            kind: root.failed ? AppButton.Secondary : AppButton.Quiet
            text: root.failed
                //% "Take another way"
                ? qsTrId("scan.otherWay")
                : qsTrId("action.cancel")
            onClicked: root.scan.close()
        }
    ]
}
