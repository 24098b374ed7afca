import QtCore
import QtQuick
import QtQuick.Dialogs
import Tim
import Tim.Ui

/// The sheet that brings the chats back on another device: look at it, save it, check it. It is covered until one asks for it.
ColumnPage {
    id: root

    required property RecoveryViewModel recovery
    required property ScanViewModel scan
    /// The paper is compared with what is known here.
    property bool checking: false
    readonly property bool shown: recovery.sheet === RecoveryViewModel.Sheet.Shown
    /// The computer has a print dialog of its own.
    readonly property bool prints: recovery.print.offered
    readonly property bool twoColumns: measure / Theme.textScale >= Theme.column.settings

    objectName: "keySheetScreen"
    //% "Your key sheet"
    title: qsTrId("keysheet.yours")
    //% "With this sheet you open your chats on a new device. You do not have to remember anything."
    intro: qsTrId("keysheet.intro")
    columnWidth: Theme.column.conversation
    back: true

    function focusFirst(): void {
        if (primary.visible)
            primary.forceActiveFocus(Qt.TabFocusReason)
        else
            leave.forceActiveFocus(Qt.TabFocusReason)
    }
    /// As a page for screen readers, or as a PDF.
    function chooseFile(html: bool): void {
        dialog.html = html
        dialog.open()
    }
    function startCheck(): void {
        root.checking = true
        root.recovery.cover()
        lastFour.focusInput()
    }
    function submitCheck(): void {
        root.recovery.check.checkLastFour(lastFour.text)
        if (root.recovery.check.result === SheetCheckViewModel.Result.Right) {
            root.checking = false
            lastFour.text = ""
            leave.forceActiveFocus(Qt.TabFocusReason)
        } else {
            lastFour.focusInput()
        }
    }

    onBackRequested: root.recovery.leave()
    Component.onCompleted: scan.look()
    onShownChanged: () => {
        if (shown)
            Qt.callLater(paper.focusCode)
        else if (!root.checking)
            Qt.callLater(root.focusFirst)
    }

    AccountLine {
        width: parent.width
        text: root.recovery.accountText
        spoken: root.recovery.accountSpoken
    }
    KeySheetMissing {
        width: parent.width
        visible: !root.recovery.codeIsHere
        recovery: root.recovery
    }
    Flow {
        width: parent.width
        spacing: Theme.space.xl
        visible: root.recovery.codeIsHere

        Item {
            id: sheet

            width: root.twoColumns ? Math.floor((parent.width - Theme.space.xl) * 0.45) : parent.width
            height: root.shown ? paper.implicitHeight : cover.implicitHeight

            KeySheetPaper {
                id: paper

                anchors.fill: parent
                visible: root.shown
                recovery: root.recovery
            }
            KeySheetCover {
                id: cover

                anchors.fill: parent
                visible: !root.shown
                fetching: root.recovery.sheet === RecoveryViewModel.Sheet.Fetching
            }
        }
        Column {
            width: root.twoColumns ? parent.width - sheet.width - Theme.space.xl : parent.width
            spacing: Theme.space.l

            SheetStep {
                number: 1
                symbol: root.prints ? "printer" : "file-earmark-pdf"
                title: root.prints
                    //% "Print it"
                    ? qsTrId("keysheet.step.print")
                    //% "Save it as a PDF and print it"
                    : qsTrId("keysheet.step.save")
                note: root.prints
                    //% "One sheet of paper is enough. Your computer asks for the printer."
                    ? qsTrId("keysheet.step.print.note")
                    //% "One sheet of paper is enough. Then delete the file."
                    : qsTrId("keysheet.step.save.note")

                AppButton {
                    id: saveHtml

                    visible: root.shown
                    maximumWidth: parent.width
                    //% "Save for a screen reader"
                    text: qsTrId("keysheet.save.html")
                    onClicked: root.chooseFile(true)
                }
            }
            SheetStep {
                number: 2
                symbol: "check-circle"
                //% "Check it quickly"
                title: qsTrId("keysheet.step.check")
                note: root.scan.offered
                    //% "Type the last four characters from your paper, or hold it in front of the camera."
                    ? qsTrId("keysheet.step.check.camera")
                    //% "Type the last four characters from your paper."
                    : qsTrId("keysheet.step.check.note")

                Field {
                    id: lastFour

                    width: parent.width
                    visible: root.checking
                    //% "The last four characters"
                    label: qsTrId("keysheet.lastFour")
                    error: root.recovery.check.result === SheetCheckViewModel.Result.Wrong
                        //% "These are not the last four characters. Capital and small letters matter."
                        ? qsTrId("keysheet.lastFour.wrong") : ""
                    input.maximumLength: 12
                    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                    onAccepted: root.submitCheck()
                }
                AppButton {
                    objectName: "checkByCamera"
                    visible: root.scan.offered && root.recovery.check.offered && !root.shown
                    maximumWidth: parent.width
                    symbol: "camera"
                    //% "Check with the camera"
                    text: qsTrId("keysheet.check.camera")
                    onClicked: root.scan.open(ScanViewModel.Purpose.Check)
                }
                AppButton {
                    id: byPicture

                    objectName: "checkByPicture"
                    visible: root.recovery.check.offered && !root.shown
                    maximumWidth: parent.width
                    symbol: "card-image"
                    //% "Check with a picture or the PDF"
                    text: qsTrId("keysheet.check.picture")
                    onClicked: picture.open()
                }
                BusyState {
                    width: parent.width
                    centred: false
                    visible: root.recovery.check.busy
                    text: qsTrId("verify.reading")
                }
                ErrorNotice {
                    width: parent.width
                    tone: Notice.Warning
                    error: root.recovery.check.trouble
                }
            }
            SheetStep {
                number: 3
                symbol: "folder2"
                //% "Keep it well"
                title: qsTrId("keysheet.step.keep")
                //% "For example with your identity card. Please do not take a photo of it and do not send it."
                note: qsTrId("keysheet.step.keep.note")
            }
            SheetNotices {
                width: parent.width
                recovery: root.recovery
                shown: root.shown
            }
        }
    }
    KeptCodeGroup {
        width: parent.width
        visible: root.recovery.kept.available
                 && (root.recovery.codeIsHere || root.recovery.kept.state === KeptCodeViewModel.State.Kept)
        kept: root.recovery.kept
    }
    foot: [
        AppButton {
            id: primary

            visible: root.recovery.codeIsHere
            enabled: root.recovery.sheet !== RecoveryViewModel.Sheet.Fetching
            kind: AppButton.Primary
            symbol: root.checking ? "" : !root.shown ? "eye" : root.prints ? "printer" : "file-earmark-pdf"
            text: root.checking
                //% "Check"
                ? qsTrId("keysheet.check.now")
                //% "Show the key sheet"
                : !root.shown ? qsTrId("keysheet.show")
                : root.prints
                //% "Print"
                ? qsTrId("keysheet.print")
                //% "Save as PDF"
                : qsTrId("keysheet.save")
            onClicked: {
                if (root.checking)
                    root.submitCheck()
                else if (!root.shown)
                    root.recovery.reveal()
                else if (root.prints)
                    root.recovery.print.print()
                else
                    root.chooseFile(false)
            }
        },
        AppButton {
            id: savePdf

            visible: root.shown && root.prints && !root.checking
            symbol: "file-earmark-pdf"
            text: qsTrId("keysheet.save")
            onClicked: root.chooseFile(false)
        },
        AppButton {
            visible: root.recovery.codeIsHere && root.recovery.check.offered && !root.checking
            text: qsTrId("keysheet.step.check")
            onClicked: root.startCheck()
        },
        AppButton {
            visible: root.checking
            //% "Show the sheet again"
            text: qsTrId("keysheet.showAgain")
            onClicked: {
                root.checking = false
                root.recovery.reveal()
            }
        },
        AppButton {
            id: leave

            kind: AppButton.Quiet
            text: !root.recovery.codeIsHere ? qsTrId("action.back")
                : root.recovery.check.result === SheetCheckViewModel.Result.Right
                //% "Done"
                ? qsTrId("action.done") : qsTrId("action.later")
            onClicked: root.recovery.leave()
        }
    ]

    CodePictureDialog {
        id: picture

        title: qsTrId("keysheet.check.picture")
        onAccepted: () => {
            root.recovery.check.checkPicture(selectedFile)
            Qt.callLater(() => byPicture.forceActiveFocus(Qt.TabFocusReason))
        }
        onRejected: () => Qt.callLater(() => byPicture.forceActiveFocus(Qt.TabFocusReason))
    }
    FileDialog {
        id: dialog

        property bool html: false
        readonly property string folder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)

        function focusOpener(): void {
            const opener = html ? saveHtml : root.prints ? savePdf : primary
            opener.forceActiveFocus(Qt.TabFocusReason)
        }

        title: html ? qsTrId("keysheet.save.html") : qsTrId("keysheet.save")
        fileMode: FileDialog.SaveFile
        defaultSuffix: html ? "html" : "pdf"
        currentFolder: folder
        selectedFile: folder + "/" + (html ? root.recovery.suggestedFileName.replace(".pdf", ".html") : root.recovery.suggestedFileName)
        nameFilters: html ? ["HTML (*.html)"] : ["PDF (*.pdf)"]
        //% "Save"
        acceptLabel: qsTrId("keysheet.save.accept")
        rejectLabel: qsTrId("action.cancel")
        onAccepted: () => {
            root.recovery.saveTo(selectedFile)
            Qt.callLater(dialog.focusOpener)
        }
        onRejected: () => Qt.callLater(dialog.focusOpener)
    }
}
