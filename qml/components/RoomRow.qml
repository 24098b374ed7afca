import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
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

    contentItem: RowLayout {
        spacing: Theme.space.m

        Avatar {
            Layout.alignment: Qt.AlignTop
            look: root.item.avatar
        }
        ColumnLayout {
            spacing: Theme.space.xs / 2

            RowLayout {
                spacing: Theme.space.s

                Txt {
                    Layout.fillWidth: true
                    objectName: "mayElide"
                    text: root.item.name
                    strong: true
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    color: root.current ? Theme.color.primarySoftInk : Theme.color.text
                    Accessible.ignored: true
                }
                Txt {
                    Layout.alignment: Qt.AlignTop
                    visible: Theme.textScale < 1.5
                    text: root.item.time
                    muted: root.item.unread === 0
                    strong: root.item.unread > 0
                    wrapMode: Text.NoWrap
                    font.pixelSize: Theme.type.caption
                    Accessible.ignored: true
                }
            }
            Badge {
                visible: root.item.invitation
                //% "Invitation"
                text: qsTrId("rooms.invitation")
                symbol: "envelope"
            }
            RowLayout {
                spacing: Theme.space.s

                Icon {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.space.xs
                    visible: root.item.symbol.length > 0 && !root.item.invitation
                    symbol: root.item.symbol
                    size: Theme.type.caption
                    color: root.previewInk
                }
                Txt {
                    Layout.fillWidth: true
                    objectName: "mayElide"
                    text: root.item.preview
                    color: root.previewInk
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    font.pixelSize: Theme.type.caption
                    Accessible.ignored: true
                }
                Badge {
                    Layout.alignment: Qt.AlignTop
                    visible: root.item.unread > 0
                    filled: true
                    text: root.item.unread > 99 ? "99+" : root.item.unread
                }
            }
            Txt {
                visible: Theme.textScale >= 1.5
                text: root.item.time
                muted: true
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
