import QtQuick
import Tim

/// Rows that belong together, on one sheet under one small heading.
Column {
    id: root

    property string title
    default property alias rows: column.data

    width: parent?.width ?? 0
    spacing: Theme.space.s

    Txt {
        width: parent.width
        visible: root.title.length > 0
        text: root.title
        strong: true
        Accessible.role: Accessible.Heading
    }
    Card {
        width: parent.width
        implicitHeight: column.implicitHeight + 2 * Theme.space.xs

        Column {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.topMargin: Theme.space.xs
        }
    }
}
