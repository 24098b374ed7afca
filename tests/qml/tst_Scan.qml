// The program gives `fixture`, and looks for items by their names only.
// qmllint disable unqualified property type
import QtQuick
import QtTest
import Tim
import Tim.Ui

/// The camera, as a person with a keyboard or a screen reader uses it.
Item {
    id: root

    width: 1200
    height: 760

    AppView {
        id: view

        anchors.fill: parent
        app: fixture.app
    }

    TestCase {
        name: "Scan"
        when: windowShown

        readonly property ScanViewModel scan: fixture.app.main.scan
        readonly property RecoveryViewModel recovery: fixture.app.main.recovery

        function init(): void {
            fixture.ready()
            wait(0)
        }
        function cleanup(): void {
            scan.close()
            recovery.leave()
            fixture.app.main.verification.leave()
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
        function choiceOf(title: string): Item { return find(view, item => item instanceof Choice && item.title === title) }
        function press(button: Item): void {
            verify(button)
            button.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
        }
        function openCamera(): void {
            fixture.cameraIs(true)
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            wait(0)
            press(choiceOf("Schlüssel-Blatt vor die Kamera halten"))
            wait(0)
        }

        function test_theWayAppearsWhenACameraIsPluggedIn(): void {
            fixture.cameraIs(false)
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            wait(0)
            const way = choiceOf("Schlüssel-Blatt vor die Kamera halten")
            verify(!way.enabled)
            fixture.cameraIs(true)
            verify(way.enabled)
            verify(!fixture.cameraIsOn())
        }
        function test_whatTheCameraDoesIsSaid(): void {
            openCamera()
            verify(fixture.cameraIsOn())
            const busy = find(view, item => item instanceof BusyState)
            compare(busy.Accessible.name, "Die Kamera wird eingeschaltet …")
            compare(find(view, item => item instanceof CameraView), null)
            fixture.cameraSees("")
            compare(busy.Accessible.name, "Die Kamera ist an. Wir suchen den Code …")
            compare(find(view, item => item instanceof CameraView).Accessible.name, "Bild der Kamera")
            tryCompare(buttonOf("Abbrechen"), "activeFocus", true)
        }
        function test_escapeTurnsTheCameraOffAndLeadsBack(): void {
            openCamera()
            keyClick(Qt.Key_Escape)
            verify(!fixture.cameraIsOn())
            compare(recovery.page, RecoveryViewModel.Page.Welcome)
            verify(textOf("Willkommen zurück"))
            tryVerify(() => choiceOf("Schlüssel-Blatt vor die Kamera halten").activeFocus)
        }
        function test_anotherCodeIsSaidAndLookingGoesOn(): void {
            openCamera()
            fixture.cameraSees("matrix:u/praxis:sommer.example")
            tryVerify(() => find(view, item => item instanceof ErrorNotice) !== null)
            verify(find(view, item => item instanceof ErrorNotice).Accessible.name.startsWith("Das ist ein Kontakt-Code"))
            verify(fixture.cameraIsOn())
        }
        function test_theKeyCodeEndsTheLookingAndIsTried(): void {
            openCamera()
            fixture.cameraSees("EsTj3ySTy93FSLpBjJszeAXc2XzAygD3w69HfGaNTKBjjXEd")
            tryVerify(() => recovery.busy)
            verify(!fixture.cameraIsOn())
            verify(textOf("Willkommen zurück"))
            fixture.restoreEnds(3)
        }
        function test_aCameraWithoutAPictureLeavesTheOtherWays(): void {
            openCamera()
            fixture.cameraFails()
            tryCompare(buttonOf("Noch einmal versuchen"), "activeFocus", true)
            verify(find(view, item => item instanceof ErrorNotice).Accessible.name.startsWith("Die Kamera liefert kein Bild."))
            compare(find(view, item => item instanceof BusyState), null)
            keyClick(Qt.Key_Return)
            verify(fixture.cameraIsOn())
            fixture.cameraFails()
            wait(0)
            press(buttonOf("Anderen Weg nehmen"))
            verify(choiceOf("Bild oder PDF vom Schlüssel-Blatt wählen").enabled)
        }
        function test_nobodyIsFilmedBehindAHiddenWindow(): void {
            openCamera()
            const screen = find(view, item => item.objectName === "scanScreen")
            verify(screen.seen)
            root.Window.window.visible = false
            verify(!fixture.cameraIsOn())
            compare(scan.purpose, ScanViewModel.Purpose.None)
            root.Window.window.visible = true
            tryVerify(() => root.Window.window.visible)
        }
        function test_theSheetIsCheckedWithTheCamera(): void {
            fixture.cameraIs(true)
            fixture.recoveryIs(RecoveryViewModel.Phase.Ready)
            recovery.openSheet()
            wait(0)
            compare(buttonOf("Mit der Kamera prüfen"), null) // nothing to compare with yet
            press(buttonOf("Schlüssel-Blatt anzeigen"))
            fixture.giveCode()
            wait(0)
            compare(buttonOf("Mit der Kamera prüfen"), null) // not from the screen
            press(buttonOf("Kurz prüfen"))
            press(buttonOf("Mit der Kamera prüfen"))
            wait(0)
            verify(fixture.cameraIsOn())
            fixture.cameraSees("EsTj3ySTy93FSLpBjJszeAXc2XzAygD3w69HfGaNTKBjjXEd")
            tryVerify(() => textOf("Das stimmt.") !== null)
            verify(!fixture.cameraIsOn())
            tryVerify(() => focused().visible)
        }
        function test_theOtherDeviceIsReadWithTheCamera(): void {
            fixture.cameraIs(true)
            fixture.app.main.verification.requestAll()
            fixture.verificationIs(1) // Ready
            wait(0)
            press(choiceOf("Code des anderen Geräts mit der Kamera lesen"))
            wait(0)
            verify(textOf("Code vor die Kamera halten"))
            keyClick(Qt.Key_Escape)
            tryVerify(() => choiceOf("Code des anderen Geräts mit der Kamera lesen").activeFocus)
            keyClick(Qt.Key_Return)
            wait(0)
            verify(fixture.cameraIsOn())
            fixture.verificationCancelled("m.user", false)
            verify(!fixture.cameraIsOn())
            verify(textOf("Nicht bestätigt"))
        }
    }
}
