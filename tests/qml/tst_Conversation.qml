// The program gives `fixture`, and looks for items by their names only.
// qmllint disable unqualified property type
import QtQuick
import QtTest
import Tim.Ui

Item {
    id: root

    width: 500
    height: 600

    Loader {
        id: loader

        anchors.fill: parent
    }

    TestCase {
        name: "Conversation"
        when: windowShown

        property Item list: null

        function init(): void {
            loader.source = ""
            fixture.ready()
            fixture.openConversation(60)
            loader.setSource("qrc:/qt/qml/Tim/screens/room/RoomPane.qml", { room: fixture.app.main.room })
            list = find(loader.item, item => item instanceof ListView)
            tryCompare(list, "count", 60)
            tryVerify(() => list.atYEnd)
        }
        function cleanup(): void {
            loader.source = ""
            fixture.app.main.close()
        }
        function find(item: Item, fits: var): Item {
            if (fits(item))
                return item
            for (let i = 0; i < item.children.length; ++i) {
                const found = find(item.children[i], fits)
                if (found)
                    return found
            }
            return null
        }
        function field(): Item { return find(loader.item, item => item instanceof TextEdit) }
        function bottomOf(index: int): real {
            const row = list.itemAtIndex(index)
            return row ? row.mapToItem(list, 0, row.height).y : NaN
        }

        function test_theNewestMessageIsAtTheFoot(): void {
            compare(list.itemAtIndex(0).item.text, "60")
            tryVerify(() => Math.abs(bottomOf(0) - list.height) < 40)
        }
        function test_aNewMessageComesIntoViewWhileOneIsAtTheNewest(): void {
            fixture.receive("neu")
            tryCompare(list, "count", 61)
            tryVerify(() => list.itemAtIndex(0).item.text === "neu")
            tryVerify(() => list.atYEnd && Math.abs(bottomOf(0) - list.height) < 40)
        }
        function test_aNewMessageDoesNotMoveWhatOneReads(): void {
            list.following = false
            list.positionViewAtIndex(30, ListView.Center)
            wait(20)
            const reading = list.itemAtIndex(30)
            const before = reading.mapToItem(list, 0, 0).y
            fixture.receive("neu")
            tryCompare(list, "count", 61)
            wait(20)
            verify(Math.abs(reading.mapToItem(list, 0, 0).y - before) < 2)
            verify(!list.atNewest)
        }
        function test_olderMessagesArriveAboveWithoutMovingWhatOneReads(): void {
            list.following = false
            list.positionViewAtEnd()
            wait(20)
            const reading = list.itemAtIndex(59)
            const before = reading.mapToItem(list, 0, 0).y
            fixture.fetchOlder(40)
            tryCompare(list, "count", 100)
            wait(20)
            compare(reading.item.text, "1")
            verify(Math.abs(reading.mapToItem(list, 0, 0).y - before) < 2)
        }
        function test_theKeyboardReadsRowByRow(): void {
            list.forceActiveFocus(Qt.TabFocusReason)
            compare(list.currentIndex, 0)
            keyClick(Qt.Key_Up)
            compare(list.currentIndex, 1)
            keyClick(Qt.Key_Home)
            compare(list.currentIndex, 59)
            tryVerify(() => list.itemAtIndex(59) !== null)
            verify(!list.following)
            keyClick(Qt.Key_End)
            compare(list.currentIndex, 0)
            verify(list.following)
        }
        function test_enterSendsAndShiftEnterBeginsALine(): void {
            const composer = fixture.app.main.room.composer
            const input = field()
            input.forceActiveFocus()
            keyClick("a")
            keyClick(Qt.Key_Return, Qt.ShiftModifier)
            keyClick("b")
            compare(composer.text, "a\nb")
            verify(composer.canSend)
            keyClick(Qt.Key_Return)
            compare(composer.text, "a\nb") // stays until the queue has it
        }
        function test_tabLeavesTheField(): void {
            const input = field()
            input.forceActiveFocus()
            keyClick("x")
            keyClick(Qt.Key_Tab)
            verify(!input.activeFocus)
            compare(root.Window.activeFocusItem.Accessible.name, "Senden")
            keyClick(Qt.Key_Backtab)
            verify(input.activeFocus)
        }
        function test_theFieldIsNamedAfterTheChat(): void {
            compare(field().Accessible.name, "Nachricht an Praxis Dr. Sommer")
            verify(field().Accessible.description.length > 0)
        }
        function test_aMessageWithoutKeyLeadsToTheKeyCodeWhileThatHelps(): void {
            const main = fixture.app.main
            fixture.receiveUnreadable()
            tryCompare(list, "count", 61)
            tryVerify(() => list.itemAtIndex(0)?.item.keyMissing)
            const row = list.itemAtIndex(0)
            const way = () => find(row, item => item.text === "Schlüssel-Code eingeben" && item.visible)
            compare(way(), null)
            verify(row.Accessible.name.includes("Sie müssen nichts tun"))
            fixture.recoveryIs(RecoveryViewModel.Phase.NeedsCode)
            main.recovery.leave()
            tryVerify(() => way())
            verify(!row.Accessible.name.includes("Sie müssen nichts tun"))
            verify(row.Accessible.name.includes("Mit Ihrem Schlüssel-Code"))
            way().forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(main.recovery.page, RecoveryViewModel.Page.Welcome)
            main.recovery.leave()
            fixture.recoveryIs(RecoveryViewModel.Phase.Ready)
            tryVerify(() => !way())
        }
        function test_aMessageThatWasNotSentCanBeTriedAgainByKeyboard(): void {
            fixture.failNewest()
            tryCompare(list, "count", 61)
            tryVerify(() => list.itemAtIndex(0)?.item.failed)
            const again = find(list.itemAtIndex(0), item => item.text === "Erneut senden" && item.visible)
            verify(again)
            again.forceActiveFocus(Qt.TabFocusReason)
            tryVerify(() => {
                const place = again.mapToItem(list, 0, 0)
                return place.y >= 0 && place.y + again.height <= list.height
            })
        }
    }
}
