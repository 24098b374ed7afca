import QtCore
import QtQuick.Dialogs

/// Asks for a file that shows a QR code: a picture, or a PDF.
FileDialog {
    currentFolder: StandardPaths.writableLocation(StandardPaths.PicturesLocation)
    nameFilters: [
        //% "Pictures and PDF"
        qsTrId("restore.picture.filter") + " (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.pdf)",
        //% "All files"
        qsTrId("restore.picture.allFiles") + " (*)"
    ]
    //% "Choose"
    acceptLabel: qsTrId("restore.picture.accept")
    rejectLabel: qsTrId("action.cancel")
}
