import QtQuick
import Tim

/// Text as everything here shows it: plain, wrapping, in the theme's type.
Text {
    property bool muted: false
    property bool strong: false

    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    color: muted ? Theme.color.textMuted : Theme.color.text
    font.family: Theme.type.family
    font.pixelSize: Theme.type.body
    font.weight: strong ? Font.DemiBold : Font.Normal
    lineHeight: Theme.type.lineHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text.length === 0
}
