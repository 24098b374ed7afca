import QtQuick
import Tim

/// How far something is. The words beside it say the same in numbers.
Rectangle {
    id: root

    /// From 0 to 1.
    required property real value

    implicitHeight: Theme.space.m
    radius: height / 2
    color: Theme.color.sunken
    border.width: 1
    border.color: Theme.color.outline
    Accessible.ignored: true

    Rectangle {
        width: Math.max(parent.height, parent.width * root.value)
        height: parent.height
        radius: parent.radius
        visible: root.value > 0
        color: Theme.color.primary
    }
}
