import QtQuick
import Tim
import Tim.Ui

/// Confirming a device or another person: one task at a time, from asking to how it ended.
ColumnPage {
    id: root

    required property VerificationViewModel verification
    required property ScanViewModel scan
    readonly property int step: verification.step
    readonly property bool choosing: step === VerificationViewModel.Step.Choosing
    readonly property bool comparing: step === VerificationViewModel.Step.Comparing
    readonly property bool ended: step === VerificationViewModel.Step.Ended
    /// The person wants to compare numbers.
    property bool byNumbers: false
    /// The person wants the other device to read our code.
    property bool showsCode: false

    readonly property bool ofPerson: verification.isPerson

    /// The list of the own devices is to be shown.
    signal devicesRequested()

    objectName: "verificationScreen"
    columnWidth: Theme.column.settings
    back: true
    title: {
        if (root.ofPerson)
            return personWords.title
        switch (root.step) {
        case VerificationViewModel.Step.Choosing:
            //% "Scan this code with the other device"
            return root.showsCode ? qsTrId("verify.code.title")
                //% "How do you want to compare the devices?"
                : qsTrId("verify.choose.title")
        case VerificationViewModel.Step.Comparing:
            //% "Does the other device show the same numbers?"
            return root.byNumbers ? qsTrId("verify.numbers.title")
                //% "Does the other device show the same pictures?"
                : qsTrId("verify.pictures.title")
        case VerificationViewModel.Step.Scanned:
            //% "Does the other device show that it has worked?"
            return qsTrId("verify.scanned.title")
        case VerificationViewModel.Step.Waiting:
        case VerificationViewModel.Step.Signing:
            //% "Nearly done"
            return qsTrId("verify.waiting.title")
        case VerificationViewModel.Step.Ended:
            //% "The device is confirmed"
            return root.verification.done ? qsTrId("verify.done.title")
                //% "Not confirmed"
                : qsTrId("verify.failed.title")
        default:
            return qsTrId("verify.start")
        }
    }
    intro: {
        if (root.ofPerson)
            return personWords.intro
        switch (root.step) {
        case VerificationViewModel.Step.Asking:
            //% "Take the other device into your hand and open the messenger. Accept the request there."
            return qsTrId("verify.asking.intro")
        case VerificationViewModel.Step.Choosing:
            //% "Open the scanner of the messenger there and hold its camera in front of this screen."
            return root.showsCode ? qsTrId("verify.code.intro")
                //% "Hold both devices ready. After that you can be sure that both are yours."
                : qsTrId("verify.choose.intro")
        case VerificationViewModel.Step.Comparing:
            //% "Compare all three, in order. So you can be sure that nobody is in between."
            return root.byNumbers ? qsTrId("verify.numbers.intro")
                //% "Compare all seven, in order. So you can be sure that nobody is in between."
                : qsTrId("verify.pictures.intro")
        case VerificationViewModel.Step.Scanned:
            //% "It has read the code. Have a look there before you answer."
            return qsTrId("verify.scanned.intro")
        case VerificationViewModel.Step.Waiting:
            //% "Please confirm on the other device as well."
            return qsTrId("verify.waiting.intro")
        default:
            return ""
        }
    }
    onBackRequested: {
        if (root.choosing && root.showsCode)
            root.showsCode = false
        else
            root.verification.leave()
    }

    function focusCamera(): void {
        if (root.choosing)
            ways.focusCamera()
        else
            root.focusFirst()
    }
    /// Never onto a yes: pressing Enter too early must not confirm anything.
    function focusFirst(): void {
        if (root.choosing)
            root.showsCode ? code.forceActiveFocus(Qt.TabFocusReason) : ways.focusFirst()
        else if (root.comparing)
            (root.byNumbers ? numbers : pictures).forceActiveFocus(Qt.TabFocusReason)
        else if (root.step === VerificationViewModel.Step.Scanned)
            no.forceActiveFocus(Qt.TabFocusReason)
        else
            leave.forceActiveFocus(Qt.TabFocusReason)
    }

    // What had the focus may be gone.
    onStepChanged: () => {
        showsCode = false
        byNumbers = false
        Qt.callLater(root.focusFirst)
    }
    onShowsCodeChanged: () => Qt.callLater(root.focusFirst)
    onByNumbersChanged: () => Qt.callLater(root.focusFirst)

    PersonTexts {
        id: personWords

        verification: root.verification
        byNumbers: root.byNumbers
        showsCode: root.showsCode
    }
    Txt {
        width: parent.width
        visible: root.ofPerson
        muted: true
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        text: root.verification.personText
    }
    AccountLine {
        width: parent.width
        text: root.verification.accountText
        spoken: root.verification.accountSpoken
    }
    Txt {
        width: parent.width
        visible: root.verification.deviceId.length > 0
        muted: true
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        //: %1 is the name of a device, %2 its mark
        //% "Other device: %1 (mark %2)"
        text: qsTrId("verify.device").arg(root.verification.name).arg(root.verification.deviceId)
    }
    ErrorNotice {
        width: parent.width
        tone: Notice.Warning
        error: root.verification.trouble
    }
    PictureGrid {
        id: pictures

        width: parent.width
        visible: root.comparing && !root.byNumbers
        verification: root.verification
    }
    NumberRow {
        id: numbers

        width: parent.width
        visible: root.comparing && root.byNumbers
        verification: root.verification
    }
    AppButton {
        visible: root.comparing
        maximumWidth: parent.width
        kind: AppButton.Quiet
        symbol: root.byNumbers ? "images" : "123"
        text: root.byNumbers
            //% "Rather compare pictures"
            ? qsTrId("verify.ratherPictures")
            //% "Rather compare numbers"
            : qsTrId("verify.ratherNumbers")
        onClicked: root.byNumbers = !root.byNumbers
    }
    WaysToCompare {
        id: ways

        width: parent.width
        visible: root.choosing && !root.showsCode
        verification: root.verification
        scan: root.scan
        onCodeWanted: root.showsCode = true
    }
    CodeToScan {
        id: code

        visible: root.choosing && root.showsCode
        width: Math.min(parent.width, 280 * Math.min(Theme.textScale, 1.4))
        height: width
        code: root.verification.qr
    }
    BusyState {
        width: parent.width
        centred: false
        visible: text.length > 0
        text: root.step === VerificationViewModel.Step.Asking || root.step === VerificationViewModel.Step.Waiting
            //% "Waiting for the other device …"
            ? root.ofPerson ? personWords.waiting : qsTrId("verify.waiting")
            : root.step === VerificationViewModel.Step.Preparing
            //% "The two devices are connecting …"
            ? qsTrId("verify.preparing")
            : root.step === VerificationViewModel.Step.Signing
            //% "The confirmation is being stored …"
            ? qsTrId("verify.signing") : ""
    }
    Txt {
        width: parent.width
        visible: root.verification.until.length > 0
        muted: true
        font.pixelSize: Theme.type.caption
        //: %1 is a time of day
        //% "You have time until %1. After that you can begin anew."
        text: qsTrId("verify.until").arg(root.verification.until)
    }
    VerificationResult {
        width: parent.width
        visible: root.ended
        verification: root.verification
    }
    SheetDropArea {
        parent: root
        anchors.fill: parent
        enabled: root.choosing && root.verification.canScan && !root.verification.reading
        onFilesDropped: files => root.verification.scanFiles(files)
    }
    foot: [
        AppButton {
            visible: root.comparing || root.step === VerificationViewModel.Step.Scanned
            kind: AppButton.Primary
            symbol: "check-lg"
            text: !root.comparing
                //% "Yes, it has worked"
                ? qsTrId("verify.scanned.yes")
                : root.byNumbers
                //% "Yes, the same numbers"
                ? qsTrId("verify.numbers.yes")
                //% "Yes, the same pictures"
                : qsTrId("verify.pictures.yes")
            onClicked: root.verification.confirm()
        },
        AppButton {
            id: no

            visible: root.comparing || root.step === VerificationViewModel.Step.Scanned
            symbol: "x-lg"
            text: root.comparing
                //% "No, different ones"
                ? qsTrId("verify.different.no")
                //% "No"
                : qsTrId("verify.scanned.no")
            onClicked: root.verification.deny()
        },
        AppButton {
            visible: root.ended && root.verification.devicesMatter
            kind: AppButton.Primary
            //% "See my devices"
            text: qsTrId("verify.seeDevices")
            onClicked: root.devicesRequested()
        },
        AppButton {
            visible: root.ended && !root.verification.done
            kind: root.verification.alarming || root.verification.devicesMatter ? AppButton.Secondary : AppButton.Primary
            text: qsTrId("action.retry")
            onClicked: root.verification.retry()
        },
        AppButton {
            id: leave

            // Where there is a question, the arrow above leads away.
            visible: !no.visible
            kind: root.verification.done ? AppButton.Primary : root.ended ? AppButton.Secondary : AppButton.Quiet
            text: root.step === VerificationViewModel.Step.Signing
                //% "Go on in the background"
                ? qsTrId("verify.background")
                : root.verification.done ? qsTrId("action.done")
                : root.ended ? qsTrId("action.close") : qsTrId("action.cancel")
            onClicked: root.verification.leave()
        }
    ]
}
