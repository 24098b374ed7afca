import QtQuick
import Tim
import Tim.Ui

/// One row of a conversation: a divider, a quiet fact, or a message at the side of who wrote it.
FocusScope {
    id: root

    required property timelineRow item
    required property int index

    /// As in MessageBubble.
    property bool codeHelps: false

    signal codeRequested()
    signal retried(string key)
    signal discarded(string key)

    readonly property bool divides: item.kind === TimelineKind.Day || item.kind === TimelineKind.Note

    width: ListView.view ? ListView.view.width : implicitWidth
    implicitHeight: (divides ? divider.height : bubble.implicitHeight) + (item.last ? Theme.space.m : Theme.space.xs)
    Accessible.role: Accessible.ListItem
    Accessible.name: bubble.wantsCode ? item.sentence.replace(item.hint.slice(0, -1), bubble.hint.slice(0, -1)) : item.sentence

    DayDivider {
        id: divider

        width: parent.width
        visible: root.divides
        text: root.item.text
        strong: root.item.kind === TimelineKind.Day
    }
    MessageBubble {
        id: bubble

        x: root.item.own ? root.width - width - 2 : 2
        width: implicitWidth
        height: implicitHeight
        visible: !root.divides
        item: root.item
        available: root.width
        codeHelps: root.codeHelps
        onCodeRequested: root.codeRequested()
        onRetried: root.retried(root.item.key)
        onDiscarded: root.discarded(root.item.key)
    }
    FocusRing {
        target: root
        anchors.fill: root.divides ? divider : bubble
        distance: 0
    }
}
