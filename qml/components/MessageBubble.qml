pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Tim
import Tim.Ui

/// One message: text, file, or why there is nothing to read.
Rectangle {
    id: root

    required property timelineRow item
    /// Room for the bubble.
    required property real available

    signal retried()
    signal discarded()

    readonly property bool quiet: item.kind === TimelineKind.Quiet
    /// Widest line of the content.
    readonly property real measure: Math.min(available * 0.84, Theme.column.form * Theme.textScale) - 2 * Theme.space.m
    readonly property color ink: quiet ? Theme.color.textMuted : item.own ? Theme.color.primarySoftInk : Theme.color.text

    implicitWidth: content.implicitWidth + 2 * Theme.space.m
    implicitHeight: content.implicitHeight + 2 * Theme.space.s
    radius: Theme.radius.bubble
    color: quiet ? "transparent" : item.own ? Theme.color.primarySoft : Theme.color.surface
    border.width: item.failed ? 2 : quiet ? 1 : item.own ? Theme.edge : 1
    border.color: item.failed ? Theme.color.danger : quiet || item.own ? Theme.color.outline : Theme.color.divider
    Accessible.ignored: true

    ColumnLayout {
        id: content

        x: Theme.space.m
        y: Theme.space.s
        width: root.width - 2 * Theme.space.m
        spacing: Theme.space.xs

        Txt {
            Layout.maximumWidth: root.measure
            visible: text.length > 0
            text: root.item.sender
            strong: true
            color: Theme.color.primary
            font.pixelSize: Theme.type.caption
            Accessible.ignored: true
        }
        MessageQuote {
            visible: root.item.replyText.length > 0
            name: root.item.replyName
            text: root.item.replyText
            ink: root.ink
            measure: root.measure
        }
        MessageMark {
            visible: root.item.kind === TimelineKind.File
            framed: true
            symbol: root.item.symbol
            title: root.item.fileName
            note: root.item.fileInfo
            ink: root.ink
            measure: root.measure
        }
        MessageMark {
            visible: root.quiet
            symbol: root.item.symbol
            title: root.item.text
            note: root.item.hint
            ink: root.ink
            measure: root.measure
        }
        Txt {
            Layout.maximumWidth: root.measure
            visible: !root.quiet && text.length > 0
            text: root.item.text
            color: root.ink
            font.pixelSize: Theme.type.message
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Accessible.ignored: true
        }
        Row {
            visible: root.item.reactions.length > 0
            spacing: Theme.space.xs

            Repeater {
                model: root.item.reactions

                Badge {
                    required property string modelData

                    text: modelData
                }
            }
        }
        MessageMark {
            visible: root.item.warning.length > 0
            symbol: "shield-exclamation"
            note: root.item.warning
            ink: Theme.color.danger
            measure: root.measure
        }
        MessageState {
            Layout.alignment: Qt.AlignRight
            Layout.maximumWidth: root.measure
            visible: root.item.time.length > 0
            item: root.item
            ink: root.item.failed ? Theme.color.danger : root.ink
        }
        Txt {
            Layout.maximumWidth: root.measure
            visible: root.item.failed && text.length > 0
            text: (root.item.failure.cause + " " + root.item.failure.next).trim()
            color: Theme.color.danger
            font.pixelSize: Theme.type.caption
            Accessible.ignored: true
        }
        GridLayout {
            visible: root.item.failed
            columns: root.measure < Theme.column.list * Theme.textScale ? 1 : 2
            columnSpacing: Theme.space.s
            rowSpacing: Theme.space.s

            AppButton {
                maximumWidth: root.measure
                //% "Send again"
                text: qsTrId("timeline.retry")
                symbol: "arrow-clockwise"
                onClicked: root.retried()
            }
            AppButton {
                maximumWidth: root.measure
                //% "Discard"
                text: qsTrId("timeline.discard")
                symbol: "trash"
                onClicked: root.discarded()
            }
        }
    }
}
