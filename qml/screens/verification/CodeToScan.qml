import QtQuick
import Tim
import Tim.Ui

/// The code that the other device reads: white in every theme, because readers of QR codes want it so.
QrItem {
    id: root

    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    //% "QR code for the other device. If you cannot show it, compare pictures or numbers."
    Accessible.name: qsTrId("verify.qr")
    Accessible.focusable: true

    FocusRing {
        target: root
        distance: 0
        border.color: Theme.light.text
    }
}
