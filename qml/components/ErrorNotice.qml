import QtQuick
import Tim
import Tim.Ui

/// An error with cause, effect, next step and code.
Notice {
    id: root

    required property errorText error

    visible: !error.isNull
    tone: Notice.Danger
    title: error.cause
    text: (error.effect + " " + error.next).trim()
    //% "Code for questions: %1"
    foot: qsTrId("error.code").arg(error.code)
    footSpoken: qsTrId("error.code").arg(error.codeSpoken)
}
