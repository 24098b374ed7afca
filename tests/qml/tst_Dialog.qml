// The program gives `fixture`, and looks for items by their names only.
// qmllint disable unqualified property type
import QtQuick
import QtTest
import Tim

Item {
    id: root

    width: 600
    height: 600

    AppButton {
        id: opener

        text: "Abmelden"
        onClicked: dialog.open()
    }
    AppDialog {
        id: dialog

        title: "Auf diesem Gerät abmelden?"
        text: "Alle Chats werden entfernt."
        confirmText: "Abmelden"
        dangerous: true
    }
    SignalSpy { id: confirmed; target: dialog; signalName: "confirmed" }

    TestCase {
        name: "Dialog"
        when: windowShown

        function init(): void {
            fixture.ready()
            confirmed.clear()
            opener.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryCompare(dialog, "opened", true)
        }
        function cleanup(): void {
            dialog.close()
            tryCompare(dialog, "visible", false)
        }
        function focused(): Item { return root.Window.activeFocusItem }

        function test_theSafeAnswerHasTheFocus(): void {
            compare(focused().text, "Abbrechen")
        }
        function test_escapeLeavesEverythingAsItIsAndGoesBack(): void {
            keyClick(Qt.Key_Escape)
            tryCompare(dialog, "visible", false)
            compare(confirmed.count, 0)
            tryCompare(opener, "activeFocus", true)
        }
        function test_cancelGoesBack(): void {
            keyClick(Qt.Key_Return)
            tryCompare(dialog, "visible", false)
            compare(confirmed.count, 0)
            tryCompare(opener, "activeFocus", true)
        }
        function test_theKeyboardStaysInTheDialogAndConfirms(): void {
            keyClick(Qt.Key_Tab)
            compare(focused().text, "Abmelden")
            verify(focused() !== opener)
            keyClick(Qt.Key_Tab)
            compare(focused().text, "Abbrechen")
            keyClick(Qt.Key_Tab)
            keyClick(Qt.Key_Return)
            compare(confirmed.count, 1)
            tryCompare(dialog, "visible", false)
        }
        function test_itSaysWhatItIs(): void {
            compare(dialog.contentItem.Accessible.role, Accessible.Dialog)
            compare(dialog.contentItem.Accessible.name, "Auf diesem Gerät abmelden?")
            compare(dialog.contentItem.Accessible.description, "Alle Chats werden entfernt.")
        }
    }
}
