import QtQuick
import Tim

/// A raised sheet: what belongs together.
Rectangle {
    color: Theme.color.surface
    radius: Theme.radius.card
    border.width: 1
    border.color: Theme.color.divider
}
