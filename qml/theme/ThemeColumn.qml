import QtQuick

/// Widths of columns at text scale 1, in pixels.
QtObject {
    readonly property int form: 560
    readonly property int settings: 660
    readonly property int conversation: 760
    readonly property int list: 340
    readonly property int rail: 112
}
