import QtQuick
import Tim

/// One line across a pane about a state that passes by itself.
Rectangle {
    id: root

    required property string text
    property string symbol: "info-circle"
    property string actionText
    property string laterText
    /// Nothing is wrong: it only invites.
    property bool calm: false

    signal action()
    signal later()

    implicitHeight: column.height + 2 * Theme.space.m
    color: calm ? Theme.color.primarySoft : Theme.color.warningSoft
    border.width: Theme.edge
    border.color: calm ? Theme.color.primary : Theme.color.warning
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: icon

        x: Theme.space.l
        y: Theme.space.m + (words.lineHeight - height) / 2
        symbol: root.symbol
        color: root.calm ? Theme.color.primary : Theme.color.warning
    }
    Column {
        id: column

        x: icon.x + icon.width + Theme.space.m
        y: Theme.space.m
        width: root.width - x - Theme.space.l

        Txt {
            id: words

            width: parent.width
            text: root.text
            font.pixelSize: Theme.type.caption
            Accessible.ignored: true
        }
        Flow {
            x: -Theme.space.s
            width: parent.width + Theme.space.s

            AppButton {
                visible: root.actionText.length > 0
                maximumWidth: parent.width
                leftPadding: Theme.space.s
                rightPadding: Theme.space.s
                kind: AppButton.Quiet
                text: root.actionText
                onClicked: root.action()
            }
            AppButton {
                visible: root.laterText.length > 0
                maximumWidth: parent.width
                leftPadding: Theme.space.s
                rightPadding: Theme.space.s
                kind: AppButton.Quiet
                text: root.laterText
                onClicked: root.later()
            }
        }
    }
}
