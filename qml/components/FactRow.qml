import QtQuick
import QtQuick.Layouts
import Tim

/// A fact with its name: nothing to press.
Item {
    id: root

    property string symbol
    required property string title
    required property string value
    /// How it is read aloud, for codes; the value itself if empty.
    property string spoken
    property bool code: false

    implicitHeight: row.implicitHeight + 2 * Theme.space.m
    Layout.fillWidth: true
    Accessible.role: Accessible.StaticText
    Accessible.name: title + ": " + (spoken || value)

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space.l
        anchors.rightMargin: Theme.space.l
        spacing: Theme.space.l

        Icon {
            Layout.alignment: Qt.AlignTop
            visible: root.symbol.length > 0
            symbol: root.symbol
            color: Theme.color.primary
        }
        ColumnLayout {
            spacing: Theme.space.xs / 2

            Txt {
                Layout.fillWidth: true
                text: root.title
                muted: true
                font.pixelSize: Theme.type.caption
                Accessible.ignored: true
            }
            Txt {
                Layout.fillWidth: true
                text: root.value
                wrapMode: root.code ? Text.WrapAnywhere : Text.Wrap
                font.family: root.code ? Theme.type.mono : Theme.type.family
                Accessible.ignored: true
            }
        }
    }
}
