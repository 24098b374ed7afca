pragma ComponentBehavior: Bound
import QtQuick
import Tim

/// Something takes a moment; what it is stands there in words. The dots move only if motion is wanted.
Column {
    id: root

    required property string text
    property bool centred: true

    spacing: Theme.space.l
    Accessible.role: Accessible.ProgressBar
    Accessible.name: text

    Row {
        x: root.centred ? (root.width - width) / 2 : 0
        spacing: Theme.space.s

        Repeater {
            model: 3

            Rectangle {
                id: dot

                required property int index

                width: Theme.space.m
                height: Theme.space.m
                radius: width / 2
                color: Theme.color.primary

                SequentialAnimation on opacity {
                    running: root.visible && !Theme.reducedMotion
                    loops: Animation.Infinite
                    PauseAnimation { duration: dot.index * 200 }
                    NumberAnimation { to: 0.3; duration: 400 }
                    NumberAnimation { to: 1; duration: 400 }
                    PauseAnimation { duration: (2 - dot.index) * 200 }
                }
            }
        }
    }
    Txt {
        width: root.width
        text: root.text
        muted: true
        horizontalAlignment: root.centred ? Text.AlignHCenter : Text.AlignLeft
        Accessible.ignored: true
    }
}
