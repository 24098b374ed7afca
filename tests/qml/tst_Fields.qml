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

    ColumnLayout {
        width: 400

        Field {
            id: field

            Layout.fillWidth: true
            label: "TI-M-Adresse"
            help: "Zum Beispiel: @name:server.de"
        }
        PasswordField {
            id: password

            Layout.fillWidth: true
            label: "Passwort"
        }
    }
    TextInput { id: other; visible: false; text: "kopiert" }
    SignalSpy { id: accepted; target: field; signalName: "accepted" }
    SignalSpy { id: edited; target: field; signalName: "edited" }

    TestCase {
        name: "Fields"
        when: windowShown

        function init(): void {
            fixture.ready()
            field.text = ""
            field.error = ""
            password.text = ""
            accepted.clear()
            edited.clear()
        }
        function test_theLabelIsTheName(): void {
            compare(field.input.Accessible.name, "TI-M-Adresse")
            compare(field.input.Accessible.description, "Zum Beispiel: @name:server.de")
        }
        function test_anErrorTakesThePlaceOfTheHelpAndIsSpoken(): void {
            field.error = "Das ist keine TI-M-Adresse."
            compare(field.input.Accessible.description, "Das ist keine TI-M-Adresse.")
            field.focusInput()
            verify(field.input.activeFocus)
        }
        function test_qtCannotPutThePlaceholderInPlaceOfTheDescription(): void {
            field.input.Accessible.description = field.input.placeholderText
            compare(field.input.Accessible.description, "Zum Beispiel: @name:server.de")
            field.error = "Das ist keine TI-M-Adresse."
            compare(field.input.Accessible.description, "Das ist keine TI-M-Adresse.")
        }
        // As assistive technology does, with the keyboard elsewhere.
        function test_aTextThatWasNotTypedIsAlsoEdited(): void {
            password.children[0].focusInput()
            field.input.text = "@arzt:praxis.de"
            compare(edited.count, 1)
            compare(field.text, "@arzt:praxis.de")
        }
        function test_typingAndEnter(): void {
            field.focusInput()
            keyClick("a")
            keyClick("b")
            compare(field.text, "ab")
            compare(edited.count, 2)
            keyClick(Qt.Key_Return)
            compare(accepted.count, 1)
        }
        function test_aPasswordIsHiddenUntilOneLooks(): void {
            password.text = "geheim"
            const field = password.children[0]
            compare(field.input.echoMode, TextInput.Password)
            verify(field.input.Accessible.description.startsWith("Passwort"))
            const show = findChild(password, "showPassword")
            compare(show.Accessible.name, "Passwort zeigen")
            show.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(field.input.echoMode, TextInput.Normal)
            compare(show.Accessible.name, "Passwort verbergen")
            keyClick(Qt.Key_Space)
            compare(field.input.echoMode, TextInput.Password)
        }
        function test_pasteIsAllowedInASecretField(): void {
            const field = password.children[0]
            field.input.text = "aus dem Tresor"
            field.input.selectAll()
            // A password cannot be copied; a text on the clipboard comes from elsewhere.
            other.selectAll()
            other.copy()
            field.input.forceActiveFocus()
            keySequence("Ctrl+V")
            compare(field.text, "kopiert")
        }
    }
}
