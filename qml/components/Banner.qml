import QtQuick
import QtQuick.Layouts
import Tim

/// One line across a pane about a state that passes by itself.
Rectangle {
    id: root

    required property string text
    property string symbol: "info-circle"
    property string actionText

    signal action()

    implicitHeight: row.implicitHeight + 2 * Theme.space.s
    color: Theme.color.warningSoft
    border.width: Theme.edge
    border.color: Theme.color.warning
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space.l
        anchors.rightMargin: Theme.space.s
        spacing: Theme.space.m

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.space.s
            symbol: root.symbol
            color: Theme.color.warning
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.space.s

            Txt {
                width: Math.min(implicitWidth, parent.width)
                topPadding: Theme.space.s
                text: root.text
                font.pixelSize: Theme.type.caption
                Accessible.ignored: true
            }
            AppButton {
                visible: root.actionText.length > 0
                kind: AppButton.Quiet
                text: root.actionText
                onClicked: root.action()
            }
        }
    }
}
