import QtQuick
import QtQuick.Layouts
import Tim

/// A moment to wait, with what happens in it.
ColumnPage {
    id: root

    required property string text

    BusyState {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space.s
        centred: false
        text: root.text
    }
}
