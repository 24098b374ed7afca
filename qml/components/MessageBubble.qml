pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// One message: text, file, or why there is nothing to read. As wide as its longest line.
Rectangle {
    id: root

    required property timelineRow item
    /// Room for the bubble.
    required property real available

    /// A key code, which is not here, can make what is missing readable.
    property bool codeHelps: false
    readonly property bool wantsCode: codeHelps && item.keyMissing
    //% "With your key code you can perhaps read it."
    readonly property string hint: wantsCode ? qsTrId("timeline.unreadable.codeHelps") : item.hint

    signal retried()
    signal discarded()
    signal codeRequested()

    readonly property bool quiet: item.kind === TimelineKind.Quiet
    /// Widest line of the content. Texts get this width and say how much of it they use: their width depends on nothing else.
    readonly property real measure: Math.max(Theme.target, Math.min(available * (available / Theme.textScale < 260 ? 1 : 0.84), Theme.column.form * Theme.textScale)
                                                           - 2 * Theme.space.m)
    readonly property real used: Math.max(sender.used, quote.used, file.used, mark.used, body.used, reactions.width, warning.used,
                                          failure.used, answers.used, enter.used, state.used)
    readonly property color ink: quiet ? Theme.color.textMuted : item.own ? Theme.color.primarySoftInk : Theme.color.text

    implicitWidth: used + 2 * Theme.space.m
    implicitHeight: content.height + 2 * Theme.space.s
    radius: Theme.radius.bubble
    color: quiet ? "transparent" : item.own ? Theme.color.primarySoft : Theme.color.surface
    border.width: item.failed ? 2 : quiet ? 1 : item.own ? Theme.edge : 1
    border.color: item.failed ? Theme.color.danger : quiet || item.own ? Theme.color.outline : Theme.color.divider
    Accessible.ignored: true

    Column {
        id: content

        x: Theme.space.m
        y: Theme.space.s
        spacing: Theme.space.xs

        Txt {
            id: sender

            width: root.measure
            visible: text.length > 0
            text: root.item.sender
            strong: true
            color: Theme.color.primary
            font.pixelSize: Theme.type.caption
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
        MessageQuote {
            id: quote

            name: root.item.replyName
            text: root.item.replyText
            ink: root.ink
            measure: root.measure
        }
        MessageMark {
            id: file

            framed: true
            symbol: root.item.kind === TimelineKind.File ? root.item.symbol : ""
            title: root.item.fileName
            note: root.item.fileInfo
            ink: root.ink
            measure: root.measure
        }
        MessageMark {
            id: mark

            symbol: root.quiet ? root.item.symbol : ""
            title: root.item.text
            note: root.hint
            ink: root.ink
            measure: root.measure
        }
        Txt {
            id: body

            width: root.measure
            visible: text.length > 0
            text: root.quiet ? "" : root.item.text
            color: root.ink
            font.pixelSize: Theme.type.message
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
        Flow {
            id: reactions

            width: root.item.reactions.length > 0 ? Math.min(root.measure, Theme.target * root.item.reactions.length * 1.4) : 0
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
            id: warning

            symbol: !root.item.warning ? "" : root.item.alarming ? "shield-exclamation" : "key"
            note: root.item.warning
            ink: root.item.alarming ? Theme.color.danger : root.ink
            measure: root.measure
        }
        MessageState {
            id: state

            x: root.used - used
            item: root.item
            ink: root.item.failed ? Theme.color.danger : root.ink
            measure: root.measure
        }
        Txt {
            id: failure

            width: root.measure
            visible: text.length > 0
            text: root.item.failed ? (root.item.failure.cause + " " + root.item.failure.next).trim() : ""
            color: Theme.color.danger
            font.pixelSize: Theme.type.caption
            horizontalAlignment: Text.AlignLeft
            Accessible.ignored: true
        }
        AppButton {
            id: enter

            readonly property real used: visible ? width : 0

            visible: root.wantsCode
            maximumWidth: root.measure
            symbol: "key"
            text: qsTrId("health.enterCode")
            onClicked: root.codeRequested()
        }
        Flow {
            id: answers

            readonly property real both: again.implicitWidth + away.implicitWidth + spacing
            readonly property real used: visible ? Math.min(both, root.measure) : 0

            width: root.measure
            visible: root.item.failed
            spacing: Theme.space.s
            bottomPadding: Theme.space.xs

            AppButton {
                id: again

                //% "Send again"
                text: qsTrId("timeline.retry")
                symbol: "arrow-clockwise"
                onClicked: root.retried()
            }
            AppButton {
                id: away

                //% "Discard"
                text: qsTrId("timeline.discard")
                symbol: "trash"
                onClicked: root.discarded()
            }
        }
    }
}
