import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Tim

/// What stands in a dialog: the question, what it means, and the two answers, which stay in view.
ColumnLayout {
    id: root

    required property string title
    required property string text
    required property string confirmText
    required property bool dangerous

    signal cancelled()
    signal confirmed()

    spacing: Theme.space.l
    Accessible.role: Accessible.Dialog
    Accessible.name: root.title
    Accessible.description: root.text

    function focusCancel(): void {
        cancel.forceActiveFocus(Qt.TabFocusReason)
    }

    Flickable {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: words.height
        Layout.maximumHeight: words.height
        contentHeight: words.height
        clip: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { }

        Column {
            id: words

            width: parent.width
            spacing: Theme.space.m

            Txt {
                width: parent.width
                text: root.title
                strong: true
                font.pixelSize: Theme.type.title
                Accessible.role: Accessible.Heading
            }
            Txt {
                width: parent.width
                text: root.text
            }
        }
    }
    Buttons {
        Layout.fillWidth: true
        stretch: width / Theme.textScale < Theme.column.list

        AppButton {
            id: cancel

            //% "Cancel"
            text: qsTrId("action.cancel")
            onClicked: root.cancelled()
        }
        AppButton {
            kind: root.dangerous ? AppButton.Danger : AppButton.Primary
            text: root.confirmText
            onClicked: root.confirmed()
        }
    }
}
