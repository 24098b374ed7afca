import QtQuick
import QtQuick.Controls.Basic
import Tim

/// A page of one column: headline, one sentence, content, and at its foot what to do next. What stands in it takes its width
/// from the column. Positioners and not layouts: in Qt 6.4 layouts within layouts, whose heights follow from their widths, crash
/// now and then when the window gets another width.
FocusScope {
    id: root

    required property string title
    property string intro
    property int step: 0
    property int steps: 0
    property bool back: false
    property real columnWidth: Theme.column.form
    default property alias content: column.data
    property alias foot: footRow.data
    readonly property bool narrow: width / Theme.textScale < Theme.column.form
    readonly property real measure: Math.min(columnWidth * Math.min(Theme.textScale, 1.4), width - 2 * Theme.space.l)

    /// Back was pressed, or Escape.
    signal backRequested()

    Keys.onEscapePressed: event => {
        if (root.back)
            root.backRequested()
        else
            event.accepted = false
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.color.canvas
    }
    Flickable {
        id: scroll

        anchors.fill: parent
        anchors.bottomMargin: footBar.height
        contentWidth: width
        contentHeight: sheet.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollBar { }

        Column {
            id: sheet

            x: (scroll.width - width) / 2
            width: root.measure
            topPadding: !root.narrow ? Theme.space.xxl : way.visible ? Theme.space.m : Theme.space.xl
            bottomPadding: Theme.space.xl
            spacing: Theme.space.l

            Row {
                id: way

                x: root.back ? -Theme.space.m : 0
                spacing: Theme.space.s
                visible: root.back || root.steps > 0

                IconButton {
                    id: backButton

                    visible: root.back
                    //% "Back"
                    label: qsTrId("action.back")
                    symbol: "arrow-left"
                    onClicked: root.backRequested()
                }
                Txt {
                    anchors.verticalCenter: parent.verticalCenter
                    width: sheet.width - (root.back ? backButton.width : 0)
                    visible: root.steps > 0
                    muted: true
                    //% "Step %1 of %2"
                    text: qsTrId("page.step").arg(root.step).arg(root.steps)
                }
            }
            Column {
                width: parent.width
                spacing: Theme.space.s

                Heading {
                    width: parent.width
                    text: root.title
                }
                Txt {
                    width: parent.width
                    visible: root.intro.length > 0
                    text: root.intro
                    muted: true
                    font.pixelSize: Theme.type.message
                }
            }
            Column {
                id: column

                width: parent.width
                spacing: Theme.space.l
            }
        }
    }
    RevealFocus {
        flickable: scroll
        content: sheet
    }
    Rectangle {
        id: footBar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: footRow.children.length > 0 ? footRow.height + 2 * Theme.space.m : 0
        color: Theme.color.canvas

        Rectangle {
            width: parent.width
            height: 1
            visible: parent.height > 0
            color: Theme.color.divider
        }
        Buttons {
            id: footRow

            anchors.verticalCenter: parent.verticalCenter
            anchors.horizontalCenter: parent.horizontalCenter
            width: root.measure
            stretch: root.measure / Theme.textScale < Theme.column.list
        }
    }
}
