import QtQuick
import Tim
import Tim.Ui

/// People are round, institutions square: the difference is seen before the name is read.
Rectangle {
    id: root

    required property avatarLook look
    property real size: Math.round(44 * Math.min(Theme.textScale, 1.6))

    implicitWidth: size
    implicitHeight: size
    radius: look.square ? Theme.radius.field : size / 2
    color: Theme.color.hues[look.hue]
    border.width: Theme.edge
    border.color: Theme.color.outline
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        visible: root.look.symbol.length > 0
        symbol: root.look.symbol
        size: root.size * 0.46
    }
    Txt {
        anchors.centerIn: parent
        visible: root.look.symbol.length === 0
        text: root.look.letters
        strong: true
        font.pixelSize: Math.max(14, root.size * 0.36)
        spread: 1.22
        Accessible.ignored: true
    }
}
