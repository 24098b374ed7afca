import QtQuick
import QtQuick.Controls
import Tim

/// A question over everything else. Escape and the first button leave everything as it is; focus returns to where it was.
Popup {
    id: root

    required property string title
    required property string text
    required property string confirmText
    property bool dangerous: false

    signal confirmed()

    property Item opener: null

    parent: Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape
    padding: Theme.space.xl
    width: Math.min(Theme.column.form * Math.min(Theme.textScale, 1.4), (parent?.width ?? 0) - 2 * Theme.space.l)
    height: Math.min(implicitHeight, (parent?.height ?? 0) - 2 * Theme.space.l)
    onAboutToShow: opener = parent?.Window.activeFocusItem ?? null
    onOpened: (contentItem as DialogBody).focusCancel()
    onClosed: opener?.forceActiveFocus(Qt.TabFocusReason)

    Overlay.modal: Rectangle {
        color: Qt.alpha(Theme.color.sunken, 0.8)
    }
    background: Rectangle {
        color: Theme.color.surface
        radius: Theme.radius.card
        border.width: Math.max(1, Theme.edge)
        border.color: Theme.color.outline
    }
    contentItem: DialogBody {
        title: root.title
        text: root.text
        confirmText: root.confirmText
        dangerous: root.dangerous
        onCancelled: root.close()
        onConfirmed: {
            root.close()
            root.confirmed()
        }
    }
}
