import QtQuick
import Tim

/// One numbered step of what to do with the sheet.
Item {
    id: root

    required property int number
    required property string symbol
    required property string title
    required property string note
    default property alias content: column.data

    implicitHeight: Math.max(circle.height, column.implicitHeight)
    width: parent?.width ?? 0

    Rectangle {
        id: circle

        width: Theme.symbol * 2
        height: width
        radius: width / 2
        color: Theme.color.primarySoft
        border.width: Theme.edge
        border.color: Theme.color.outline

        Icon {
            anchors.centerIn: parent
            symbol: root.symbol
            color: Theme.color.primarySoftInk
        }
    }
    Column {
        id: column

        x: circle.width + Theme.space.m
        width: root.width - x
        spacing: Theme.space.xs

        Txt {
            width: parent.width
            text: root.number + ". " + root.title
            strong: true
        }
        Txt {
            width: parent.width
            text: root.note
            muted: true
        }
    }
}
