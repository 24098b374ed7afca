import QtQuick
import QtQuick.Layouts
import Tim
import Tim.Ui

/// When a message was written and, of one's own, what became of it.
RowLayout {
    id: root

    required property timelineRow item
    required property color ink

    spacing: Theme.space.xs

    Txt {
        text: root.item.time
        color: root.ink
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.type.caption
        spread: 1.25
        Accessible.ignored: true
    }
    Icon {
        visible: root.item.stateSymbol.length > 0
        symbol: root.item.stateSymbol
        size: Theme.type.caption
        color: root.ink
    }
    Txt {
        Layout.fillWidth: true
        visible: text.length > 0
        text: root.item.stateText
        color: root.ink
        strong: root.item.failed
        font.pixelSize: Theme.type.caption
        spread: 1.25
        Accessible.ignored: true
    }
}
