import QtQuick
import Tim

/// The field for the key code. It is a secret (S-45): dots, no memory of the keyboard; but one can look at it, and paste.
Column {
    id: root

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

        width: parent.width
        //% "Key code from your sheet"
        label: qsTrId("restore.code")
        //% "48 characters in twelve groups. Spaces do not matter."
        help: qsTrId("restore.code.help")
        error: root.error
        symbol: "key"
        secret: !show.checked
        input.maximumLength: 400
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        onAccepted: root.accepted()
        onEdited: root.edited()
    }
    Buttons {
        x: -Theme.space.s
        width: parent.width + Theme.space.s
        spacing: Theme.space.xs

        AppButton {
            id: show

            objectName: "showCode"
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            checkable: true
            kind: AppButton.Quiet
            symbol: checked ? "eye-slash" : "eye"
            text: checked
                //% "Hide the code"
                ? qsTrId("restore.code.hide")
                //% "Show the code"
                : qsTrId("restore.code.show")
            Accessible.onPressAction: if (enabled) toggle()
            Keys.onReturnPressed: toggle()
            Keys.onEnterPressed: toggle()
        }
        AppButton {
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            kind: AppButton.Quiet
            symbol: "clipboard"
            //% "Paste"
            text: qsTrId("restore.code.paste")
            onClicked: {
                field.input.selectAll()
                field.input.paste()
                field.focusInput()
            }
        }
    }
}
