import QtQuick
import QtQuick.Layouts
import Tim

/// What stands in a dialog: the question, what it means, and the two answers.
Flickable {
    id: root

    required property string title
    required property string text
    required property string confirmText
    required property bool dangerous

    signal cancelled()
    signal confirmed()

    implicitHeight: column.implicitHeight
    contentHeight: column.implicitHeight
    clip: contentHeight > height
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.Dialog
    Accessible.name: root.title
    Accessible.description: root.text

    function focusCancel(): void {
        cancel.forceActiveFocus(Qt.TabFocusReason)
    }

    ColumnLayout {
        id: column

        width: parent.width
        spacing: Theme.space.l

        Txt {
            Layout.fillWidth: true
            text: root.title
            strong: true
            font.pixelSize: Theme.type.title
            Accessible.role: Accessible.Heading
        }
        Txt {
            Layout.fillWidth: true
            text: root.text
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.space.m

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
}
