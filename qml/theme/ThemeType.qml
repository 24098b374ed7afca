import QtQuick

/// Type sizes, in pixels. Nothing is smaller than 14.
QtObject {
    required property real scale

    readonly property string family: "Inter"
    readonly property string mono: "Noto Sans Mono"
    readonly property string emoji: "Noto Color Emoji"
    readonly property int caption: Math.round(14 * scale)
    readonly property int body: Math.round(16 * scale)
    readonly property int message: Math.round(17 * scale)
    readonly property int title: Math.round(19 * scale)
    readonly property int headline: Math.round(27 * Math.min(scale, 1.6))
    /// An emoji that is a picture by itself.
    readonly property int picture: Math.round(34 * Math.min(scale, 1.6))
    /// Of running text, in font sizes.
    readonly property real lineHeight: 1.45
}
