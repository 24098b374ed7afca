import QtQuick
import QtQuick.Window
import Tim

/// One symbol in the colour of the text beside it. Never alone: text or an accessible name says the same.
Item {
    id: root

    property string symbol
    property real size: Theme.symbol
    property color color: Theme.color.text

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Image {
        readonly property int pixels: Math.round(root.size * Screen.devicePixelRatio)

        anchors.centerIn: parent
        width: root.size
        height: root.size
        // Not `+ root.color`: in Qt 6.4 the compiled conversion crashes when memory is collected in the middle of it.
        source: root.symbol ? "image://icon/" + root.symbol + "/" + root.color.toString() : ""
        sourceSize.width: pixels
        sourceSize.height: pixels
        Accessible.ignored: true
    }
}
