import QtQuick
import QtQuick.Controls.Basic
import Tim
import Tim.Ui

/// A chat in the list: who, the last words, when, and how many are new.
ItemDelegate {
    id: root

    required property roomRow item
    required property int index
    property bool current: false
    /// How many rows the list has, for "3 of 12".
    property int total: 0
    readonly property bool large: Theme.textScale >= 1.5
    readonly property color ink: current ? Theme.color.primarySoftInk : Theme.color.text
    readonly property color previewInk: item.failed ? Theme.color.danger
        : current ? Theme.color.primarySoftInk
        : item.unread > 0 ? Theme.color.text : Theme.color.textMuted

    signal opened()

    width: ListView.view ? ListView.view.width : implicitWidth
    padding: Theme.space.m
    hoverEnabled: true
    // The list is one stop of the Tab key; its arrows move between rows.
    focusPolicy: Qt.NoFocus
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    onClicked: opened()
    Keys.onReturnPressed: opened()
    Keys.onEnterPressed: opened()
    Keys.onSpacePressed: opened()
    Accessible.role: Accessible.ListItem
    Accessible.name: item.sentence
    //% "%1 of %2"
    Accessible.description: qsTrId("list.position").arg(index + 1).arg(total)
    Accessible.selectable: true
    Accessible.selected: current
    Accessible.onPressAction: root.opened()

    // The parts name each other, so they are made at once.
    // qmllint disable deferred-property-id
    contentItem: Row {
        spacing: Theme.space.m

        Avatar {
            id: face

            look: root.item.avatar
        }
        Column {
            id: words

            width: parent.width - face.width - parent.spacing
            spacing: Theme.space.xs / 2

            Row {
                width: parent.width
                spacing: Theme.space.s

                Txt {
                    objectName: "mayElide"
                    width: parent.width - (when.visible ? when.width + parent.spacing : 0)
                    text: root.item.name
                    strong: true
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    color: root.ink
                    horizontalAlignment: Text.AlignLeft
                    Accessible.ignored: true
                }
                Txt {
                    id: when

                    visible: !root.large
                    text: root.item.time
                    color: root.item.unread > 0 ? root.ink : root.current ? root.ink : Theme.color.textMuted
                    strong: root.item.unread > 0
                    wrapMode: Text.NoWrap
                    font.pixelSize: Theme.type.caption
                    topPadding: (Theme.type.body - Theme.type.caption) / 2
                    Accessible.ignored: true
                }
            }
            Badge {
                visible: root.item.invitation
                //% "Invitation"
                text: qsTrId("rooms.invitation")
                symbol: "envelope"
            }
            Row {
                width: parent.width
                spacing: Theme.space.s

                Icon {
                    id: sign

                    y: (preview.lineHeight - height) / 2
                    visible: root.item.symbol.length > 0 && !root.item.invitation
                    symbol: root.item.symbol
                    size: Theme.type.caption
                    color: root.previewInk
                }
                Txt {
                    id: preview

                    objectName: "mayElide"
                    width: parent.width - (sign.visible ? sign.width + parent.spacing : 0)
                           - (news.visible ? news.width + parent.spacing : 0)
                    text: root.item.preview
                    color: root.previewInk
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    font.pixelSize: Theme.type.caption
                    horizontalAlignment: Text.AlignLeft
                    Accessible.ignored: true
                }
                Badge {
                    id: news

                    visible: root.item.unread > 0
                    filled: true
                    text: root.item.unread > 99 ? "99+" : root.item.unread
                }
            }
            Txt {
                width: parent.width
                visible: root.large
                text: root.item.time
                color: root.current ? root.ink : Theme.color.textMuted
                font.pixelSize: Theme.type.caption
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius.card
        color: root.current ? Theme.color.primarySoft : root.hovered ? Theme.color.sunken : "transparent"
        border.width: root.current ? Theme.edge : 0
        border.color: Theme.color.primary

        FocusRing { target: root; distance: 0 }
    }
}
