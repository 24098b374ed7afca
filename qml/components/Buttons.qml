import QtQuick
import Tim

/// Answers beside each other, or below each other where there is no room: then all are as wide as the column.
Flow {
    /// Each button takes the whole width.
    property bool stretch: false

    spacing: Theme.space.m
}
