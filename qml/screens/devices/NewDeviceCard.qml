import QtQuick
import Tim
import Tim.Ui

/// Above the list of chats: a device has signed in to the account. Was it the person (S-31)?
Notice {
    id: root

    required property NewDevicesViewModel devices
    /// So little room that only the first sentence and the answers fit above the chats.
    property bool tight: false

    /// It was not: the list of the own devices is to be shown.
    signal devicesRequested()

    tone: Notice.Warning
    title: devices.title
    text: tight ? "" : devices.text
    actions: [
        AppButton {
            //% "Yes, that was me"
            text: qsTrId("devices.new.yes")
            onClicked: root.devices.confirm()
        },
        AppButton {
            //% "No"
            text: qsTrId("devices.new.no")
            onClicked: root.devicesRequested()
        }
    ]
}
