import QtQuick
import Tim

/// A moment to wait, with what happens in it.
ColumnPage {
    id: root

    required property string text

    BusyState {
        width: parent.width
        topPadding: Theme.space.s
        centred: false
        text: root.text
    }
}
