// The program gives `fixture`, and looks for items by their names only.
// qmllint disable unqualified property type
import QtQuick
import QtTest
import Tim
import Tim.Ui

/// The whole window: panes, focus, language.
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
        name: "Window"
        when: windowShown

        function init(): void {
            root.width = 1200
            fixture.ready()
            wait(0)
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
        function listNamed(name: string): Item {
            return find(view, item => item instanceof ListView && item.Accessible.name === name)
        }
        function textOf(text: string): Item { return find(view, item => item.text === text) }

        function test_arrowsMoveAndEnterOpensAChat(): void {
            const list = listNamed("Chats")
            list.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Home)
            compare(list.currentIndex, 0)
            keyClick(Qt.Key_Down)
            compare(list.currentIndex, 1)
            keyClick(Qt.Key_Return)
            compare(fixture.app.main.room.name, "Praxis Dr. Sommer")
            compare(focused().Accessible.name, "Nachricht an Praxis Dr. Sommer")
        }
        function test_tabLeadsFromTheHeadToARowOfTheList(): void {
            const list = listNamed("Chats")
            find(view, item => item instanceof AppButton && item.Accessible.name === "Neuer Chat").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Tab)
            compare(focused(), list.currentItem)
            compare(focused().Accessible.role, Accessible.ListItem)
            keyClick(Qt.Key_Down)
            compare(focused(), list.itemAtIndex(1))
            keyClick(Qt.Key_Tab)
            verify(!list.activeFocus)
        }
        function test_everyRowIsOneSentenceWithItsPlace(): void {
            const list = listNamed("Chats")
            for (let i = 0; i < list.count; ++i) {
                const row = list.itemAtIndex(i)
                if (!row)
                    continue
                compare(row.Accessible.role, Accessible.ListItem)
                verify(row.Accessible.name.length > 20, row.Accessible.name)
                compare(row.Accessible.description, (i + 1) + " von " + list.count)
            }
        }
        function test_escapeClosesTheChatAndGoesBackToTheList(): void {
            const list = listNamed("Chats")
            list.forceActiveFocus(Qt.TabFocusReason)
            fixture.openConversation(3)
            keyClick(Qt.Key_Escape)
            compare(fixture.app.main.room, null)
            tryCompare(list, "activeFocus", true)
        }
        function test_theNextChatShowsNothingOfTheOneBefore(): void {
            fixture.openConversation(3)
            keyClick("h")
            keyClick("i")
            compare(fixture.app.main.room.composer.text, "hi")
            fixture.openOther()
            compare(focused().Accessible.name, "Nachricht an Amira Yilmaz")
            compare(focused().text, "")
            fixture.openConversation(3)
            compare(focused().text, "hi")
        }
        function test_f6GoesFromPaneToPane(): void {
            fixture.openConversation(3)
            const names = []
            for (let i = 0; i < 3; ++i) {
                keyClick(Qt.Key_F6)
                names.push(focused().Accessible.name)
            }
            verify(names[0].startsWith("Chats"), names)
            compare(focused().Accessible.name, "Nachricht an Praxis Dr. Sommer")
        }
        function test_aNarrowWindowShowsOneThingAtATime(): void {
            root.width = 400
            wait(0)
            verify(listNamed("Chats"))
            fixture.openConversation(3)
            wait(0)
            compare(listNamed("Chats"), null)
            verify(listNamed("Nachrichten"))
            const back = find(view, item => item.Accessible.name === "Zurück zur Liste" && item instanceof IconButton)
            verify(back)
            compare(back.mapToItem(view, 0, 0).x < 20, true)
            back.clicked()
            wait(0)
            verify(listNamed("Chats"))
            root.width = 1200
            wait(0)
            verify(listNamed("Chats"))
        }
        function test_placesAreReachedAndMarked(): void {
            const profile = find(view, item => item instanceof NavItem && item.text === "Mein Profil")
            profile.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(fixture.app.main.place, MainViewModel.Place.Profile)
            verify(profile.Accessible.selected)
            verify(find(view, item => item.text === "Erika Mustermann"))
        }
        function test_anotherLanguageIsThereAtOnce(): void {
            fixture.app.main.place = MainViewModel.Place.Settings
            wait(0)
            verify(textOf("Einstellungen"))
            fixture.app.settings.language = "en"
            tryVerify(() => textOf("Settings"))
            verify(!textOf("Einstellungen"))
            fixture.app.settings.language = "de"
            tryVerify(() => textOf("Einstellungen"))
        }
        function test_anErrorSaysWhatHappenedAndCanBeTriedAgain(): void {
            fixture.failed()
            wait(0)
            const notice = find(view, item => item instanceof ErrorNotice)
            compare(notice.Accessible.role, Accessible.AlertMessage)
            verify(notice.Accessible.name.includes("T I M - 1 2 3"), notice.Accessible.name)
            const again = textOf("Noch einmal versuchen")
            again.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(fixture.app.stage, AppViewModel.Stage.Opening)
        }
        function pages(): var {
            return [
                { tag: "insurers", show: () => fixture.signedOut() },
                { tag: "chats", show: () => fixture.openConversation(3) },
                { tag: "invitation", show: () => fixture.openInvitation() },
                { tag: "new chat", show: () => fixture.app.main.startNewChat() },
                { tag: "profile", show: () => fixture.app.main.place = MainViewModel.Place.Profile },
                { tag: "settings", show: () => fixture.app.main.place = MainViewModel.Place.Settings },
                { tag: "error", show: () => fixture.failed() }
            ]
        }
        function test_tabGoesInReadingOrder_data(): var { return pages() }
        // Within a pane from top to bottom; and back at the first stop in the end: no trap.
        function test_tabGoesInReadingOrder(page): void {
            page.show()
            wait(0)
            const first = view.nextItemInFocusChain(true)
            first.forceActiveFocus(Qt.TabFocusReason)
            const begin = focused()
            let before = begin.mapToItem(view, 0, 0)
            let steps = 0
            do {
                keyClick(Qt.Key_Tab)
                const now = focused().mapToItem(view, 0, 0)
                const samePane = Math.abs(now.x - before.x) < 300
                const wraps = focused() === begin
                if (samePane && !wraps)
                    verify(now.y + focused().height > before.y, focused().Accessible.name + " stands above the one before it")
                before = now
                verify(++steps < 60, "Tab does not come round")
            } while (focused() !== begin)
            verify(steps > 0)
        }
    }
}
