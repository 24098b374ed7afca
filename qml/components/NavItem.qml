import QtQuick
import QtQuick.Controls.Basic
import Tim

/// One place of the application. Always with its word; the filled bar and the bold word mark where one is.
AbstractButton {
    id: root

    property string symbol
    property string activeSymbol: symbol
    property int count: 0
    property bool current: false

    implicitWidth: Math.max(Theme.target, word.implicitWidth + Theme.space.s)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + 2 * Theme.space.s)
    hoverEnabled: true
    Accessible.role: Accessible.PageTab
    Accessible.name: count > 0
        //: %1 is the place, %2 how many new things are there
        //% "%1, %2 new"
        ? qsTrId("nav.withCount").arg(text).arg(count)
        : text
    Accessible.selectable: true
    Accessible.selected: current
    Accessible.onPressAction: if (root.enabled) root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    // The parts name each other, so they are made at once.
    // qmllint disable deferred-property-id
    contentItem: Item {
        implicitHeight: children[0].height
        Accessible.ignored: true

        Column {
            anchors.centerIn: parent
            width: parent.width
            spacing: Theme.space.xs

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 52 * Math.min(Theme.textScale, 1.5)
                height: 30 * Math.min(Theme.textScale, 1.5)
                radius: height / 2
                color: root.current ? Theme.color.primarySoft : root.hovered ? Theme.color.divider : "transparent"
                border.width: root.current ? Theme.edge : 0
                border.color: Theme.color.primary

                Icon {
                    anchors.centerIn: parent
                    symbol: root.current ? root.activeSymbol : root.symbol
                    size: 20 * Math.min(Theme.textScale, 1.5)
                    color: root.current ? Theme.color.primarySoftInk
                        : root.hovered && Theme.edge ? Theme.color.canvas : Theme.color.text
                }
                Badge {
                    visible: root.count > 0
                    filled: true
                    text: root.count
                    x: parent.width - width / 2 - Theme.space.xs
                    y: -Theme.space.s
                }
            }
            Txt {
                id: word

                width: parent.width
                text: root.text
                // Where even the longest word of the place does not fit, it becomes smaller instead of breaking.
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 14
                wrapMode: Text.NoWrap
                horizontalAlignment: Text.AlignHCenter
                font.pixelSize: Theme.type.caption
                strong: root.current
                spread: 1.25
                Accessible.ignored: true
            }
        }
    }
    background: Item {
        FocusRing { target: root; visible: root.visualFocus; distance: -2 }
    }
}
