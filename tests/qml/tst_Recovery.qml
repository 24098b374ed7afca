// The program gives `fixture`, and looks for items by their names only.
// qmllint disable unqualified property type
import QtQuick
import QtTest
import Tim
import Tim.Ui

/// "Welcome back" and the key sheet, as a person with a keyboard or a screen reader uses them.
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
        name: "Recovery"
        when: windowShown

        readonly property RecoveryViewModel recovery: fixture.app.main.recovery

        function init(): void {
            root.width = 1200
            fixture.ready()
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
        function press(button: Item): void {
            verify(button)
            button.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
        }
        function openSheet(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.Ready)
            recovery.openSheet()
            wait(0)
        }
        function showSheet(): void {
            openSheet()
            press(buttonOf("Schlüssel-Blatt anzeigen"))
            fixture.giveCode()
            wait(0)
        }

        function test_whoNeedsTheCodeIsWelcomedInTheField(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            verify(textOf("Willkommen zurück"))
            compare(textOf("Praxis Dr. Sommer"), null) // nothing shines through
            tryVerify(() => focused().echoMode === TextInput.Password)
            verify(focused().Accessible.description.includes("Schlüssel-Code von Ihrem Blatt"))
        }
        function test_waysThatAreNotPossibleStayWithTheirReason(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            wait(0)
            verify(choiceOf("Bild oder PDF vom Schlüssel-Blatt wählen").enabled)
            const camera = choiceOf("Schlüssel-Blatt vor die Kamera halten")
            verify(!camera.enabled)
            compare(camera.Accessible.description, "Nicht möglich: Dieser Computer hat keine Kamera.")
            verify(choiceOf("Anderes Gerät benutzen").enabled)
            fixture.handoverIs(0, false)
            wait(0)
            verify(!choiceOf("Anderes Gerät benutzen").enabled)
            verify(choiceOf("Anderes Gerät benutzen").Accessible.description.startsWith("Nicht möglich: "))
        }
        function test_aCodeThatThisDeviceKeepsIsTheFirstWay(): void {
            fixture.keyStoreHas(true)
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            const kept = choiceOf("Auf diesem Gerät gespeichert")
            tryCompare(kept, "activeFocus", true)
            compare(kept.Accessible.description, "Sie brauchen dafür kein Papier.")
            press(kept)
            verify(recovery.busy)
            fixture.restoreEnds(5) // ReplacedCode
            press(buttonOf("Diesen Code vom Gerät entfernen"))
            verify(!fixture.keyStoreHasCode())
            tryVerify(() => focused().echoMode === TextInput.Password)
            compare(choiceOf("Auf diesem Gerät gespeichert").Accessible.description, "Hier ist kein Schlüssel-Code gespeichert.")
            verify(!choiceOf("Auf diesem Gerät gespeichert").enabled)
        }
        function test_aPasswordIsAskedForOnlyWhereTheKeysHaveOne(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            wait(0)
            compare(choiceOf("Ich habe ein Passwort für meine Schlüssel"), null)
            fixture.keysHavePassword()
            press(choiceOf("Ich habe ein Passwort für meine Schlüssel"))
            tryVerify(() => focused().echoMode === TextInput.Password)
            verify(focused().Accessible.description.includes("Passwort für Ihre Schlüssel"))
            for (const c of ["B", "e", "l"])
                keyClick(c)
            keyClick(Qt.Key_Return)
            verify(recovery.passphrase.busy)
            verify(textOf("Das Passwort wird geprüft. Das dauert einige Sekunden …"))
            compare(textOf("Der Code wird geprüft …"), null)
            verify(!buttonOf("Chats zurückholen").enabled)
            fixture.passwordEnds(10) // WrongPassphrase
            const field = find(view, item => item instanceof PasswordField)
            verify(field.error.startsWith("Dieses Passwort passt nicht zu Ihren Schlüsseln."))
            tryVerify(() => focused().text === "Bel")
            keyClick("l")
            compare(field.error, "")
            press(buttonOf("Chats zurückholen")) // no code is typed: it is the password that is meant
            verify(recovery.passphrase.busy)
            press(buttonOf("Abbrechen"))
            verify(!recovery.busy)
            tryVerify(() => focused().text === "Bell") // nobody types it twice
            press(buttonOf("Dieses Passwort benutzen"))
            fixture.passwordEnds(11) // PassphraseRefused
            wait(0)
            verify(find(view, item => item instanceof ErrorNotice).Accessible.name.includes("unsichere Regeln"))
            recovery.leave()
            recovery.openWelcome()
            fixture.keysHavePassword()
            wait(0)
            verify(choiceOf("Ich habe ein Passwort für meine Schlüssel")) // and nothing of what was typed
            compare(find(view, item => item instanceof PasswordField), null)
        }
        function test_theSwitchPutsTheCodeIntoTheKeyStoreAndTakesItOut(): void {
            fixture.keyStoreHas(false)
            openSheet()
            const keep = find(view, item => item.objectName === "keepCode")
            verify(!keep.on)
            press(keep)
            fixture.giveCode()
            verify(keep.on)
            verify(fixture.keyStoreHasCode())
            compare(recovery.sheet, RecoveryViewModel.Sheet.Covered)
            press(keep)
            verify(!keep.on)
            verify(!fixture.keyStoreHasCode())
        }
        function test_laterLeavesABannerThatLeadsBack(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            wait(0)
            press(buttonOf("Später"))
            compare(textOf("Willkommen zurück"), null)
            verify(textOf("Chats"))
            verify(focused().visible)
            press(buttonOf("Chats zurückholen"))
            verify(textOf("Willkommen zurück"))
            keyClick(Qt.Key_Escape)
            compare(recovery.page, RecoveryViewModel.Page.None)
            verify(textOf("Chats"))
        }
        function test_aTypedCodeIsTriedAndAMistakeIsSaidBesideIt(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            wait(0)
            for (const c of ["E", "s", "T", "j"])
                keyClick(c)
            keyClick(Qt.Key_Return)
            verify(recovery.busy)
            verify(!buttonOf("Chats zurückholen").enabled)
            fixture.restoreEnds(3) // TypingError
            const field = find(view, item => item instanceof CodeField)
            verify(field.error.startsWith("Mindestens ein Zeichen stimmt nicht."))
            tryVerify(() => focused().text === "EsTj") // kept: nobody types it twice
            compare(find(view, item => item instanceof ErrorNotice), null)
            keyClick("3")
            compare(field.error, "")
        }
        function test_whatIsNotTheCodesFaultIsANotice(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            recovery.restoreTyped("EsTj")
            fixture.restoreEnds(8) // NoConnection
            wait(0)
            const notice = find(view, item => item instanceof ErrorNotice)
            verify(notice.Accessible.name.includes("Der Server war nicht erreichbar."))
            compare(find(view, item => item instanceof CodeField).error, "")
            verify(buttonOf("Chats zurückholen").enabled)
        }
        function test_theCodeCanBeLookedAtAndPasted(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            wait(0)
            const field = focused()
            field.text = "EsTj 3yST"
            field.echoMode = Qt.binding(() => TextInput.Normal)
            field.selectAll()
            field.copy()
            field.text = "old"
            press(buttonOf("Einfügen"))
            compare(field.text, "EsTj 3yST")
            press(buttonOf("Code anzeigen"))
            verify(buttonOf("Code verbergen"))
        }
        function test_aPictureIsChosenInADialogThatLeadsBack(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            wait(0)
            const choice = choiceOf("Bild oder PDF vom Schlüssel-Blatt wählen")
            press(choice)
            tryVerify(() => focused() && !choice.activeFocus)
            keyClick(Qt.Key_Escape)
            tryCompare(choice, "activeFocus", true)
            compare(recovery.page, RecoveryViewModel.Page.Welcome)
        }
        function test_aFileIsDroppedOntoThePage(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            wait(0)
            verify(fixture.dragFiles(view, ["file:///missing.pdf"], false))
            compare(recovery.failure.code, "") // nothing happens before it is dropped
            verify(fixture.dragFiles(view, ["file:///missing.pdf"], true))
            tryVerify(() => !recovery.busy)
            compare(recovery.failure.cause, "Diese Datei lässt sich weder als Bild noch als PDF lesen.")
            verify(find(view, item => item instanceof ErrorNotice))
            tryVerify(() => focused().echoMode === TextInput.Password)
            verify(fixture.dragFiles(view, ["file:///a.pdf", "file:///b.pdf"], true))
            tryVerify(() => recovery.failure.cause === "Das sind mehrere Dateien.")
        }
        function test_nothingIsDroppedWhileACodeIsTried(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            recovery.restoreTyped("EsTj")
            wait(0)
            verify(!fixture.dragFiles(view, ["file:///missing.pdf"], false))
            fixture.restoreEnds(3)
        }
        function test_theSheetIsSavedInADialogThatLeadsBack_data(): var {
            return [
                { tag: "paper", button: "Als PDF speichern" },
                { tag: "beside printing", button: "Als PDF speichern", prints: true },
                { tag: "screen reader", button: "Für Vorlese-Programme speichern" }
            ]
        }
        function test_theSheetIsSavedInADialogThatLeadsBack(row: var): void {
            showSheet()
            if (row.prints)
                fixture.canPrint()
            const button = buttonOf(row.button)
            press(button)
            tryVerify(() => focused() && !button.activeFocus)
            keyClick(Qt.Key_Escape)
            tryCompare(button, "activeFocus", true)
            compare(recovery.save, RecoveryViewModel.Save.NotYet)
        }
        function test_theSheetIsPrintedWhereTheComputerCan(): void {
            showSheet()
            compare(buttonOf("Drucken"), null)
            fixture.canPrint()
            wait(0)
            const button = buttonOf("Drucken")
            compare(button.kind, AppButton.Primary)
            verify(buttonOf("Als PDF speichern").kind !== AppButton.Primary)
            press(button)
            verify(fixture.printDialogIsOpen())
            verify(textOf("Der Druck-Dialog Ihres Computers ist offen."))
            verify(button.activeFocus)
            fixture.printingEnds(2) // Failed
            wait(0)
            verify(textOf("Das Blatt konnte nicht gedruckt werden."))
            press(button)
            fixture.printingEnds(0) // Printed
            wait(0)
            compare(textOf("Das Blatt konnte nicht gedruckt werden."), null)
            verify(find(view, item => item instanceof Notice && item.tone === Notice.Success
                                      && item.Accessible.name.startsWith("Das Blatt ist auf dem Weg zum Drucker.")))
        }
        function test_progressIsInNumbersAndTheEndIsSaid(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            recovery.restoreTyped("EsTj")
            fixture.recoveryIs(RecoveryViewModel.Phase.Restoring, 1203)
            const busy = find(view, item => item instanceof BusyState)
            verify(busy.Accessible.name.includes("1.203 von 5.000"))
            compare(find(view, item => item instanceof CodeField), null)
            tryCompare(buttonOf("Zu den Chats"), "activeFocus", true)
            fixture.restoreEnds(0) // Restored
            fixture.recoveryIs(RecoveryViewModel.Phase.Ready, 5000)
            verify(textOf("Ihre Chats sind zurück."))
            press(buttonOf("Zu den Chats"))
            verify(textOf("Chats"))
            compare(textOf("Ihre Chats sind zurück."), null)
        }
        function test_theSheetIsReachedFromTheProfileAndLeadsBack(): void {
            fixture.recoveryIs(RecoveryViewModel.Phase.Ready)
            fixture.app.main.place = MainViewModel.Place.Profile
            wait(0)
            const row = find(view, item => item instanceof LinkRow && item.title === "Ihr Schlüssel-Blatt")
            verify(row.note.startsWith("Alle Schlüssel Ihrer Chats sind gesichert."))
            press(row)
            compare(recovery.page, RecoveryViewModel.Page.KeySheet)
            compare(find(view, item => item instanceof QrItem), null) // covered
            keyClick(Qt.Key_Escape)
            compare(recovery.page, RecoveryViewModel.Page.None)
            verify(textOf("Mein Profil"))
            verify(focused().visible)
        }
        function test_theShownSheetIsReadGroupByGroup(): void {
            showSheet()
            const qr = find(view, item => item instanceof QrItem)
            compare(qr.Accessible.role, Accessible.Graphic)
            verify(qr.Accessible.name.length > 10)
            const groups = all(view, item => item.Accessible.role === Accessible.ListItem)
            compare(groups.length, 12)
            compare(groups[0].Accessible.name, "Gruppe 1: groß E, s, groß T, j")
            compare(groups[11].text, "jXEd")
            // The focus goes to the code: it is read, and it is in view.
            tryVerify(() => focused().Accessible.name === "Schlüssel-Code in zwölf Gruppen")
            verify(buttonOf("Als PDF speichern"))
        }
        function test_theSheetStaysCoveredUntilTheComputerHasConfirmed(): void {
            fixture.systemAsks()
            openSheet()
            const show = buttonOf("Schlüssel-Blatt anzeigen")
            press(show)
            verify(textOf("Ihr Computer fragt, ob Sie es sind."))
            fixture.giveCode()
            compare(find(view, item => item instanceof QrItem), null)
            fixture.systemAnswers(1) // Refused
            wait(0)
            const notice = find(view, item => item instanceof Notice && item.tone === Notice.Warning)
            compare(notice.Accessible.name, "Ihr Computer hat nicht bestätigt, dass Sie es sind. "
                    + "Das Blatt bleibt verdeckt. Sie können es jederzeit noch einmal versuchen.")
            verify(show.activeFocus)
            press(show)
            fixture.systemAnswers(0) // Confirmed
            fixture.giveCode()
            wait(0)
            verify(find(view, item => item instanceof QrItem))
            compare(textOf("Ihr Computer hat nicht bestätigt, dass Sie es sind."), null)
        }
        function test_coveringTakesTheCodeAway(): void {
            showSheet()
            press(buttonOf("Jetzt verdecken"))
            compare(find(view, item => item instanceof QrItem), null)
            compare(textOf("jXEd"), null)
            tryCompare(buttonOf("Schlüssel-Blatt anzeigen"), "activeFocus", true)
        }
        function test_theCheckAsksForTheLastFourCharactersOfThePaper(): void {
            showSheet()
            press(buttonOf("Kurz prüfen"))
            compare(textOf("jXEd"), null) // not from the screen
            compare(focused().Accessible.name, "Die letzten vier Zeichen")
            keyClick("x")
            keyClick(Qt.Key_Return)
            verify(find(view, item => item instanceof Field && item.error.startsWith("Das sind nicht")))
            compare(focused().Accessible.name, "Die letzten vier Zeichen")
            focused().text = "jXEd"
            keyClick(Qt.Key_Return)
            verify(textOf("Das stimmt."))
            tryCompare(buttonOf("Fertig"), "activeFocus", true)
            keyClick(Qt.Key_Return)
            compare(recovery.page, RecoveryViewModel.Page.None)
        }
        function test_aPictureOfThePaperIsChosenInADialogThatLeadsBack(): void {
            const name = "Mit einem Bild oder dem PDF prüfen"
            showSheet()
            compare(buttonOf(name), null) // one looks at the paper, not at the screen
            press(buttonOf("Jetzt verdecken"))
            const button = buttonOf(name)
            press(button)
            tryVerify(() => focused() && !button.activeFocus)
            keyClick(Qt.Key_Escape)
            tryCompare(button, "activeFocus", true)
            recovery.check.checkPicture("file:///missing.png")
            verify(find(view, item => item instanceof BusyState)) // nobody wonders whether something happens
            tryVerify(() => !recovery.check.busy)
            verify(find(view, item => item instanceof ErrorNotice && item.title.startsWith("Diese Datei lässt sich weder")))
        }
        function test_whereThereIsNoSheetItSaysWhy_data(): var {
            return [
                { tag: "needs code", phase: RecoveryViewModel.Phase.NeedsCode, text: "Holen Sie zuerst Ihre Chats zurück." },
                { tag: "unknown", phase: RecoveryViewModel.Phase.Unknown, text: "Wir wissen noch nicht, wie es um Ihr Schlüssel-Blatt steht." },
                { tag: "setting up", phase: RecoveryViewModel.Phase.SettingUp, text: "Ihr Schlüssel-Blatt wird vorbereitet …" }
            ]
        }
        function test_whereThereIsNoSheetItSaysWhy(row: var): void {
            fixture.recoveryIs(row.phase)
            recovery.openSheet()
            wait(0)
            verify(textOf(row.text))
            compare(buttonOf("Schlüssel-Blatt anzeigen"), null)
        }
        function test_tabGoesThroughAllAndComesRound_data(): var {
            return [
                { tag: "welcome", show: () => fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode) },
                { tag: "sheet", show: () => showSheet() }
            ]
        }
        function test_tabGoesThroughAllAndComesRound(page: var): void {
            page.show()
            wait(0)
            const first = view.nextItemInFocusChain(true)
            first.forceActiveFocus(Qt.TabFocusReason)
            const begin = focused()
            const names = []
            let steps = 0
            do {
                verify(focused().visible)
                names.push(focused().Accessible.name)
                keyClick(Qt.Key_Tab)
                verify(++steps < 30, "Tab does not come round")
            } while (focused() !== begin)
            verify(names.includes("Später"), names)
            verify(!names.includes("Neuer Chat"), names) // what is behind the page is not reached
            verify(steps >= 5, names)
        }
    }
}
