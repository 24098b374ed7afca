import QtQuick
import Tim

/// One picture and its name.
Card {
    id: root

    required property string symbol
    required property string words
    /// Height that the words are given; at least what they need.
    property real wordsRoom: 0
    readonly property alias wordsHeight: name.implicitHeight

    implicitHeight: picture.height + Math.max(wordsRoom, wordsHeight) + Theme.space.xs + 2 * Theme.space.m
    Accessible.role: Accessible.ListItem
    Accessible.name: words

    Text {
        id: picture

        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.space.m
        height: Math.round(font.pixelSize * 1.3) // not the font's: symbols of two characters are taller
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        text: root.symbol
        font.family: Theme.type.emoji
        font.pixelSize: Theme.type.picture
        Accessible.ignored: true
    }
    Txt {
        id: name

        x: Theme.space.s
        y: picture.y + picture.height + Theme.space.xs
        width: root.width - 2 * x
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        text: root.words
        font.pixelSize: Theme.type.caption
        Accessible.ignored: true
    }
}
