import QtQuick
import QtQuick.Layouts
import Tim

/// A field for a password. Paste is allowed, and one can look at what one typed.
ColumnLayout {
    id: root

    required property string label
    property string help
    property string error
    property alias text: field.text

    signal accepted()
    signal edited()

    spacing: Theme.space.xs

    function focusInput(): void {
        field.focusInput()
    }

    Field {
        id: field

        Layout.fillWidth: true
        label: root.label
        help: root.help
        error: root.error
        symbol: "key"
        secret: !show.checked
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        onAccepted: root.accepted()
        onEdited: root.edited()
    }
    Buttons {
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.space.s

        AppButton {
            id: show

            objectName: "showPassword"
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            checkable: true
            kind: AppButton.Quiet
            symbol: checked ? "eye-slash" : "eye"
            text: checked
                //% "Hide password"
                ? qsTrId("login.password.hide")
                //% "Show password"
                : qsTrId("login.password.show")
            Accessible.onPressAction: if (enabled) toggle()
            Keys.onReturnPressed: toggle()
            Keys.onEnterPressed: toggle()
        }
    }
}
