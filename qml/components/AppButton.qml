import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Tim

/// A button with words. One `Primary` a screen; `Danger` only for what cannot be undone.
Button {
    id: root

    enum Kind { Primary, Secondary, Quiet, Danger }

    property int kind: AppButton.Secondary
    property string symbol
    /// Longer words wrap. By default as wide as the row of buttons that it stands in.
    property real maximumWidth: parent as Flow ? parent.width : 100000
    readonly property bool stretched: (parent as Buttons)?.stretch ?? false
    readonly property color ink: !enabled ? Theme.color.textMuted
        : kind === AppButton.Primary ? Theme.color.primaryInk
        : kind === AppButton.Danger ? Theme.color.dangerInk : Theme.color.primary

    implicitWidth: stretched ? maximumWidth : Math.min(maximumWidth, Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding))
    implicitHeight: Math.max(Theme.target, implicitContentHeight + 2 * Theme.space.s)
    leftPadding: Theme.space.l
    rightPadding: Theme.space.l
    topPadding: Theme.space.xs
    bottomPadding: Theme.space.xs
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    // In Qt 6.4 the press of a screen reader does not reach a button by itself.
    Accessible.onPressAction: if (root.enabled) root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: RowLayout {
        spacing: Theme.space.s

        Icon {
            visible: root.symbol.length > 0
            symbol: root.symbol
            color: root.ink
        }
        Txt {
            Layout.fillWidth: true
            text: root.text
            color: root.ink
            strong: true
            spread: 1.25
            horizontalAlignment: root.symbol ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius.field
        color: !root.enabled ? Theme.color.sunken
            : root.kind === AppButton.Primary ? Theme.color.primary
            : root.kind === AppButton.Danger ? Theme.color.danger
            : root.hovered || root.down ? Theme.color.primarySoft
            : root.kind === AppButton.Quiet ? "transparent" : Theme.color.surface
        border.width: root.kind === AppButton.Secondary || !root.enabled ? 1 : 0
        border.color: Theme.color.outline

        FocusRing { target: root; visible: root.visualFocus }
    }
}
