import QtCore
import QtQuick
import QtQuick.Dialogs
import Tim
import Tim.Ui

/// Signed in on a new device: how the chats come back. The ways that are not possible stay visible, with their reason.
ColumnPage {
    id: root

    required property RecoveryViewModel recovery
    readonly property bool restoring: recovery.phase === RecoveryViewModel.Phase.Restoring && !recovery.restored
    readonly property bool asking: !restoring && !recovery.restored
    readonly property string codeError: recovery.failureIsAboutCode
        ? recovery.failure.cause + " " + recovery.failure.effect + " " + recovery.failure.next : ""

    //% "Welcome back"
    title: qsTrId("restore.title")
    intro: !asking ? ""
        //% "This is how you get your chats onto this device:"
        : qsTrId("restore.intro")
    columnWidth: Theme.column.settings

    function focusFirst(): void {
        if (root.asking)
            code.focusInput()
        else
            leave.forceActiveFocus(Qt.TabFocusReason)
    }
    function submit(): void {
        if (!root.recovery.busy)
            root.recovery.restoreTyped(code.text)
        if (root.codeError)
            code.focusInput()
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

    Txt {
        width: parent.width
        visible: root.asking && root.recovery.account.length > 0
        muted: true
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        //: %1 is the person's name, %2 the address
        //% "Account: %1, %2"
        text: qsTrId("restore.account").arg(root.recovery.owner).arg(root.recovery.account)
        Accessible.name: qsTrId("restore.account").arg(root.recovery.owner).arg(root.recovery.accountSpoken)
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
        visible: root.asking && root.recovery.busy
        //% "The code is being checked …"
        text: qsTrId("restore.busy")
    }
    ErrorNotice {
        width: parent.width
        visible: root.asking && !error.isNull && !root.recovery.failureIsAboutCode
        error: root.recovery.failure
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
    Choice {
        width: parent.width
        visible: root.asking
        enabled: false
        symbol: "camera"
        //% "Hold the key sheet in front of the camera"
        title: qsTrId("restore.camera")
        //% "Not yet possible: this program cannot use the camera yet."
        note: qsTrId("restore.camera.note")
    }
    Choice {
        width: parent.width
        visible: root.asking
        enabled: false
        symbol: "phone"
        //% "Use another device"
        title: qsTrId("restore.device")
        //% "Not yet possible: devices cannot hand over keys to this program yet."
        note: qsTrId("restore.device.note")
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
        //% "Your chats are back."
        title: qsTrId("restore.done")
        text: root.recovery.restoredText
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
            //% "Bring my chats back"
            text: qsTrId("restore.start")
            onClicked: root.submit()
        },
        AppButton {
            id: leave

            kind: root.asking ? AppButton.Quiet : root.restoring ? AppButton.Secondary : AppButton.Primary
            text: root.asking
                //% "Later"
                ? qsTrId("action.later")
                //% "Go to my chats"
                : qsTrId("restore.toChats")
            onClicked: root.recovery.leave()
        }
    ]

    FileDialog {
        id: dialog

        title: qsTrId("restore.picture")
        currentFolder: StandardPaths.writableLocation(StandardPaths.PicturesLocation)
        nameFilters: [
            //% "Pictures and PDF"
            qsTrId("restore.picture.filter") + " (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.pdf)",
            //% "All files"
            qsTrId("restore.picture.allFiles") + " (*)"
        ]
        //% "Choose"
        acceptLabel: qsTrId("restore.picture.accept")
        rejectLabel: qsTrId("action.cancel")
        onAccepted: () => {
            root.recovery.restoreFromImage(selectedFile)
            Qt.callLater(code.focusInput)
        }
        onRejected: () => Qt.callLater(() => picture.forceActiveFocus(Qt.TabFocusReason))
    }
}
