import QtQuick
import Tim

/// Stands where the sheet will be while it is covered.
Card {
    id: root

    property bool fetching: false

    implicitHeight: column.implicitHeight + 2 * Theme.space.xl
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Column {
        id: column

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.space.l
        width: root.width - 2 * x
        spacing: Theme.space.m

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            symbol: "eye-slash"
            size: Theme.symbol * 2
            color: Theme.color.textMuted
        }
        Txt {
            id: words

            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            muted: true
            text: root.fetching
                //% "Your key sheet is being fetched …"
                ? qsTrId("keysheet.fetching")
                //% "Your key sheet is covered. Show it when nobody looks over your shoulder."
                : qsTrId("keysheet.covered")
            Accessible.ignored: true
        }
    }
}
