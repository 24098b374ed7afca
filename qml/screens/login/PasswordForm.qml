import QtQuick
import Tim
import Tim.Ui

/// User name and password, where the server offers it and it is allowed.
Column {
    id: root

    required property LoginViewModel login
    property bool primary: false

    spacing: Theme.space.l

    function submit(): void {
        //% "Please type your user name."
        user.error = user.text.trim() ? "" : qsTrId("login.user.empty")
        //% "Please type your password."
        password.error = password.text ? "" : qsTrId("login.password.empty")
        if (user.error)
            user.focusInput()
        else if (!password.error)
            root.login.logInWithPassword(user.text.trim(), password.text)
    }

    Field {
        id: user

        width: parent.width
        //% "User name"
        label: qsTrId("login.user")
        symbol: "person-fill"
        text: root.login.userName
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        onEdited: error = ""
        onAccepted: root.submit()
    }
    PasswordField {
        id: password

        width: parent.width
        //% "Password"
        label: qsTrId("login.password")
        onAccepted: root.submit()
        onTextChanged: error = ""
    }
    Buttons {
        width: parent.width

        AppButton {
            kind: root.primary ? AppButton.Primary : AppButton.Secondary
            //% "Sign in with the password"
            text: qsTrId("login.withPassword")
            onClicked: root.submit()
        }
    }
}
