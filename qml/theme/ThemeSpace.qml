import QtQuick

/// Gaps, in pixels. They do not grow with the text.
QtObject {
    readonly property int xs: 4
    readonly property int s: 8
    readonly property int m: 12
    readonly property int l: 16
    readonly property int xl: 24
    readonly property int xxl: 40
}
