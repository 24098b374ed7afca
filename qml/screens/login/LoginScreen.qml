pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// Signing in at the insurer: in the system's browser, or with a password where that is allowed.
ColumnPage {
    id: root

    required property LoginViewModel login
    readonly property bool working: login.step === LoginViewModel.Step.Asking || login.step === LoginViewModel.Step.LoggingIn
    readonly property bool inBrowser: login.step === LoginViewModel.Step.InBrowser
    readonly property bool offered: login.step === LoginViewModel.Step.Offered

    title: login.again
        //% "Please sign in again"
        ? qsTrId("login.again.title")
        //% "Sign in"
        : qsTrId("login.title")
    intro: login.insurerName
    back: !login.again
    onBackRequested: root.login.chooseAnother()

    Notice {
        width: parent.width
        visible: root.login.again
        //% "Your sign-in has expired"
        title: qsTrId("login.again.notice")
        //% "Your chats are still here. After signing in you go on where you were."
        text: qsTrId("login.again.text")
    }
    ErrorNotice {
        id: errorNotice

        width: parent.width
        error: root.login.error
        actions: AppButton {
            visible: !root.login.browserOffered && !root.login.passwordOffered
            symbol: "arrow-clockwise"
            //% "Try again"
            text: qsTrId("action.retry")
            onClicked: root.login.retry()
        }
    }
    BusyState {
        width: parent.width
        topPadding: Theme.space.s
        centred: false
        visible: root.working
        text: root.login.step === LoginViewModel.Step.Asking
            //% "We are asking how you can sign in …"
            ? qsTrId("login.asking")
            //% "Signing in …"
            : qsTrId("login.loggingIn")
    }
    Notice {
        width: parent.width
        visible: root.inBrowser && root.login.browserMissing
        tone: Notice.Warning
        //% "No browser has opened"
        title: qsTrId("login.noBrowser.title")
        //% "Copy the address and open it in a browser on this device. Sign in there and then come back to this window."
        text: qsTrId("login.noBrowser.text")
        actions: AppButton {
            kind: AppButton.Primary
            symbol: "clipboard"
            //% "Copy the address"
            text: qsTrId("login.noBrowser.copy")
            onClicked: root.login.copyBrowserAddress()
        }
    }
    Notice {
        width: parent.width
        visible: root.inBrowser && !root.login.browserMissing
        symbol: "box-arrow-up-right"
        //% "Go on in the browser"
        title: qsTrId("login.inBrowser.title")
        //% "Your browser has opened the page of your health insurer. Sign in there and then come back to this window. You have as much time as you need."
        text: qsTrId("login.inBrowser.text")
        actions: AppButton {
            symbol: "box-arrow-up-right"
            //% "Open the browser again"
            text: qsTrId("login.inBrowser.again")
            onClicked: root.login.openBrowserAgain()
        }
    }
    Group {
        visible: root.offered && root.login.browserOffered && root.login.error.isNull
        //% "You need"
        title: qsTrId("login.checklist")

        FactRow {
            symbol: "person-badge"
            //% "Your sign-in"
            title: qsTrId("login.checklist.account")
            statement: true
            //% "The health ID or the account of your health insurer"
            value: qsTrId("login.checklist.account.text")
        }
        FactRow {
            symbol: "clock"
            //% "A few minutes"
            title: qsTrId("login.checklist.time")
            statement: true
            //% "You can stop at any time and go on later."
            value: qsTrId("login.checklist.time.text")
        }
    }
    Repeater {
        model: root.offered && root.login.browserOffered && root.login.identityProviders.length > 1
            ? root.login.identityProviders : []

        Choice {
            required property identityProviderChoice modelData

            width: parent.width
            symbol: "person-badge"
            title: modelData.name
            //% "Opens your browser"
            note: qsTrId("login.browser.note")
            onClicked: root.login.logInWithBrowser(modelData.id)
        }
    }
    PasswordForm {
        width: parent.width
        visible: root.offered && root.login.passwordOffered
        login: root.login
        primary: !root.login.browserOffered
    }
    foot: [
        AppButton {
            visible: root.offered && root.login.browserOffered && root.login.identityProviders.length <= 1
            kind: AppButton.Primary
            symbol: "box-arrow-up-right"
            //% "Sign in with the browser"
            text: qsTrId("login.browser")
            onClicked: root.login.logInWithBrowser(root.login.identityProviders.length === 1
                                                   ? root.login.identityProviders[0].id : "")
        },
        AppButton {
            visible: root.working || root.inBrowser
            text: qsTrId("action.cancel")
            onClicked: root.login.step === LoginViewModel.Step.Asking && !root.login.again
                       ? root.login.chooseAnother() : root.login.cancel()
        },
        AppButton {
            visible: root.offered && !root.login.again
            kind: root.login.browserOffered || root.login.passwordOffered ? AppButton.Quiet : AppButton.Primary
            //% "Choose another health insurer"
            text: qsTrId("login.chooseAnother")
            onClicked: root.login.chooseAnother()
        }
    ]
}
