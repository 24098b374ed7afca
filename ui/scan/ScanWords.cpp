#include "ui/scan/ScanWords.h"

#include "ui/recovery/RestoreWords.h"

#include <QCoreApplication>

namespace ui {

namespace {

const char* const nothingChanged = QT_TRID_NOOP("error.effect.nothingChanged");

constexpr auto words = &ErrorText::ofTexts;

} // namespace

ErrorText ScanWords::of(Cameras::Trouble trouble)
{
    switch (trouble) {
    case Cameras::Trouble::Refused:
        return words(471,
                     //% "This program may not use the camera."
                     QT_TRID_NOOP("scan.refused"), nothingChanged,
                     //% "Allow it in the settings of your computer. Or go back and take another way."
                     QT_TRID_NOOP("scan.refused.next"));
    case Cameras::Trouble::Busy:
        return words(472,
                     //% "The camera gives no picture. Perhaps another program is using it."
                     QT_TRID_NOOP("scan.busy"), nothingChanged,
                     //% "Close the other program and try again. Or go back and take another way."
                     QT_TRID_NOOP("scan.busy.next"));
    case Cameras::Trouble::Gone:
        return words(473,
                     //% "The camera is not there any more."
                     QT_TRID_NOOP("scan.gone"), nothingChanged,
                     //% "Plug it in again and try again. Or go back and take another way."
                     QT_TRID_NOOP("scan.gone.next"));
    }
    return {};
}

ErrorText ScanWords::ofKind(CodeReader::Kind kind)
{
    auto text = RestoreWords::of(kind);
    if (!text.isNull())
        //% "Hold your key sheet in front of the camera."
        text.next = qtTrId("scan.next.sheet");
    return text;
}

} // namespace ui
