import QtQuick
import QtQuick.Layouts
import Tim

/// What a message answers: the name and the first two lines.
RowLayout {
    id: root

    required property string name
    required property string text
    required property color ink
    required property real measure

    spacing: Theme.space.s

    Rectangle {
        Layout.fillHeight: true
        implicitWidth: 3
        color: Theme.color.primary
    }
    ColumnLayout {
        spacing: 0

        Txt {
            Layout.maximumWidth: root.measure - Theme.space.m
            visible: text.length > 0
            text: root.name
            color: root.ink
            strong: true
            font.pixelSize: Theme.type.caption
            Accessible.ignored: true
        }
        Txt {
            objectName: "mayElide"
            Layout.maximumWidth: root.measure - Theme.space.m
            text: root.text
            color: root.ink
            maximumLineCount: 2
            elide: Text.ElideRight
            font.pixelSize: Theme.type.caption
            Accessible.ignored: true
        }
    }
}
