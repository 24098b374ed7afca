import QtCore
import QtQuick
import QtQuick.Dialogs
import Tim
import Tim.Ui

/// How two devices, or two persons, can be compared, the way that always works first. What is not possible yet stays visible with its reason.
Column {
    id: root

    required property VerificationViewModel verification
    required property ScanViewModel scan
    readonly property bool ofPerson: verification.isPerson

    /// The other device is to read our code.
    signal codeWanted()

    spacing: Theme.space.m
    Component.onCompleted: scan.look()

    function focusCamera(): void {
        if (camera.enabled)
            camera.forceActiveFocus(Qt.TabFocusReason)
        else
            root.focusFirst()
    }
    function focusFirst(): void {
        const first = pictures.visible ? pictures : code.visible ? code : file
        first.forceActiveFocus(Qt.TabFocusReason)
    }

    Choice {
        id: pictures

        width: parent.width
        visible: root.verification.canCompare
        symbol: "images"
        //% "Compare pictures or numbers"
        title: qsTrId("verify.way.pictures")
        //% "Both devices show seven pictures. You say whether they are the same. You need no camera."
        note: qsTrId("verify.way.pictures.note")
        onClicked: root.verification.comparePictures()
    }
    Choice {
        id: code

        width: parent.width
        visible: root.verification.canShow
        symbol: "qr-code"
        //% "Let the other person scan a code"
        title: root.ofPerson ? qsTrId("verify.person.way.show")
            //% "Scan a code with the other device"
            : qsTrId("verify.way.show")
        //% "The code appears here. The other person reads it with the camera."
        note: root.ofPerson ? qsTrId("verify.person.way.show.note")
            //% "The code appears here. The other device reads it with its camera."
            : qsTrId("verify.way.show.note")
        onClicked: root.codeWanted()
    }
    Choice {
        id: camera

        width: parent.width
        visible: root.verification.canScan
        enabled: root.scan.offered && !root.verification.reading
        symbol: "camera"
        //% "Read the code of the other person with the camera"
        title: root.ofPerson ? qsTrId("verify.person.way.camera")
            //% "Read the code of the other device with the camera"
            : qsTrId("verify.way.camera")
        //% "Let the other device show its code. You hold it in front of this computer."
        note: root.scan.offered ? qsTrId("verify.way.camera.note") : qsTrId("restore.camera.none")
        onClicked: root.scan.open(ScanViewModel.Purpose.Compare)
    }
    Choice {
        id: file

        width: parent.width
        visible: root.verification.canScan
        enabled: !root.verification.reading
        symbol: "card-image"
        //% "Read the code of the other person from a picture"
        title: root.ofPerson ? qsTrId("verify.person.way.file")
            //% "Read the code of the other device from a picture"
            : qsTrId("verify.way.file")
        //% "A photo that you have taken of the other screen yourself. Do not use a picture that was sent to you."
        note: root.ofPerson ? qsTrId("verify.person.way.file.note")
            //% "A photo or a screenshot of the code that is shown there. You can also drag the file onto this page."
            : qsTrId("verify.way.file.note")
        onClicked: dialog.open()
    }
    BusyState {
        width: parent.width
        centred: false
        visible: root.verification.reading
        //% "The picture is being read …"
        text: qsTrId("verify.reading")
    }
    FileDialog {
        id: dialog

        title: file.title
        currentFolder: StandardPaths.writableLocation(StandardPaths.PicturesLocation)
        nameFilters: [
            //% "Pictures"
            qsTrId("verify.file.filter") + " (*.png *.jpg *.jpeg *.webp *.gif *.bmp)",
            qsTrId("restore.picture.allFiles") + " (*)"
        ]
        acceptLabel: qsTrId("restore.picture.accept")
        rejectLabel: qsTrId("action.cancel")
        onAccepted: () => {
            root.verification.scanFiles([selectedFile])
            Qt.callLater(() => file.forceActiveFocus(Qt.TabFocusReason))
        }
        onRejected: () => Qt.callLater(() => file.forceActiveFocus(Qt.TabFocusReason))
    }
}
