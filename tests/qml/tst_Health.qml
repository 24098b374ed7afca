// The program gives `fixture`, and looks for items by their names only.
// qmllint disable unqualified property type
import QtQuick
import QtTest
import Tim
import Tim.Ui

/// What the daily check has found, and the keys that another device sends, as a person with a keyboard or a screen reader meets
/// them.
Item {
    id: root

    width: 1200
    height: 760

    AppView {
        id: view

        anchors.fill: parent
        app: fixture.app
    }
    SignalSpy {
        id: otherDevice

        target: fixture.app.main.recovery
        signalName: "otherDeviceWanted"
    }

    TestCase {
        name: "Health"
        when: windowShown

        readonly property RecoveryViewModel recovery: fixture.app.main.recovery
        // Places in core::HealthFinding, core::RepairState and core::Handover.
        readonly property int newerKey: 3
        readonly property int backupMissing: 5
        readonly property int running: 1
        readonly property int done: 2
        readonly property int waiting: 1
        readonly property int silent: 2
        readonly property int incomplete: 3

        function init(): void {
            fixture.ready()
            otherDevice.clear()
            wait(0)
        }
        function cleanup(): void {
            recovery.leave()
            fixture.ready()
        }
        function focused(): Item { return root.Window.activeFocusItem }
        function find(item: Item, fits: var): Item {
            if (item.visible && fits(item))
                return item
            for (let i = 0; i < item.children.length; ++i) {
                const found = find(item.children[i], fits)
                if (found)
                    return found
            }
            return null
        }
        function textOf(text: string): Item { return find(view, item => item.text === text) }
        function buttonOf(text: string): Item { return find(view, item => item instanceof AppButton && item.text === text) }
        function alertOf(begin: string): Item {
            return find(view, item => item.Accessible.role === Accessible.AlertMessage && item.Accessible.name.startsWith(begin))
        }
        function press(button: Item): void {
            verify(button)
            button.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
        }
        function openSettings(): void {
            fixture.app.main.place = MainViewModel.Place.Settings
            wait(0)
        }

        function test_theWorstFindingStandsAboveTheChatsWithItsStep(): void {
            fixture.found([backupMissing])
            wait(0)
            verify(alertOf("Die gesicherten Schlüssel Ihrer Chats sind weg."))
            verify(buttonOf("Reparieren"))
            verify(buttonOf("Später"))
            verify(textOf("Praxis Dr. Sommer"))
            fixture.found([])
            wait(0)
            compare(alertOf("Die gesicherten"), null)
        }
        function test_aNewerSheetLeadsToTheFieldForItsCodeAndBack(): void {
            fixture.found([newerKey])
            wait(0)
            press(buttonOf("Schlüssel-Code eingeben"))
            verify(textOf("Schlüssel-Code eingeben"))
            compare(textOf("Willkommen zurück"), null)
            tryVerify(() => focused().echoMode === TextInput.Password)
            verify(buttonOf("Diesen Code benutzen"))
            keyClick(Qt.Key_Escape)
            compare(recovery.page, RecoveryViewModel.Page.None)
            verify(alertOf("Es gibt ein neueres Schlüssel-Blatt."))
        }
        function test_aRepairIsFollowedInAlertsToItsEnd(): void {
            fixture.found([backupMissing])
            fixture.found([backupMissing], running)
            wait(0)
            verify(alertOf("Wird repariert"))
            compare(buttonOf("Reparieren"), null)
            fixture.found([], done)
            wait(0)
            compare(alertOf("Wird repariert"), null)
            verify(alertOf("Alles ist wieder in Ordnung."))
            press(buttonOf("Fertig"))
            compare(alertOf("Alles ist wieder"), null)
        }
        function test_theSettingsSayHowItStandsAndCheckItNow(): void {
            fixture.found([])
            openSettings()
            verify(textOf("Alles gesichert"))
            press(buttonOf("Jetzt prüfen"))
            verify(textOf("Wird geprüft …"))
            compare(buttonOf("Jetzt prüfen"), null)
            fixture.checkEnds(true)
            wait(0)
            verify(alertOf("Geprüft: "))
            verify(buttonOf("Jetzt prüfen"))
        }
        function test_allFindingsStandInTheSettings(): void {
            fixture.found([newerKey, backupMissing])
            openSettings()
            verify(alertOf("Es gibt ein neueres Schlüssel-Blatt."))
            const second = alertOf("Die gesicherten Schlüssel")
            verify(second.Accessible.name.includes("T I M - 3 7 6"), second.Accessible.name)
        }
        function test_anotherDeviceIsAskedFor(): void {
            fixture.handoverIs(0)
            wait(0)
            press(find(view, item => item instanceof Choice && item.title === "Anderes Gerät benutzen"))
            compare(otherDevice.count, 1)
        }
        function test_whileItSendsOneCanTakeTheSheetInstead(): void {
            fixture.handoverIs(waiting)
            wait(0)
            verify(textOf("Ihr anderes Gerät schickt die Schlüssel …"))
            compare(find(view, item => item instanceof CodeField), null)
            tryVerify(() => focused() === buttonOf("Lieber das Schlüssel-Blatt benutzen"))
            press(buttonOf("Lieber das Schlüssel-Blatt benutzen"))
            verify(find(view, item => item instanceof CodeField))
            tryVerify(() => focused().echoMode === TextInput.Password)
        }
        function test_aSilentDeviceCanBeAskedOnceMore(): void {
            fixture.handoverIs(silent)
            wait(0)
            verify(alertOf("Ihr anderes Gerät hat noch nicht geantwortet."))
            press(buttonOf("Noch einmal bestätigen"))
            compare(otherDevice.count, 1)
        }
        function test_whatDidNotComeIsSaidBesideTheField(): void {
            fixture.handoverIs(incomplete)
            wait(0)
            verify(alertOf("Dieses Gerät ist bestätigt."))
            verify(find(view, item => item instanceof CodeField))
        }
    }
}
