import QtQuick
import Tim
import Tim.Ui

/// Somebody wants to chat: who, from where, about what. Nothing is told to them before one accepts.
ColumnPage {
    id: root

    required property InvitationViewModel invitation

    //% "%1 invites you"
    title: qsTrId("invitation.title").arg(invitation.inviterName)

    Group {
        //% "Who invites you"
        title: qsTrId("invitation.who")

        FactRow {
            symbol: root.invitation.institution ? "building" : "person-fill"
            title: root.invitation.institution
                //% "Institution"
                ? qsTrId("invitation.institution")
                //% "Person"
                : qsTrId("invitation.person")
            value: root.invitation.inviterName
        }
        FactRow {
            symbol: "envelope"
            //% "TI-M address"
            title: qsTrId("profile.address")
            value: root.invitation.inviterAddress
            code: true
        }
        FactRow {
            visible: root.invitation.roomName.length > 0
            symbol: "chat-square-text"
            //% "Name of the chat"
            title: qsTrId("invitation.roomName")
            value: root.invitation.roomName
        }
        FactRow {
            visible: root.invitation.topic.length > 0
            symbol: "info-circle"
            //% "What it is about"
            title: qsTrId("invitation.topic")
            value: root.invitation.topic
        }
    }
    Notice {
        width: parent.width
        visible: root.invitation.encrypted
        symbol: "shield-lock"
        //% "The other side sees your name and your address only after you accept. Nobody else can read what you write."
        text: qsTrId("invitation.privacy")
    }
    Notice {
        width: parent.width
        visible: !root.invitation.encrypted
        tone: Notice.Warning
        //% "This chat is not encrypted. You can read there, but for your protection not write."
        text: qsTrId("invitation.notEncrypted")
    }
    ErrorNotice {
        width: parent.width
        error: root.invitation.error
    }
    BusyState {
        width: parent.width
        centred: false
        visible: root.invitation.busy
        //% "Your answer is being sent …"
        text: qsTrId("invitation.busy")
    }
    foot: [
        AppButton {
            kind: AppButton.Primary
            enabled: !root.invitation.busy
            symbol: "check2"
            //% "Accept and open the chat"
            text: qsTrId("invitation.accept")
            onClicked: root.invitation.accept()
        },
        AppButton {
            enabled: !root.invitation.busy
            symbol: "x-lg"
            //% "Decline"
            text: qsTrId("invitation.decline")
            onClicked: root.invitation.decline()
        }
    ]
}
