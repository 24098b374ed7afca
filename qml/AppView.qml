// In Qt 6.4 a Loader cannot make a bound component, so ids are looked up in the surrounding file.
// qmllint disable unqualified
import QtQuick
import Tim
import Tim.Ui

/// The screen of the moment, with the person's choice of colours, text size and motion applied.
FocusScope {
    id: root

    required property AppViewModel app

    Binding {
        target: Theme
        property: "mode"
        value: root.app.settings.theme === SettingsViewModel.Theme.Light ? Theme.Light
            : root.app.settings.theme === SettingsViewModel.Theme.Dark ? Theme.Dark
            : root.app.settings.theme === SettingsViewModel.Theme.Contrast ? Theme.Contrast
            : systemColours.window.hslLightness < 0.5 ? Theme.Dark : Theme.Light
    }
    Binding {
        target: Theme
        property: "textScale"
        value: root.app.settings.textScale
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.app.settings.reducedMotion
    }
    SystemPalette {
        id: systemColours
    }
    Connections {
        target: root.app.main.recovery

        function onOtherDeviceWanted(): void {
            root.app.main.verification.requestAll()
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.color.canvas
    }
    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: {
            switch (root.app.stage) {
            case AppViewModel.Stage.ReadingSize:
                return readingSize
            case AppViewModel.Stage.Start:
                return start
            case AppViewModel.Stage.Opening:
                return opening
            case AppViewModel.Stage.Insurers:
                return insurers
            case AppViewModel.Stage.Login:
                return login
            case AppViewModel.Stage.Preparing:
                return preparing
            case AppViewModel.Stage.Main:
                return main
            default:
                return failed
            }
        }
        onLoaded: (item as FocusScope).forceActiveFocus()
    }

    Component {
        id: readingSize

        ReadingSizeScreen { app: root.app }
    }
    Component {
        id: start

        StartScreen { app: root.app }
    }
    Component {
        id: opening

        WaitScreen {
            //% "One moment"
            title: qsTrId("opening.title")
            //% "Your chats are being opened …"
            text: qsTrId("opening.text")
        }
    }
    Component {
        id: insurers

        InsurerScreen {
            login: root.app.login
            insurers: root.app.insurers
        }
    }
    Component {
        id: login

        LoginScreen { login: root.app.login }
    }
    Component {
        id: preparing

        WaitScreen {
            //% "One moment – your safe chat is being prepared"
            title: qsTrId("preparing.title")
            //% "This takes a few seconds. Keys are made on this device and never leave it unprotected."
            text: qsTrId("preparing.text")
        }
    }
    Component {
        id: main

        MainScreen { app: root.app }
    }
    Component {
        id: failed

        StartErrorScreen { app: root.app }
    }
}
