import QtQuick
import QtQuick.Layouts
import Tim

/// Rows that belong together, on one sheet under one small heading.
ColumnLayout {
    id: root

    property string title
    default property alias rows: column.data

    spacing: Theme.space.s
    Layout.fillWidth: true

    Txt {
        Layout.fillWidth: true
        visible: root.title.length > 0
        text: root.title
        strong: true
        Accessible.role: Accessible.Heading
    }
    Card {
        Layout.fillWidth: true
        implicitHeight: column.implicitHeight + 2 * Theme.space.xs

        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.topMargin: Theme.space.xs
            spacing: 0
        }
    }
}
