pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// The three numbers: for people who cannot make out the pictures. One stop of the keyboard, read digit by digit (A19).
Item {
    id: root

    required property VerificationViewModel verification

    implicitHeight: flow.height
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    //% "Three numbers"
    Accessible.name: qsTrId("verify.numbers")
    Accessible.description: Array.from(root.verification.numbersSpoken).join(", ")
    Accessible.focusable: true

    Flow {
        id: flow

        width: parent.width
        spacing: Theme.space.m

        Repeater {
            model: root.verification.numbers

            Card {
                id: card

                required property string modelData
                required property int index

                width: digits.implicitWidth + 2 * Theme.space.l
                height: digits.height + 2 * Theme.space.m
                Accessible.role: Accessible.ListItem
                Accessible.name: root.verification.numbersSpoken[index] ?? ""

                Txt {
                    id: digits

                    anchors.centerIn: parent
                    text: card.modelData
                    font.family: Theme.type.mono
                    font.pixelSize: Theme.type.headline
                    Accessible.ignored: true
                }
            }
        }
    }
    FocusRing {
        target: root
    }
}
