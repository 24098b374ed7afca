// The program gives `fixture`, and looks for items by their names only.
// qmllint disable unqualified property type
import QtQuick
import QtQuick.Layouts
import QtTest
import Tim

Item {
    id: root

    width: 600
    height: 800

    component Pressed: SignalSpy { signalName: "clicked" }

    ColumnLayout {
        width: 400

        Item {
            id: before

            activeFocusOnTab: true
        }
        AppButton {
            id: button

            text: "Senden"
        }
        IconButton {
            id: iconButton

            label: "Zurück"
            symbol: "arrow-left"
        }
        Choice {
            id: choice

            Layout.fillWidth: true
            title: "Muster-Krankenkasse"
            note: "Messenger für Versicherte"
        }
        LinkRow {
            id: linkRow

            title: "Abmelden"
            note: "Entfernt Ihre Chats"
        }
        ToggleButton {
            id: toggle

            text: "Groß"
        }
        NavItem {
            id: navItem

            text: "Chats"
            count: 2
        }
        SwitchRow {
            id: switchRow

            title: "Weniger Bewegung"
            on: false
        }
    }
    SignalSpy {
        id: switched

        target: switchRow
        signalName: "switched"
    }
    Pressed { id: pressed }

    TestCase {
        name: "Controls"
        when: windowShown

        function init(): void {
            fixture.ready()
            before.forceActiveFocus()
            pressed.target = null
        }
        function rows(): var {
            return [
                { tag: "AppButton", control: button, name: "Senden" },
                { tag: "IconButton", control: iconButton, name: "Zurück" },
                { tag: "Choice", control: choice, name: "Muster-Krankenkasse" },
                { tag: "LinkRow", control: linkRow, name: "Abmelden" },
                { tag: "ToggleButton", control: toggle, name: "Groß" },
                { tag: "NavItem", control: navItem, name: "Chats, 2 neu" },
                { tag: "SwitchRow", control: switchRow, name: "Weniger Bewegung" }
            ]
        }

        function test_keysPressExactlyOnce_data(): var { return rows() }
        function test_keysPressExactlyOnce(row): void {
            pressed.target = row.control
            row.control.forceActiveFocus(Qt.TabFocusReason)
            for (const key of [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter]) {
                pressed.clear()
                keyClick(key)
                compare(pressed.count, 1, "key " + key)
            }
        }
        function test_disabledAnswersNothing_data(): var { return rows() }
        function test_disabledAnswersNothing(row): void {
            pressed.target = row.control
            pressed.clear()
            row.control.forceActiveFocus(Qt.TabFocusReason)
            row.control.enabled = false
            keyClick(Qt.Key_Return)
            keyClick(Qt.Key_Space)
            mouseClick(row.control)
            row.control.enabled = true
            compare(pressed.count, 0)
        }
        function test_assistiveTechnologyPresses_data(): var { return rows() }
        function test_assistiveTechnologyPresses(row): void {
            pressed.target = row.control
            pressed.clear()
            row.control.Accessible.pressAction()
            compare(pressed.count, 1)
            row.control.enabled = false
            row.control.Accessible.pressAction()
            row.control.enabled = true
            compare(pressed.count, 1)
        }
        function test_namesAreSpoken_data(): var { return rows() }
        function test_namesAreSpoken(row): void {
            compare(row.control.Accessible.name, row.name)
            verify(row.control.Accessible.role !== Accessible.NoRole)
        }
        function test_targetsAreLargeEnough_data(): var { return rows() }
        function test_targetsAreLargeEnough(row): void {
            verify(row.control.height >= 44, row.control.height)
            verify(row.control.width >= 44, row.control.width)
            Theme.textScale = 2.0
            verify(row.control.implicitHeight > 50, row.control.implicitHeight)
            Theme.textScale = 1.0
        }
        function test_theKeyboardShowsARingTheMouseDoesNot_data(): var { return rows() }
        function test_theKeyboardShowsARingTheMouseDoesNot(row): void {
            const ring = findChild(row.control, "focusRing")
            verify(ring)
            verify(!ring.visible)
            row.control.forceActiveFocus(Qt.TabFocusReason)
            verify(ring.visible)
            compare(ring.border.width, 2)
            before.forceActiveFocus()
            verify(!ring.visible)
            row.control.forceActiveFocus(Qt.MouseFocusReason)
            verify(!ring.visible)
        }
        function test_tabGoesThroughThemInReadingOrder(): void {
            for (const row of rows()) {
                keyClick(Qt.Key_Tab)
                verify(row.control.activeFocus, row.tag)
            }
            keyClick(Qt.Key_Backtab)
            verify(navItem.activeFocus)
        }
        function test_aSwitchAsksAndDoesNotChangeByItself(): void {
            switched.clear()
            switchRow.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            compare(switched.count, 1)
            compare(switched.signalArguments[0][0], true)
            compare(switchRow.on, false)
            compare(switchRow.Accessible.checked, false)
        }
        function test_whatIsChosenIsSaidAndTicked(): void {
            toggle.checked = true
            verify(toggle.Accessible.checked)
            compare(toggle.Accessible.role, Accessible.RadioButton)
            toggle.checked = false
        }
        function test_longWordsWrapInsteadOfLeavingTheirPlace(): void {
            button.maximumWidth = 120
            button.text = "Mit dem Passwort anmelden"
            tryVerify(() => button.width <= 120)
            tryVerify(() => button.height > 50)
            button.text = "Senden"
            button.maximumWidth = 1000
        }
    }
}
