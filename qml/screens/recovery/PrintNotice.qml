import QtQuick
import Tim
import Tim.Ui

/// That the print dialog of the computer is open, and how it has ended.
Notice {
    id: root

    required property PrintViewModel printing

    visible: printing.state !== PrintViewModel.State.Idle
    tone: printing.state === PrintViewModel.State.Printed ? Notice.Success
        : printing.state === PrintViewModel.State.Failed ? Notice.Danger : Notice.Info
    symbol: printing.state === PrintViewModel.State.Open ? "printer"
        : ["info-circle", "check-circle", "exclamation-triangle", "exclamation-octagon"][tone]
    title: {
        switch (root.printing.state) {
        case PrintViewModel.State.Open:
            //% "The print dialog of your computer is open."
            return qsTrId("keysheet.printing")
        case PrintViewModel.State.Printed:
            //% "The sheet is on its way to the printer."
            return qsTrId("keysheet.printed")
        case PrintViewModel.State.Cancelled:
            //% "The sheet was not printed: printing was cancelled."
            return qsTrId("keysheet.printCancelled")
        case PrintViewModel.State.Failed:
            //% "The sheet could not be printed."
            return qsTrId("keysheet.printFailed")
        default:
            return ""
        }
    }
    text: {
        switch (root.printing.state) {
        case PrintViewModel.State.Open:
            //% "Choose your printer there."
            return qsTrId("keysheet.printing.next")
        case PrintViewModel.State.Printed:
            //% "Fetch it at once, and look whether the code is complete."
            return qsTrId("keysheet.printed.next")
        case PrintViewModel.State.Cancelled:
            //% "You can print it at any time."
            return qsTrId("keysheet.printCancelled.next")
        case PrintViewModel.State.Failed:
            //% "Check whether the printer is switched on, and try again. Or save the sheet as a PDF."
            return qsTrId("keysheet.printFailed.next")
        default:
            return ""
        }
    }
}
