import QtQuick
import QtTest
import Tim

/// What one can do about a notice is there whenever the notice is.
Item {
    id: root

    width: 600
    height: 400

    Notice {
        id: notice

        width: 400
        visible: false
        title: "Kein Browser"
        text: "Kopieren Sie die Adresse."
        actions: AppButton {
            id: button

            text: "Adresse kopieren"
        }
    }

    TestCase {
        name: "Notice"
        when: windowShown

        function test_aNoticeThatComesLaterHasItsButton(): void {
            verify(!button.visible)
            notice.visible = true
            verify(button.visible)
            verify(button.height >= Theme.target)
            const below = button.mapToItem(notice, 0, button.height).y
            verify(below <= notice.height, "the button hangs out of the notice")
            notice.visible = false
            verify(!button.visible)
        }
    }
}
