import QtQuick
import Tim.Ui

/// What the page says while it is about another person, where that differs from devices.
Item {
    id: root

    required property VerificationViewModel verification
    required property bool byNumbers
    required property bool showsCode
    readonly property string title: {
        switch (root.verification.step) {
        case VerificationViewModel.Step.Choosing:
            //% "Let the other person scan this code"
            return root.showsCode ? qsTrId("verify.person.code.title")
                //% "How do you want to compare?"
                : qsTrId("verify.person.choose.title")
        case VerificationViewModel.Step.Comparing:
            //% "Does the other person see the same numbers?"
            return root.byNumbers ? qsTrId("verify.person.numbers.title")
                //% "Does the other person see the same pictures?"
                : qsTrId("verify.person.pictures.title")
        case VerificationViewModel.Step.Scanned:
            //% "Does it say over there that it has worked?"
            return qsTrId("verify.person.scanned.title")
        case VerificationViewModel.Step.Waiting:
        case VerificationViewModel.Step.Signing:
            return qsTrId("verify.waiting.title")
        case VerificationViewModel.Step.Ended:
            //% "The person is confirmed"
            return root.verification.done ? qsTrId("verify.person.done.title") : qsTrId("verify.failed.title")
        default:
            //% "Compare keys"
            return qsTrId("verify.person.start")
        }
    }
    readonly property string intro: {
        switch (root.verification.step) {
        case VerificationViewModel.Step.Asking:
            //% "The other person finds your request in the messenger and has to accept it there. Best call them."
            return qsTrId("verify.person.asking.intro")
        case VerificationViewModel.Step.Choosing:
            //% "The other person opens the scanner of the messenger and holds the camera in front of this screen."
            return root.showsCode ? qsTrId("verify.person.code.intro")
                //% "Meet, or call each other on a number that you know. After that you can be sure who reads along."
                : qsTrId("verify.person.choose.intro")
        case VerificationViewModel.Step.Comparing:
            //% "Compare all three, in order, side by side or on the phone. Never by writing in this chat."
            return root.byNumbers ? qsTrId("verify.person.numbers.intro")
                //% "Compare all seven, in order, side by side or on the phone. Never by writing in this chat."
                : qsTrId("verify.person.pictures.intro")
        case VerificationViewModel.Step.Scanned:
            //% "The device of the other person has read the code. Have a look there before you answer."
            return qsTrId("verify.person.scanned.intro")
        case VerificationViewModel.Step.Waiting:
            //% "The other person has to say yes as well."
            return qsTrId("verify.person.waiting.intro")
        default:
            return ""
        }
    }
    //% "Waiting for the other person …"
    readonly property string waiting: qsTrId("verify.person.waiting")

    visible: false
}
