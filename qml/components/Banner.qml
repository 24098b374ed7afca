import QtQuick
import Tim

/// One line across a pane about a state that passes by itself.
Rectangle {
    id: root

    required property string text
    property string symbol: "info-circle"
    property string actionText

    signal action()

    implicitHeight: column.height + 2 * Theme.space.m
    color: Theme.color.warningSoft
    border.width: Theme.edge
    border.color: Theme.color.warning
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: icon

        x: Theme.space.l
        y: Theme.space.m + (words.lineHeight - height) / 2
        symbol: root.symbol
        color: Theme.color.warning
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
        AppButton {
            x: -leftPadding
            visible: root.actionText.length > 0
            maximumWidth: column.width + leftPadding
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            kind: AppButton.Quiet
            text: root.actionText
            onClicked: root.action()
        }
    }
}
