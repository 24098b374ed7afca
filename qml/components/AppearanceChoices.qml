pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// Text size and colours, asked in the first run and again in the settings.
Column {
    id: root

    required property SettingsViewModel settings

    spacing: Theme.space.m

    Txt {
        width: parent.width
        //% "Text size"
        text: qsTrId("settings.textSize")
        strong: true
        Accessible.role: Accessible.Heading
    }
    Flow {
        width: parent.width
        spacing: Theme.space.m

        Repeater {
            model: [
                //% "Normal"
                { scale: 1.0, text: qsTrId("settings.textSize.normal") },
                //% "A little larger"
                { scale: 1.25, text: qsTrId("settings.textSize.larger") },
                //% "Large"
                { scale: 1.6, text: qsTrId("settings.textSize.large") },
                //% "Very large"
                { scale: 2.0, text: qsTrId("settings.textSize.veryLarge") },
                //% "Largest"
                { scale: 2.5, text: qsTrId("settings.textSize.largest") }
            ]

            ToggleButton {
                required property var modelData

                text: modelData.text
                symbol: "type"
                checked: Math.abs(root.settings.textScale - modelData.scale) < 0.01
                onClicked: root.settings.textScale = modelData.scale
            }
        }
    }
    Txt {
        width: parent.width
        topPadding: Theme.space.s
        //% "Colours"
        text: qsTrId("settings.colours")
        strong: true
        Accessible.role: Accessible.Heading
    }
    Flow {
        width: parent.width
        spacing: Theme.space.m

        Repeater {
            model: [
                //% "Light"
                { theme: SettingsViewModel.Theme.Light, symbol: "sun", text: qsTrId("settings.theme.light") },
                //% "Dark"
                { theme: SettingsViewModel.Theme.Dark, symbol: "moon", text: qsTrId("settings.theme.dark") },
                //% "Strong contrast"
                { theme: SettingsViewModel.Theme.Contrast, symbol: "circle-half", text: qsTrId("settings.theme.contrast") },
                //% "Like the device"
                { theme: SettingsViewModel.Theme.System, symbol: "display", text: qsTrId("settings.theme.system") }
            ]

            ToggleButton {
                required property var modelData

                text: modelData.text
                symbol: modelData.symbol
                checked: root.settings.theme === modelData.theme
                onClicked: root.settings.theme = modelData.theme
            }
        }
    }
}
