import QtQuick
import QtQuick.Controls.Basic
import Tim

/// A symbol to press. `label` is what it does; it is the accessible name and the tooltip.
AbstractButton {
    id: root

    required property string label
    property string symbol
    property bool filled: false

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: label
    Accessible.onPressAction: if (root.enabled) root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        Accessible.ignored: true

        Icon {
            anchors.centerIn: parent
            symbol: root.symbol
            color: !root.enabled ? Theme.color.textMuted : root.filled ? Theme.color.primaryInk : Theme.color.text
        }
    }
    background: Rectangle {
        radius: width / 2
        color: root.filled && root.enabled ? Theme.color.primary
            : root.filled || root.hovered || root.down ? Theme.color.sunken : "transparent"
        border.width: root.filled && !root.enabled ? 1 : 0
        border.color: Theme.color.outline

        FocusRing {
            target: root
            visible: root.visualFocus
            radius: width / 2
        }
    }

    Hint {
        text: root.label
        visible: root.hovered || root.visualFocus
    }
}
