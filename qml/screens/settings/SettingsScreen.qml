pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// How the program looks and which language it speaks. Everything takes effect at once.
ColumnPage {
    id: root

    required property SettingsViewModel settings
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
    Txt {
        width: parent.width
        visible: root.version.length > 0
        //% "Version %1"
        text: qsTrId("settings.version").arg(root.version)
        muted: true
        font.pixelSize: Theme.type.caption
    }
}
