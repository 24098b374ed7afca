import QtQuick

/// Corners, in pixels.
QtObject {
    readonly property int field: 10
    readonly property int card: 14
    readonly property int bubble: 18
}
