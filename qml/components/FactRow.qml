import QtQuick
import QtQuick.Layouts
import Tim

/// A fact with its name, or a statement with its reason: nothing to press.
Item {
    id: root

    property string symbol
    required property string title
    required property string value
    /// How it is read aloud, for codes; the value itself if empty.
    property string spoken
    property bool code: false
    /// The title is what is said, and the value only explains it.
    property bool statement: false

    implicitHeight: row.implicitHeight + 2 * Theme.space.m
    width: parent?.width ?? 0
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
        Column {
            Layout.fillWidth: true
            Layout.preferredWidth: 0
            spacing: Theme.space.xs / 2

            Txt {
                width: parent.width
                text: root.title
                muted: !root.statement
                strong: root.statement
                font.pixelSize: root.statement ? Theme.type.body : Theme.type.caption
                Accessible.ignored: true
            }
            Txt {
                width: parent.width
                text: root.value
                muted: root.statement
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                font.family: root.code ? Theme.type.mono : Theme.type.family
                Accessible.ignored: true
            }
        }
    }
}
