pragma ComponentBehavior: Bound
import QtQuick
import Tim
import Tim.Ui

/// The first question: can you read this? Text size, colours and language, before anything else.
ColumnPage {
    id: root

    required property AppViewModel app

    //% "Can you read this well?"
    title: qsTrId("welcome.readingSize.title")
    //% "You can change text and colours again at any time."
    intro: qsTrId("welcome.readingSize.intro")
    step: 1
    steps: 2

    Card {
        width: parent.width
        implicitHeight: sample.implicitHeight + 2 * Theme.space.l

        Column {
            id: sample

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.space.l

            Txt {
                width: parent.width
                //% "Dr. Sommer’s practice"
                text: qsTrId("welcome.sample.sender")
                strong: true
                color: Theme.color.primary
                font.pixelSize: Theme.type.caption
            }
            Txt {
                width: parent.width
                //% "Hello Ms Mustermann, your prescription is ready. You can collect it from tomorrow morning."
                text: qsTrId("welcome.sample.text")
                font.pixelSize: Theme.type.message
            }
        }
    }
    AppearanceChoices {
        width: parent.width
        settings: root.app.settings
    }
    foot: [
        AppButton {
            kind: AppButton.Primary
            //% "Continue"
            text: qsTrId("action.continue")
            onClicked: root.app.goOn()
        },
        AppButton {
            kind: AppButton.Quiet
            symbol: "globe"
            text: root.app.settings.language === "de" ? "English" : "Deutsch"
            onClicked: root.app.settings.language = root.app.settings.language === "de" ? "en" : "de"
        }
    ]
}
