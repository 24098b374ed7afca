import QtQuick
import Tim

/// Two pixels of text colour, two pixels away from what has the focus: seen on every background.
Rectangle {
    id: root

    required property Item target
    /// Distance to the edge of the target; 0 where there is no room around it.
    property int distance: 4

    objectName: "focusRing"
    anchors.fill: parent
    anchors.margins: -distance
    visible: target.activeFocus
    z: 10
    color: "transparent"
    border.width: 2
    border.color: Theme.color.text
    radius: Theme.radius.field + distance
    Accessible.ignored: true
}
