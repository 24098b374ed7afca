pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// How the program looks and which language it speaks. Everything takes effect at once.
ColumnPage {
    id: root

    required property SettingsViewModel settings
    required property RecoveryViewModel recovery
    required property KeyFileViewModel keyFile
    required property DevicesViewModel devices
    required property RenewKeysViewModel renewal
    property string version

    //% "Settings"
    title: qsTrId("nav.settings")
    columnWidth: Theme.column.settings

    AppearanceChoices {
        width: parent.width
        settings: root.settings
    }
    Txt {
        width: parent.width
        //% "Language"
        text: qsTrId("settings.language")
        strong: true
        Accessible.role: Accessible.Heading
    }
    Flow {
        width: parent.width
        spacing: Theme.space.m

        Repeater {
            model: [{ code: "de", text: "Deutsch" }, { code: "en", text: "English" }]

            ToggleButton {
                required property var modelData

                text: modelData.text
                symbol: "globe"
                checked: root.settings.language === modelData.code
                onClicked: root.settings.language = modelData.code
            }
        }
    }
    Group {
        //% "Movement"
        title: qsTrId("settings.motion")

        SwitchRow {
            //% "Less movement"
            title: qsTrId("settings.reducedMotion")
            //% "Nothing on the screen slides or pulses."
            note: qsTrId("settings.reducedMotion.note")
            on: root.settings.reducedMotion
            onSwitched: wanted => root.settings.reducedMotion = wanted
        }
    }
    Group {
        //% "Account"
        title: qsTrId("settings.account")

        LinkRow {
            objectName: "devicesLink"
            symbol: "phone"
            title: qsTrId("devices.title")
            //% "See where you are signed in, and sign out devices"
            note: qsTrId("devices.link.note")
            onClicked: root.devices.open()
        }
    }
    HealthSection {
        recovery: root.recovery
    }
    Group {
        //% "Keys of your messages"
        title: qsTrId("settings.keys")

        LinkRow {
            objectName: "saveKeys"
            symbol: "lock"
            //% "Save message keys"
            title: qsTrId("keyfile.save")
            //% "In a file that a password opens."
            note: qsTrId("settings.keys.save.note")
            onClicked: root.keyFile.openSave()
        }
        LinkRow {
            objectName: "readKeys"
            symbol: "key"
            //% "Read in message keys"
            title: qsTrId("keyfile.read.title")
            //% "From a file that you have saved on another device or with another program."
            note: qsTrId("settings.keys.read.note")
            onClicked: root.keyFile.openRead()
        }
        LinkRow {
            objectName: "renewKeys"
            symbol: "arrow-repeat"
            title: qsTrId("renew.title")
            //% "If somebody has got hold of your key sheet or of one of your devices."
            note: root.renewal.statusText || qsTrId("settings.keys.renew.note")
            onClicked: root.renewal.openRenewal()
        }
    }
    Txt {
        width: parent.width
        visible: root.version.length > 0
        //% "Version %1"
        text: qsTrId("settings.version").arg(root.version)
        muted: true
        font.pixelSize: Theme.type.caption
    }
}
