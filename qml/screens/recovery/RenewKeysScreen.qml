import QtQuick
import Tim
import Tim.Ui

/// New keys for the account: what will be lost stands there in numbers, before anything happens.
ColumnPage {
    id: root

    required property RenewKeysViewModel renewal
    /// Saves the keys of what can be read now.
    signal saveRequested()

    readonly property bool offered: renewal.phase === RenewKeysViewModel.Phase.Offered
    readonly property bool done: renewal.phase === RenewKeysViewModel.Phase.Done
    readonly property bool stopped: renewal.phase === RenewKeysViewModel.Phase.Stopped
    readonly property bool running: renewal.phase === RenewKeysViewModel.Phase.Running && !renewal.asking

    objectName: "renewKeysScreen"
    title: root.renewal.asking
        ? qsTrId("devices.confirm.title")
        : renewal.nothingLeft
        //% "Begin with new keys"
        ? qsTrId("renew.title.nothingLeft")
        //% "Renew keys"
        : qsTrId("renew.title")
    intro: root.renewal.asking ? root.renewal.questionText : root.done ? "" : root.renewal.introText
    columnWidth: Theme.column.settings
    back: true

    function focusFirst(): void {
        if (root.done)
            toSheet.forceActiveFocus(Qt.TabFocusReason)
        else if (root.stopped)
            goOn.forceActiveFocus(Qt.TabFocusReason)
        else
            leave.forceActiveFocus(Qt.TabFocusReason)
    }
    function submit(): void {
        word.wrong = !root.renewal.begin(word.text)
        if (word.wrong)
            word.focusInput()
        else
            word.text = ""
    }

    onBackRequested: root.renewal.leave()
    // What had the focus may be gone.
    onOfferedChanged: () => Qt.callLater(root.focusFirst)
    onDoneChanged: () => Qt.callLater(root.focusFirst)
    onStoppedChanged: () => Qt.callLater(root.focusFirst)

    BusyState {
        width: parent.width
        centred: false
        visible: root.renewal.phase === RenewKeysViewModel.Phase.Looking
        //% "What would be lost is being counted …"
        text: qsTrId("renew.looking")
    }
    Notice {
        objectName: "renewLoss"
        width: parent.width
        visible: root.offered
        tone: root.renewal.losesSomething ? Notice.Warning : Notice.Info
        title: !root.renewal.losesSomething && !root.renewal.nothingLeft ? ""
            : root.renewal.nothingLeft
            //% "After that nobody can open any more:"
            ? qsTrId("renew.loss.nothingLeft.title")
            //% "After that you can no longer read here:"
            : qsTrId("renew.loss.title")
        text: (root.renewal.lossText + " " + root.renewal.keysText).trim()
        foot: root.renewal.canSaveBefore && !root.renewal.nothingLeft
            //% "With a saved file you can make them readable again later."
            ? qsTrId("renew.save.note") : ""
        actions: AppButton {
            objectName: "renewSave"
            visible: root.renewal.canSaveBefore && !root.renewal.nothingLeft
            symbol: "download"
            //% "Save before"
            text: qsTrId("renew.save")
            onClicked: root.saveRequested()
        }
    }
    Txt {
        width: parent.width
        visible: root.offered && root.renewal.nothingLeft
        //% "Look once more before: in your papers, in the photos on your phone, on an old phone or computer."
        text: qsTrId("renew.lookAgain")
    }
    Group {
        visible: root.offered
        //% "This is what happens"
        title: qsTrId("renew.what")

        FactRow {
            symbol: "key"
            statement: true
            //% "You get new keys and a new key sheet."
            title: qsTrId("renew.what.keys")
            //% "The old sheet becomes invalid."
            value: qsTrId("renew.what.keys.note")
        }
        FactRow {
            symbol: "phone"
            statement: true
            title: root.renewal.nothingLeft
                //% "Your other devices stay signed in."
                ? qsTrId("renew.what.devicesStay")
                //% "Your other devices are signed out."
                : qsTrId("renew.what.devices")
            value: root.renewal.devicesText
        }
        FactRow {
            symbol: "people"
            statement: true
            //% "Who writes to you sees a note about your new keys."
            title: qsTrId("renew.what.people")
            //% "They can go on writing to you."
            value: qsTrId("renew.what.people.note")
        }
    }
    Field {
        id: word

        property bool wrong: false

        objectName: "renewWord"
        width: parent.width
        visible: root.offered
        //: %1 is the word
        //% "To be on the safe side, type the word “%1”"
        label: qsTrId("renew.word.label").arg(root.renewal.confirmWord)
        //% "This cannot be undone."
        help: qsTrId("renew.word.help")
        //: %1 is the word
        //% "Please type the word “%1”."
        error: wrong ? qsTrId("renew.word.wrong").arg(root.renewal.confirmWord) : ""
        onEdited: wrong = false
        onAccepted: root.submit()
    }
    ConfirmNotice {
        width: parent.width
        confirm: root.renewal.confirm
        effect: qsTrId("error.effect.nothingChanged")
    }
    ConfirmForm {
        width: parent.width
        visible: root.renewal.asking
        passwordOffered: root.renewal.passwordOffered
        browserOffered: root.renewal.browserOffered
        inBrowser: root.renewal.inBrowser
        browserMissing: root.renewal.browserMissing
        passwordError: root.renewal.passwordError
        browserError: root.renewal.browserError
        failure: root.renewal.failure
        busy: root.renewal.busy
        //% "Confirm with the password"
        passwordAction: qsTrId("renew.confirm.withPassword")
        onPasswordEntered: password => root.renewal.confirmWithPassword(password)
        onBrowserWanted: root.renewal.openBrowser()
        onAddressWanted: root.renewal.copyBrowserAddress()
        onBrowserDone: root.renewal.confirmedInBrowser()
    }
    BusyState {
        width: parent.width
        centred: false
        visible: root.running || (root.renewal.asking && root.renewal.busy)
        text: root.renewal.progressText
    }
    ProgressLine {
        width: parent.width
        visible: root.running
        value: root.renewal.progress
    }
    Txt {
        width: parent.width
        visible: root.running
        //% "You do not have to wait. It also goes on when you close this page."
        text: qsTrId("renew.goesOn")
    }
    ErrorNotice {
        width: parent.width
        visible: root.stopped && !error.isNull
        tone: Notice.Warning
        error: root.renewal.failure
    }
    Notice {
        width: parent.width
        visible: root.done
        tone: Notice.Success
        //% "Your keys are renewed."
        title: qsTrId("renew.done")
        //% "Print or save your new key sheet now. The old one is no longer valid: destroy it."
        text: qsTrId("renew.done.text")
    }
    Notice {
        width: parent.width
        visible: root.done && root.renewal.othersStay
        tone: Notice.Warning
        //% "Your other devices are still signed in."
        title: qsTrId("renew.othersStay")
        //% "Sign them out in the settings, under “My devices”, or call your health insurer."
        text: qsTrId("renew.othersStay.text")
    }
    foot: [
        AppButton {
            objectName: "renewBegin"
            visible: root.offered
            kind: AppButton.Danger
            symbol: "arrow-repeat"
            //% "Renew keys now"
            text: qsTrId("renew.begin")
            onClicked: root.submit()
        },
        AppButton {
            id: goOn

            visible: root.stopped
            kind: AppButton.Primary
            text: root.renewal.goOnText
            onClicked: root.renewal.goOn()
        },
        AppButton {
            id: toSheet

            objectName: "renewToSheet"
            visible: root.done
            kind: AppButton.Primary
            //% "Go to the new key sheet"
            text: qsTrId("renew.toSheet")
            onClicked: root.renewal.toSheet()
        },
        AppButton {
            visible: root.renewal.asksAboutOthers
            enabled: !root.renewal.busy
            //% "Leave the other devices signed in"
            text: qsTrId("renew.leaveOthers")
            onClicked: root.renewal.leaveOthers()
        },
        AppButton {
            id: leave

            kind: root.offered ? AppButton.Secondary : AppButton.Quiet
            text: root.done || !root.renewal.canCancel
                //% "Close"
                ? qsTrId("action.close") : qsTrId("action.cancel")
            onClicked: root.renewal.leave()
        }
    ]
}
