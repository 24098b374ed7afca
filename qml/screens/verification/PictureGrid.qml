pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// The seven pictures with their places and names. One stop of the keyboard: all seven are read there, in order.
Item {
    id: root

    required property VerificationViewModel verification
    readonly property int columns: width / Theme.textScale < 220 ? 1 : width / Theme.textScale < 480 ? 2 : 4
    /// Of the longest name, so that all cards are alike.
    property real tallest: 0

    function measure(): void {
        let tallest = 0
        for (let i = 0; i < cards.count; ++i)
            tallest = Math.max(tallest, (cards.itemAt(i) as PictureCard)?.wordsHeight ?? 0)
        root.tallest = tallest
    }

    implicitHeight: grid.height
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    //% "Seven pictures"
    Accessible.name: qsTrId("verify.pictures")
    Accessible.description: Array.from(root.verification.pictureNames).join(", ")
    Accessible.focusable: true

    Grid {
        id: grid

        width: parent.width
        columns: root.columns
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m

        Repeater {
            id: cards

            model: root.verification.pictures
            onItemAdded: root.measure()

            PictureCard {
                required property sasPicture modelData
                required property int index

                width: (root.width - (root.columns - 1) * Theme.space.m) / root.columns
                symbol: modelData.symbol
                words: root.verification.pictureNames[index] ?? ""
                wordsRoom: root.tallest
                onWordsHeightChanged: root.measure()
            }
        }
    }
    FocusRing {
        target: root
    }
}
