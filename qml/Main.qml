import QtQuick
import QtQuick.Controls.Basic
import Tim
import Tim.Ui

/// The window of the program.
ApplicationWindow {
    id: root

    required property AppViewModel app

    width: 1120
    height: 760
    minimumWidth: 320
    minimumHeight: 400
    visible: true
    //% "FdV Messenger"
    title: qsTrId("app.title")
    color: Theme.color.canvas

    AppView {
        anchors.fill: parent
        app: root.app
        focus: true
    }
}
