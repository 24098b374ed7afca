import QtQuick
import QtQuick.Controls.Basic
import Tim

/// The word for a symbol, shown while it is pointed at or has the focus.
ToolTip {
    id: root

    delay: 600
    padding: Theme.space.s
    contentItem: Txt {
        text: root.text
        color: Theme.color.canvas
        font.pixelSize: Theme.type.caption
        Accessible.ignored: true
    }
    background: Rectangle {
        color: Theme.color.text
        radius: Theme.radius.field
    }
}
