import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Tim

/// A labelled line of input. The label stays visible; help and error stand below it, in words.
ColumnLayout {
    id: root

    required property string label
    property string help
    property string error
    property string symbol
    property bool secret: false
    property alias text: input.text
    property alias input: input
    readonly property bool byKeyboard: input.activeFocus && (input.focusReason === Qt.TabFocusReason
                                                             || input.focusReason === Qt.BacktabFocusReason)
    property alias inputMethodHints: input.inputMethodHints
    /// What a screen reader says after the name. Qt 6.4 drops the name of a password field: there it stands here.
    readonly property string spoken: ((secret ? label + ". " : "") + (error || help)).trim()

    signal accepted()
    /// There is another text, however it came: from the keyboard, from dictation, or from `text`.
    signal edited()

    spacing: Theme.space.xs

    function focusInput(): void {
        input.forceActiveFocus(Qt.TabFocusReason)
    }

    Txt {
        Layout.fillWidth: true
        text: root.label
        strong: true
        Accessible.ignored: true
    }
    TextField {
        id: input

        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.target, contentHeight + 2 * Theme.space.s)
        leftPadding: root.symbol ? Theme.symbol + 2 * Theme.space.m : Theme.space.m
        rightPadding: Theme.space.m
        color: Theme.color.text
        selectionColor: Theme.color.primary
        selectedTextColor: Theme.color.primaryInk
        font.family: Theme.type.family
        font.pixelSize: Theme.type.body
        echoMode: root.secret ? TextInput.Password : TextInput.Normal
        Accessible.name: root.label
        Accessible.description: root.spoken
        // When a screen reader comes, Qt 6.4 writes the placeholder over the description.
        Accessible.onDescriptionChanged: {
            if (input.Accessible.description !== root.spoken)
                input.Accessible.description = Qt.binding(() => root.spoken)
        }
        onAccepted: root.accepted()
        // Not onTextEdited: assistive technology sets the text as a program does.
        onTextChanged: root.edited()

        background: Rectangle {
            radius: Theme.radius.field
            color: Theme.color.surface
            border.width: input.activeFocus || root.error ? 2 : 1
            border.color: root.error ? Theme.color.danger : input.activeFocus ? Theme.color.primary : Theme.color.outline

            Icon {
                x: Theme.space.m
                anchors.verticalCenter: parent.verticalCenter
                visible: root.symbol.length > 0
                symbol: root.symbol
                color: Theme.color.textMuted
            }
            FocusRing {
                target: input
                visible: root.byKeyboard
            }
        }
    }
    RowLayout {
        visible: below.text.length > 0
        spacing: Theme.space.xs

        Icon {
            Layout.alignment: Qt.AlignTop
            visible: root.error.length > 0
            symbol: "exclamation-circle"
            size: Theme.type.caption
            color: Theme.color.danger
        }
        Txt {
            id: below

            Layout.fillWidth: true
            text: root.error || root.help
            color: root.error ? Theme.color.danger : Theme.color.textMuted
            font.pixelSize: Theme.type.caption
            Accessible.ignored: root.error.length === 0
            Accessible.role: root.error ? Accessible.AlertMessage : Accessible.StaticText
        }
    }
}
