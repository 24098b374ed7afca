import QtQuick
import Tim
import Tim.Ui

/// Signed in on a new device: how the chats come back. The ways that are not possible stay visible, with their reason. A device
/// that has its chats, and needs another code, is asked for that only.
ColumnPage {
    id: root

    required property RecoveryViewModel recovery
    required property ScanViewModel scan
    /// Neither sheet nor device is there any more.
    signal nothingLeft()

    readonly property bool restoring: recovery.phase === RecoveryViewModel.Phase.Restoring && !recovery.restored
    readonly property bool waiting: !restoring && !recovery.restored
                                    && (recovery.handover === RecoveryViewModel.Handover.Waiting
                                        || recovery.handover === RecoveryViewModel.Handover.Silent)
    readonly property bool asking: !restoring && !recovery.restored && !waiting
    /// The chats are here already.
    property bool onlyCode: false
    readonly property string codeError: recovery.failureIsAboutCode
        ? recovery.failure.cause + " " + recovery.failure.effect + " " + recovery.failure.next : ""

    title: onlyCode
        ? qsTrId("health.enterCode")
        //% "Welcome back"
        : qsTrId("restore.title")
    intro: !asking ? ""
        : onlyCode
        //% "Please use the sheet that you have made last."
        ? qsTrId("restore.intro.code")
        //% "This is how you get your chats onto this device:"
        : qsTrId("restore.intro")
    columnWidth: Theme.column.settings

    function focusFirst(): void {
        if (root.asking && keptFirst.visible)
            keptFirst.forceActiveFocus(Qt.TabFocusReason)
        else if (root.asking)
            code.focusInput()
        else if (root.waiting)
            useCode.forceActiveFocus(Qt.TabFocusReason)
        else
            leave.forceActiveFocus(Qt.TabFocusReason)
    }
    function focusCamera(): void {
        if (camera.visible && camera.enabled)
            camera.forceActiveFocus(Qt.TabFocusReason)
        else
            root.focusFirst()
    }
    function submit(): void {
        if (!root.recovery.busy)
            root.recovery.restoreTyped(code.text)
        if (root.codeError)
            code.focusInput()
    }

    Component.onCompleted: {
        onlyCode = recovery.phase === RecoveryViewModel.Phase.Ready
        scan.look()
    }
    // What had the focus may be gone.
    onAskingChanged: () => {
        if (!asking)
            code.text = ""
        Qt.callLater(root.focusFirst)
    }

    Connections {
        target: root.recovery

        function onChanged(): void {
            if (root.codeError && !root.recovery.busy)
                code.focusInput()
        }
    }

    AccountLine {
        width: parent.width
        visible: root.asking && text.length > 0
        text: root.recovery.accountText
        spoken: root.recovery.accountSpoken
    }
    ErrorNotice {
        width: parent.width
        visible: root.asking && !error.isNull
        tone: Notice.Warning
        error: root.recovery.handoverEnd
    }
    DeviceHandover {
        width: parent.width
        visible: root.waiting
        recovery: root.recovery
    }
    KeptCodeChoice {
        id: keptFirst

        objectName: "restoreKept"
        width: parent.width
        visible: root.asking && root.recovery.kept.usable
        recovery: root.recovery
    }
    CodeField {
        id: code

        width: parent.width
        visible: root.asking
        error: root.codeError
        onEdited: root.recovery.edited()
        onAccepted: root.submit()
    }
    BusyState {
        width: parent.width
        centred: false
        visible: root.asking && root.recovery.busy && !root.recovery.passphrase.busy
        //% "The code is being checked …"
        text: qsTrId("restore.busy")
    }
    ErrorNotice {
        width: parent.width
        visible: root.asking && !error.isNull && !root.recovery.failureIsAboutCode
        error: root.recovery.failure
        actions: AppButton {
            objectName: "removeKept"
            visible: root.recovery.keptCodeIsWrong && root.recovery.kept.state === KeptCodeViewModel.State.Kept
            symbol: "trash"
            //% "Remove this code from the device"
            text: qsTrId("kept.remove")
            onClicked: {
                root.recovery.kept.remove()
                root.recovery.edited()
                code.focusInput()
            }
        }
    }
    Choice {
        id: camera

        width: parent.width
        visible: root.asking
        enabled: root.scan.offered && !root.recovery.busy
        symbol: "camera"
        //% "Hold the key sheet in front of the camera"
        title: qsTrId("restore.camera")
        note: root.scan.offered
            //% "You need not type anything."
            ? qsTrId("restore.camera.note")
            //% "Not possible: this computer has no camera."
            : qsTrId("restore.camera.none")
        onClicked: root.scan.open(ScanViewModel.Purpose.Restore)
    }
    Choice {
        id: picture

        width: parent.width
        visible: root.asking
        enabled: !root.recovery.busy
        symbol: "card-image"
        //% "Choose a picture or the PDF of the key sheet"
        title: qsTrId("restore.picture")
        //% "A photo, a scan or the saved PDF. You can also drag the file onto this page."
        note: qsTrId("restore.picture.note")
        onClicked: dialog.open()
    }
    PassphraseChoice {
        id: password

        width: parent.width
        visible: root.asking && root.recovery.passphrase.offered
        recovery: root.recovery
    }
    Choice {
        width: parent.width
        visible: root.asking && !root.onlyCode
        symbol: "phone"
        enabled: root.recovery.otherDeviceOffered && !root.recovery.busy
        //% "Use another device"
        title: qsTrId("restore.device")
        note: root.recovery.otherDeviceText
        onClicked: root.recovery.useOtherDevice()
    }
    KeptCodeChoice {
        width: parent.width
        visible: root.asking && !root.onlyCode && !root.recovery.kept.usable
        recovery: root.recovery
    }
    Choice {
        objectName: "nothingLeft"
        width: parent.width
        visible: root.asking
        enabled: !root.recovery.busy
        symbol: "arrow-repeat"
        //% "I have none of these"
        title: qsTrId("restore.nothingLeft")
        //% "Begin with new keys. What was written before cannot be read then."
        note: qsTrId("restore.nothingLeft.note")
        onClicked: root.nothingLeft()
    }
    BusyState {
        width: parent.width
        centred: false
        visible: root.restoring
        text: root.recovery.progressText
    }
    ProgressLine {
        width: parent.width
        visible: root.restoring && root.recovery.progress >= 0
        value: root.recovery.progress
    }
    Txt {
        width: parent.width
        visible: root.restoring
        //% "You do not have to wait. This goes on while you read and write."
        text: qsTrId("restore.goesOn")
    }
    Notice {
        width: parent.width
        visible: root.recovery.restored && root.recovery.failure.isNull
        tone: Notice.Success
        title: root.onlyCode
            //% "The code fits. Your chats are being saved again."
            ? qsTrId("restore.done.code")
            //% "Your chats are back."
            : qsTrId("restore.done")
        text: root.onlyCode ? "" : root.recovery.restoredText
    }
    ErrorNotice {
        width: parent.width
        visible: root.recovery.restored && !error.isNull
        tone: Notice.Warning
        error: root.recovery.failure
    }
    SheetDropArea {
        parent: root
        anchors.fill: parent
        enabled: root.asking && !root.recovery.busy
        onFilesDropped: files => {
            root.recovery.restoreFromFiles(files)
            code.focusInput()
        }
    }
    foot: [
        AppButton {
            visible: root.asking
            kind: AppButton.Primary
            enabled: !root.recovery.busy
            text: root.onlyCode
                //% "Use this code"
                ? qsTrId("restore.start.code")
                //% "Bring my chats back"
                : qsTrId("restore.start")
            onClicked: password.open && code.text.length === 0 ? password.submit() : root.submit()
        },
        AppButton {
            id: useCode

            visible: root.waiting
            //% "Rather use the key sheet"
            text: qsTrId("restore.device.useCode")
            onClicked: root.recovery.useCodeInstead()
        },
        AppButton {
            id: leave

            kind: root.asking || root.waiting ? AppButton.Quiet : root.restoring ? AppButton.Secondary : AppButton.Primary
            text: root.asking || root.waiting
                //% "Later"
                ? qsTrId("action.later")
                //% "Go to my chats"
                : qsTrId("restore.toChats")
            onClicked: root.recovery.leave()
        }
    ]

    CodePictureDialog {
        id: dialog

        title: qsTrId("restore.picture")
        onAccepted: () => {
            root.recovery.restoreFromImage(selectedFile)
            Qt.callLater(code.focusInput)
        }
        onRejected: () => Qt.callLater(() => picture.forceActiveFocus(Qt.TabFocusReason))
    }
}
