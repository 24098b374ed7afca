import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Tim
import Tim.Ui

/// Where one writes. Enter sends, Shift+Enter begins a new line; the text stays until the queue has it.
FocusScope {
    id: root

    required property ComposerViewModel composer
    required property string roomName
    readonly property bool byKeyboard: input.activeFocus && (input.focusReason === Qt.TabFocusReason
                                                             || input.focusReason === Qt.BacktabFocusReason)
    //% "Enter sends, Shift and Enter begin a new line."
    readonly property string help: qsTrId("composer.help")

    function focusInput(reason: int): void {
        input.forceActiveFocus(reason)
    }

    implicitHeight: row.implicitHeight + 2 * Theme.space.m

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space.l
        anchors.rightMargin: Theme.space.m
        spacing: Theme.space.s

        ScrollView {
            id: scroll

            Layout.fillWidth: true
            Layout.minimumWidth: Theme.target
            Layout.preferredHeight: Math.max(Theme.target, Math.min(input.implicitHeight, Theme.type.message * 8))
            contentWidth: availableWidth
            ScrollBar.horizontal.policy: ScrollBar.AlwaysOff

            background: Rectangle {
                radius: Math.min(Theme.target, height) / 2
                color: Theme.color.surface
                border.width: input.activeFocus ? 2 : 1
                border.color: input.activeFocus ? Theme.color.primary : Theme.color.outline

                FocusRing {
                    target: input
                    visible: root.byKeyboard
                    distance: 4
                    radius: parent.radius + 4
                }
            }

            TextArea {
                id: input

                focus: true
                text: root.composer.text
                textFormat: TextEdit.PlainText
                wrapMode: TextArea.Wrap
                color: Theme.color.text
                selectionColor: Theme.color.primary
                selectedTextColor: Theme.color.primaryInk
                placeholderText: Theme.textScale > 1.4 || root.width < 420 || root.roomName.length > 30
                    //% "Message"
                    ? qsTrId("composer.placeholderShort")
                    //% "Message to %1"
                    : qsTrId("composer.placeholder").arg(root.roomName)
                placeholderTextColor: Theme.color.textMuted
                font.family: Theme.type.family
                font.pixelSize: Theme.type.message
                leftPadding: Theme.space.l
                rightPadding: Theme.space.l
                topPadding: Math.max(Theme.space.s, (Theme.target - Theme.type.message * 1.3) / 2)
                bottomPadding: topPadding
                background: null
                Component.onCompleted: cursorPosition = length
                Accessible.name: qsTrId("composer.placeholder").arg(root.roomName)
                Accessible.description: root.help
                // When a screen reader comes, Qt 6.4 writes the placeholder over the description.
                Accessible.onDescriptionChanged: {
                    if (input.Accessible.description !== root.help)
                        input.Accessible.description = Qt.binding(() => root.help)
                }
                onTextChanged: root.composer.text = text
                Keys.onPressed: event => {
                    const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
                    if (enter && !(event.modifiers & Qt.ShiftModifier)) {
                        event.accepted = true
                        root.composer.send()
                    } else if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) {
                        // A tabulator has no place in a message; the key leads on.
                        event.accepted = true
                        const forward = event.key === Qt.Key_Tab
                        input.nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason)
                    }
                }
            }
        }
        IconButton {
            Layout.alignment: Qt.AlignBottom
            //% "Send"
            label: qsTrId("composer.send")
            symbol: "send-fill"
            filled: true
            enabled: root.composer.canSend
            onClicked: root.composer.send()
        }
    }
    Connections {
        target: root.composer

        function onTextChanged(): void {
            if (input.text === root.composer.text)
                return
            input.text = root.composer.text
            input.cursorPosition = input.length
        }
    }
}
