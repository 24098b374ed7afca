import QtCore
import QtQuick
import QtQuick.Dialogs
import Tim
import Tim.Ui

/// The keys of all messages, to a file that a password opens, or from one.
ColumnPage {
    id: root

    required property KeyFileViewModel keyFile
    readonly property bool saving: keyFile.page === KeyFileViewModel.Page.Save
    readonly property bool asking: !keyFile.busy && !keyFile.done
    /// What is to be read.
    property url chosen
    readonly property string chosenName: decodeURIComponent(String(chosen).replace(/^.*\//, ""))
    readonly property string wrongPassword: keyFile.failureIsAboutPassword
        ? keyFile.failure.cause + " " + keyFile.failure.next : ""

    objectName: "keyFileScreen"
    title: saving
        //% "Save message keys"
        ? qsTrId("keyfile.save")
        //% "Read in message keys"
        : qsTrId("keyfile.read.title")
    intro: saving
        //% "With this file you can read your earlier messages on another device or in another program. It holds the keys, not the messages."
        ? qsTrId("keyfile.save.intro")
        //% "The keys in the file make earlier messages readable on this device."
        : qsTrId("keyfile.read.intro")
    columnWidth: Theme.column.settings
    back: true

    function focusFirst(): void {
        if (root.keyFile.busy)
            cancel.forceActiveFocus(Qt.TabFocusReason)
        else if (root.keyFile.done)
            leave.forceActiveFocus(Qt.TabFocusReason)
        else if (root.saving || root.chosenName)
            password.focusInput()
        else
            choose.forceActiveFocus(Qt.TabFocusReason)
    }
    function submit(): void {
        if (root.saving) {
            if (root.keyFile.checkPasswords(password.text, again.text))
                saveDialog.open()
            else if (root.keyFile.problem === KeyFileViewModel.Problem.Different)
                again.focusInput()
            else
                password.focusInput()
        } else if (!root.chosenName) {
            openDialog.open()
        } else if (root.keyFile.checkPassword(password.text)) {
            root.keyFile.read(root.chosen, password.text)
        } else {
            password.focusInput()
        }
    }

    onBackRequested: root.keyFile.leave()
    // What had the focus may be gone.
    onAskingChanged: () => Qt.callLater(root.focusFirst)

    Connections {
        target: root.keyFile

        function onChanged(): void {
            if (root.keyFile.done) {
                password.text = ""
                again.text = ""
            }
        }
    }

    AccountLine {
        width: parent.width
        text: root.keyFile.accountText
        spoken: root.keyFile.accountSpoken
    }
    Notice {
        width: parent.width
        visible: root.saving && root.asking
        tone: Notice.Warning
        //% "Who has this file and its password can read your chats."
        title: qsTrId("keyfile.warning")
        //% "Keep both well and apart from each other. Do not send the file to anybody. Without the password nobody can open it, not even your health insurer."
        text: qsTrId("keyfile.warning.text")
    }
    Choice {
        id: choose

        width: parent.width
        visible: !root.saving && root.asking
        symbol: "folder2"
        title: root.chosenName
            //% "Choose another file"
            ? qsTrId("keyfile.chooseOther")
            //% "Choose the file"
            : qsTrId("keyfile.choose")
        //% "Chosen: %1"
        note: root.chosenName ? qsTrId("keyfile.chosen").arg(root.chosenName)
            //% "You have saved it on the old device, for example on a USB stick."
            : qsTrId("keyfile.choose.note")
        onClicked: openDialog.open()
    }
    PasswordField {
        id: password

        width: parent.width
        visible: root.asking
        label: root.saving
            //% "Password for the file"
            ? qsTrId("keyfile.password.new")
            //% "Password of the file"
            : qsTrId("keyfile.password")
        help: root.saving
            //% "At least 12 characters. Several words are easy to remember."
            ? qsTrId("keyfile.password.help")
            //% "You have chosen it when you saved the file."
            : qsTrId("keyfile.password.old.help")
        error: root.keyFile.problem === KeyFileViewModel.Problem.Missing
            //% "Please type the password."
            ? qsTrId("keyfile.password.missing")
            : root.keyFile.problem === KeyFileViewModel.Problem.TooShort
            //% "This password is too short. It needs at least 12 characters."
            ? qsTrId("keyfile.password.tooShort")
            : root.wrongPassword
        onEdited: root.keyFile.edited()
        onAccepted: root.submit()
    }
    PasswordField {
        id: again

        width: parent.width
        visible: root.saving && root.asking
        //% "The same password again"
        label: qsTrId("keyfile.password.again")
        error: root.keyFile.problem === KeyFileViewModel.Problem.Different
            //% "The two passwords are not the same."
            ? qsTrId("keyfile.password.different") : ""
        onEdited: root.keyFile.edited()
        onAccepted: root.submit()
    }
    BusyState {
        width: parent.width
        centred: false
        visible: root.keyFile.busy
        text: root.keyFile.progressText
    }
    ProgressLine {
        width: parent.width
        visible: root.keyFile.busy && root.keyFile.progress >= 0
        value: Math.max(0, root.keyFile.progress)
    }
    Notice {
        width: parent.width
        visible: root.keyFile.done
        tone: Notice.Success
        title: root.keyFile.resultTitle
        text: root.keyFile.resultText
    }
    Notice {
        width: parent.width
        visible: root.keyFile.damagedText.length > 0
        tone: Notice.Warning
        //% "Some keys are damaged."
        title: qsTrId("keyfile.leftOut.title")
        text: root.keyFile.damagedText
    }
    Notice {
        width: parent.width
        visible: root.keyFile.done && !root.saving
        //% "Messages that you read with these keys are marked."
        title: qsTrId("keyfile.unproven")
        //% "Nobody can prove who wrote them, because the keys come from a file."
        text: qsTrId("keyfile.unproven.text")
    }
    Notice {
        width: parent.width
        visible: root.keyFile.cancelled
        title: root.saving
            //% "Cancelled. No file was written."
            ? qsTrId("keyfile.cancelled.save")
            //% "Cancelled. What was read until then stays."
            : qsTrId("keyfile.cancelled.read")
    }
    ErrorNotice {
        width: parent.width
        visible: !error.isNull && !root.keyFile.failureIsAboutPassword
        error: root.keyFile.failure
    }
    foot: [
        AppButton {
            id: primary

            visible: root.asking
            kind: AppButton.Primary
            enabled: root.saving || root.chosenName.length > 0
            text: root.saving
                //% "Save as a file …"
                ? qsTrId("keyfile.save.now")
                //% "Read in"
                : qsTrId("keyfile.read.now")
            onClicked: root.submit()
        },
        AppButton {
            id: cancel

            visible: root.keyFile.busy
            enabled: !root.keyFile.cancelling
            text: qsTrId("action.cancel")
            onClicked: root.keyFile.cancel()
        },
        AppButton {
            id: leave

            visible: !root.keyFile.busy
            kind: root.keyFile.done ? AppButton.Primary : AppButton.Quiet
            text: root.keyFile.done ? qsTrId("action.done") : qsTrId("action.back")
            onClicked: root.keyFile.leave()
        }
    ]

    FileDialog {
        id: saveDialog

        readonly property string folder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)

        title: qsTrId("keyfile.save")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "txt"
        currentFolder: folder
        selectedFile: folder + "/" + root.keyFile.suggestedFileName()
        nameFilters: [
            //% "Key files"
            qsTrId("keyfile.filter") + " (*.txt)"
        ]
        acceptLabel: qsTrId("keysheet.save.accept")
        rejectLabel: qsTrId("action.cancel")
        onAccepted: root.keyFile.save(selectedFile, password.text)
        onRejected: () => Qt.callLater(() => primary.forceActiveFocus(Qt.TabFocusReason))
    }
    FileDialog {
        id: openDialog

        title: qsTrId("keyfile.choose")
        currentFolder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
        nameFilters: [qsTrId("keyfile.filter") + " (*.txt)", qsTrId("restore.picture.allFiles") + " (*)"]
        acceptLabel: qsTrId("restore.picture.accept")
        rejectLabel: qsTrId("action.cancel")
        onAccepted: () => {
            root.chosen = selectedFile
            root.keyFile.edited()
            Qt.callLater(password.focusInput)
        }
        onRejected: () => Qt.callLater(() => choose.forceActiveFocus(Qt.TabFocusReason))
    }
}
