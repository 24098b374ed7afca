import QtQuick
import Tim

/// One thing the person should know, with what it means and what to do. Symbol, words and colour say the same.
Rectangle {
    id: root

    enum Tone { Info, Success, Warning, Danger }

    property int tone: Notice.Info
    property string symbol: ["info-circle", "check-circle", "exclamation-triangle", "exclamation-octagon"][tone]
    property string title
    property string text
    /// Small print below, for example a code; `footSpoken` is how it is read aloud.
    property string foot
    property string footSpoken
    property alias actions: actionRow.data
    readonly property color ink: [Theme.color.primary, Theme.color.success, Theme.color.warning, Theme.color.danger][tone]

    implicitHeight: column.height + 2 * Theme.space.m
    radius: Theme.radius.card
    color: [Theme.color.primarySoft, Theme.color.successSoft, Theme.color.warningSoft, Theme.color.dangerSoft][tone]
    border.width: Theme.edge
    border.color: ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: (title + " " + text + " " + (footSpoken || foot)).trim()

    Icon {
        id: icon

        x: Theme.space.m
        y: Theme.space.m + 2
        symbol: root.symbol
        color: root.ink
    }
    Column {
        id: column

        anchors.left: icon.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space.m
        spacing: Theme.space.xs

        Txt {
            width: parent.width
            visible: root.title.length > 0
            text: root.title
            strong: true
            Accessible.ignored: true
        }
        Txt {
            width: parent.width
            visible: root.text.length > 0
            text: root.text
            Accessible.ignored: true
        }
        Txt {
            width: parent.width
            visible: root.foot.length > 0
            text: root.foot
            font.pixelSize: Theme.type.caption
            Accessible.ignored: true
        }
        Buttons {
            id: actionRow

            width: parent.width
            topPadding: visibleChildren.length > 0 ? Theme.space.s : 0
            // Not of visible children: there are none while this is hidden, and so it would stay.
            visible: children.length > 0
        }
    }
}
