import QtQuick
import Tim

/// Text as everything here shows it: plain, wrapping, in the theme's type.
Text {
    property bool muted: false
    property bool strong: false
    /// Distance of the lines, in font sizes.
    property real spread: Theme.type.lineHeight
    /// How much of its width the words need.
    readonly property real used: text.length > 0 ? Math.ceil(contentWidth) : 0

    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    color: muted ? Theme.color.textMuted : Theme.color.text
    font.family: Theme.type.family
    font.pixelSize: Theme.type.body
    font.weight: strong ? Font.DemiBold : Font.Normal
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(font.pixelSize * spread)
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text.length === 0
}
