import QtQuick
import Tim

/// Whose account a dialog is about, and at which insurer.
Txt {
    id: root

    required property string spoken

    visible: text.length > 0
    muted: true
    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    Accessible.name: root.spoken
}
