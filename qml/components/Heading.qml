import QtQuick
import Tim

/// The headline of a page; screen readers jump to it.
Txt {
    font.pixelSize: Theme.type.headline
    font.weight: Font.Bold
    spread: 1.25
    Accessible.role: Accessible.Heading
}
