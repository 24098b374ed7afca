pragma ComponentBehavior: Bound
import QtQuick
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
    readonly property real measure: Math.min(available * 0.84, Theme.column.form * Theme.textScale) - 2 * Theme.space.m
    readonly property color ink: quiet ? Theme.color.textMuted : item.own ? Theme.color.primarySoftInk : Theme.color.text

    width: content.width + 2 * Theme.space.m
    height: content.height + 2 * Theme.space.s
    implicitHeight: height
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
            width: Math.min(implicitWidth, root.measure)
            visible: text.length > 0
            text: root.item.sender
            strong: true
            color: Theme.color.primary
            font.pixelSize: Theme.type.caption
            Accessible.ignored: true
        }
        Row {
            visible: root.item.replyText.length > 0
            spacing: Theme.space.s

            Rectangle {
                width: 3
                height: quoted.height
                color: Theme.color.primary
            }
            Column {
                id: quoted

                Txt {
                    width: Math.min(implicitWidth, root.measure - Theme.space.m)
                    visible: text.length > 0
                    text: root.item.replyName
                    color: root.ink
                    strong: true
                    font.pixelSize: Theme.type.caption
                    Accessible.ignored: true
                }
                Txt {
                    objectName: "mayElide"
                    width: Math.min(implicitWidth, root.measure - Theme.space.m)
                    text: root.item.replyText
                    color: root.ink
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    font.pixelSize: Theme.type.caption
                    Accessible.ignored: true
                }
            }
        }
        Row {
            visible: root.item.kind === TimelineKind.File
            spacing: Theme.space.m

            Rectangle {
                id: fileMark

                width: Theme.symbol * 2.2
                height: width
                radius: Theme.radius.field
                color: Theme.color.canvas
                border.width: Theme.edge
                border.color: Theme.color.outline

                Icon {
                    anchors.centerIn: parent
                    symbol: root.item.symbol
                    color: Theme.color.primary
                }
            }
            Column {
                readonly property real measure: root.measure - fileMark.width - Theme.space.m

                Txt {
                    width: Math.min(implicitWidth, parent.measure)
                    text: root.item.fileName
                    color: root.ink
                    strong: true
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    Accessible.ignored: true
                }
                Txt {
                    width: Math.min(implicitWidth, parent.measure)
                    text: root.item.fileInfo
                    color: root.ink
                    font.pixelSize: Theme.type.caption
                    Accessible.ignored: true
                }
            }
        }
        Row {
            visible: root.quiet
            spacing: Theme.space.s

            Icon {
                id: mark

                y: 2
                symbol: root.item.symbol
                color: Theme.color.textMuted
            }
            Column {
                readonly property real measure: root.measure - mark.width - Theme.space.s

                Txt {
                    width: Math.min(implicitWidth, parent.measure)
                    text: root.item.text
                    muted: true
                    Accessible.ignored: true
                }
                Txt {
                    width: Math.min(implicitWidth, parent.measure)
                    visible: text.length > 0
                    text: root.item.hint
                    muted: true
                    font.pixelSize: Theme.type.caption
                    Accessible.ignored: true
                }
            }
        }
        Txt {
            width: Math.min(implicitWidth, root.measure)
            visible: !root.quiet && text.length > 0
            text: root.item.text
            color: root.ink
            font.pixelSize: Theme.type.message
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            Accessible.ignored: true
        }
        Flow {
            width: Math.min(implicitWidth, root.measure)
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
        Row {
            visible: root.item.warning.length > 0
            spacing: Theme.space.xs

            Icon {
                id: warningMark

                symbol: "shield-exclamation"
                size: Theme.type.caption * 1.2
                color: Theme.color.danger
            }
            Txt {
                width: Math.min(implicitWidth, root.measure - warningMark.width - Theme.space.xs)
                text: root.item.warning
                color: Theme.color.danger
                font.pixelSize: Theme.type.caption
                Accessible.ignored: true
            }
        }
        Row {
            anchors.right: parent.right
            visible: root.item.time.length > 0
            spacing: Theme.space.xs

            Txt {
                text: root.item.time
                color: root.ink
                font.pixelSize: Theme.type.caption
                lineHeight: 1
                Accessible.ignored: true
            }
            Icon {
                visible: root.item.stateSymbol.length > 0
                symbol: root.item.stateSymbol
                size: Theme.type.caption
                color: root.item.failed ? Theme.color.danger : root.ink
            }
            Txt {
                visible: text.length > 0
                text: root.item.stateText
                color: root.item.failed ? Theme.color.danger : root.ink
                strong: root.item.failed
                font.pixelSize: Theme.type.caption
                lineHeight: 1
                Accessible.ignored: true
            }
        }
        Txt {
            width: Math.min(implicitWidth, root.measure)
            visible: root.item.failed && text.length > 0
            text: (root.item.failure.cause + " " + root.item.failure.next).trim()
            color: Theme.color.danger
            font.pixelSize: Theme.type.caption
            Accessible.ignored: true
        }
        Flow {
            width: Math.min(implicitWidth, root.measure)
            visible: root.item.failed
            spacing: Theme.space.s

            AppButton {
                //% "Send again"
                text: qsTrId("timeline.retry")
                symbol: "arrow-clockwise"
                onClicked: root.retried()
            }
            AppButton {
                //% "Discard"
                text: qsTrId("timeline.discard")
                symbol: "trash"
                onClicked: root.discarded()
            }
        }
    }
}
