// The program gives `fixture`, and looks for items by their names only.
// qmllint disable unqualified property type
import QtQuick
import QtTest
import Tim
import Tim.Ui

/// Confirming devices, as a person with a keyboard or a screen reader does it.
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
        name: "Verification"
        when: windowShown

        readonly property MainViewModel main: fixture.app.main
        readonly property VerificationViewModel verification: main.verification

        function init(): void {
            root.width = 1200
            fixture.ready()
            wait(0)
        }
        function cleanup(): void {
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
        function all(item: Item, fits: var): var {
            let found = []
            if (!item.visible)
                return found
            if (fits(item))
                found.push(item)
            for (let i = 0; i < item.children.length; ++i)
                found = found.concat(all(item.children[i], fits))
            return found
        }
        function textOf(text: string): Item { return find(view, item => item.text === text) }
        function buttonOf(text: string): Item { return find(view, item => item instanceof AppButton && item.text === text) }
        function choiceOf(title: string): Item { return find(view, item => item instanceof Choice && item.title === title) }
        function banner(): Item { return find(view, item => item instanceof VerificationBanner) }
        function press(button: Item): void {
            verify(button)
            button.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
        }
        /// This device has asked, and it stands so: by the place in core::VerificationState::Phase.
        function ask(phase: int): void {
            verification.requestAll()
            fixture.verificationIs(phase)
            wait(0)
        }
        readonly property int requested: 0
        readonly property int ready: 1
        readonly property int comparing: 3
        readonly property int scanned: 4
        readonly property int done: 7

        function test_aRequestTakesNothingAwayAndIsAnsweredWithTheKeyboard(): void {
            fixture.openConversation(3)
            wait(0)
            const field = focused()
            compare(field.Accessible.name, "Nachricht an Praxis Dr. Sommer")
            fixture.verificationIs(requested, false)
            wait(0)
            compare(focused(), field) // one goes on writing
            const said = find(banner(), item => item.Accessible.role === Accessible.AlertMessage)
            verify(said.Accessible.name.includes("Mein Telefon"))
            let steps = 0
            while (!banner().activeFocus) {
                keyClick(Qt.Key_F6)
                verify(++steps < 6, "F6 does not reach the request")
            }
            compare(focused().text, "Jetzt vergleichen")
            keyClick(Qt.Key_Return)
            verify(verification.open)
            compare(textOf("Praxis Dr. Sommer"), null)
            fixture.verificationIs(ready, false)
            tryCompare(choiceOf("Bilder oder Zahlen vergleichen"), "activeFocus", true)
        }
        function test_aRefusedRequestGivesTheFocusBack(): void {
            fixture.verificationIs(requested, false)
            wait(0)
            press(buttonOf("Ablehnen"))
            compare(banner(), null)
            verify(focused().visible)
            verify(!verification.open)
        }
        function test_aRequestThatGoesAwayLeavesAWord(): void {
            fixture.verificationIs(requested, false)
            fixture.verificationCancelled("m.user", false, false)
            wait(0)
            compare(buttonOf("Jetzt vergleichen"), null)
            verify(find(banner(), item => item.Accessible.role === Accessible.AlertMessage).Accessible.name.includes("fragt nicht mehr"))
            press(buttonOf("Schließen"))
            compare(banner(), null)
            verify(focused().visible)
        }
        function test_aRequestIsReachedFromWelcomeBackToo(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            wait(0)
            tryVerify(() => focused().echoMode === TextInput.Password)
            focused().text = "EsTj"
            fixture.verificationIs(requested, false)
            wait(0)
            compare(focused().text, "EsTj")
            press(buttonOf("Ablehnen"))
            tryVerify(() => focused().text === "EsTj") // nothing typed is lost
        }
        function test_thePicturesAreReadByNameAndNoYesHasTheFocus(): void {
            ask(comparing)
            const list = find(view, item => item instanceof PictureGrid)
            tryCompare(list, "activeFocus", true)
            compare(list.Accessible.name, "Sieben Bilder")
            verify(list.Accessible.description.startsWith("1. Schloss, 2. Glühbirne"))
            const cards = all(list, item => item.Accessible.role === Accessible.ListItem)
            compare(cards.map(card => card.Accessible.name).slice(2, 4), ["3. Apfel", "4. Regenschirm"])
            compare(all(list, item => item.text === "🍎" && !item.Accessible.ignored).length, 0)
            keyClick(Qt.Key_Return) // too early
            compare(verification.step, VerificationViewModel.Step.Comparing)
            verify(buttonOf("Ja, dieselben Bilder"))
            verify(buttonOf("Nein, andere"))
        }
        function test_numbersCanBeComparedInstead(): void {
            ask(comparing)
            press(buttonOf("Lieber Zahlen vergleichen"))
            const list = find(view, item => item instanceof NumberRow)
            tryCompare(list, "activeFocus", true)
            compare(list.Accessible.description, "6 9 7 0, 7 2 9 2, 3 8 3 8")
            verify(buttonOf("Ja, dieselben Zahlen"))
            compare(find(view, item => item instanceof PictureGrid), null)
            press(buttonOf("Lieber Bilder vergleichen"))
            tryVerify(() => find(view, item => item instanceof PictureGrid)?.activeFocus)
        }
        function test_theCodeIsShownAndEscapeLeadsBackStepByStep(): void {
            ask(ready)
            press(choiceOf("Code mit dem anderen Gerät scannen"))
            const code = find(view, item => item instanceof QrItem)
            tryCompare(code, "activeFocus", true)
            compare(code.Accessible.role, Accessible.Graphic)
            verify(code.Accessible.name.startsWith("QR-Code für das andere Gerät."))
            keyClick(Qt.Key_Escape)
            compare(find(view, item => item instanceof QrItem), null)
            verify(verification.open)
            tryCompare(choiceOf("Bilder oder Zahlen vergleichen"), "activeFocus", true)
            keyClick(Qt.Key_Escape)
            verify(!verification.open)
            verify(textOf("Chats"))
            verify(focused().visible)
        }
        function test_theCameraStaysVisibleWithItsReason(): void {
            ask(ready)
            const camera = choiceOf("Code des anderen Geräts mit der Kamera lesen")
            verify(!camera.enabled)
            compare(camera.Accessible.description, "Nicht möglich: Dieser Computer hat keine Kamera.")
        }
        function test_aPictureIsDroppedOntoThePage(): void {
            ask(ready)
            verify(fixture.dragFiles(view, ["file:///missing.png"], true))
            tryVerify(() => !verification.reading)
            const notice = find(view, item => item instanceof ErrorNotice)
            verify(notice.Accessible.name.includes("kein Bild"))
            compare(verification.step, VerificationViewModel.Step.Choosing)
        }
        function test_whoWasScannedIsAskedToLook(): void {
            ask(scanned)
            verify(textOf("Zeigt das andere Gerät, dass es geklappt hat?"))
            verify(buttonOf("Ja, es hat geklappt"))
            tryCompare(buttonOf("Nein"), "activeFocus", true)
        }
        function test_differentPicturesWarnAndLeadToTheDevices(): void {
            ask(comparing)
            fixture.verificationCancelled("m.mismatched_sas", true)
            const notice = find(view, item => item instanceof ErrorNotice)
            compare(notice.tone, Notice.Danger)
            verify(notice.Accessible.name.includes("dazwischenzuschalten"))
            press(buttonOf("Meine Geräte ansehen"))
            verify(!verification.open)
            verify(textOf("Meine Geräte"))
            verify(focused().visible)
        }
        function test_theEndIsSaidAndDoneLeadsBack(): void {
            ask(done)
            verify(find(view, item => item instanceof Notice && item.tone === Notice.Success))
            tryCompare(buttonOf("Fertig"), "activeFocus", true)
            keyClick(Qt.Key_Return)
            verify(textOf("Chats"))
        }
        function test_anotherTryAsksAgain(): void {
            ask(comparing)
            fixture.verificationCancelled("m.timeout", true)
            press(buttonOf("Noch einmal versuchen"))
            compare(verification.step, VerificationViewModel.Step.Asking)
        }
        function test_unconfirmedDevicesAreConfirmedFromTheList(): void {
            fixture.showDevices()
            wait(0)
            const buttons = all(view, item => item instanceof AppButton && item.text === "Gerät bestätigen")
            compare(buttons.length, 2) // the confirmed ones have none
            verify(buttons[0].Accessible.name.includes("Chrome"))
            press(buttons[0])
            compare(verification.step, VerificationViewModel.Step.Asking)
            tryCompare(buttonOf("Abbrechen"), "activeFocus", true)
            keyClick(Qt.Key_Return)
            verify(textOf("Meine Geräte"))
            verify(focused().visible)
        }
        function test_tabGoesThroughAllAndComesRound_data(): var {
            return [
                { tag: "choosing", phase: ready, steps: 4 },
                { tag: "comparing", phase: comparing, steps: 5 }
            ]
        }
        function test_tabGoesThroughAllAndComesRound(page: var): void {
            ask(page.phase)
            wait(0)
            view.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            const begin = focused()
            const names = []
            let steps = 0
            do {
                verify(focused().visible)
                names.push(focused().Accessible.name)
                keyClick(Qt.Key_Tab)
                verify(++steps < 30, "Tab does not come round")
            } while (focused() !== begin)
            verify(!names.includes("Neuer Chat"), names) // what is behind the page is not reached
            verify(steps >= page.steps, names)
        }
    }
}
