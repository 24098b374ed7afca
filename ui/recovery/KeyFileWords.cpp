#include "ui/recovery/KeyFileWords.h"

#include <QCoreApplication>

namespace ui {

namespace {

using Outcome = core::KeyFileOutcome;

const char* const nothingChanged = QT_TRID_NOOP("error.effect.nothingChanged");

constexpr auto words = &ErrorText::ofTexts;

} // namespace

ErrorText KeyFileWords::of(Outcome outcome, bool isSaving)
{
    switch (outcome) {
    case Outcome::Done:
    case Outcome::Cancelled:
        return {};
    case Outcome::NothingToSave:
        return words(330,
                     //% "There are no keys on this device yet."
                     QT_TRID_NOOP("keyfile.nothing"),
                     //% "No file was written."
                     QT_TRID_NOOP("keyfile.noFile"),
                     //% "Bring your chats back first, or try again when you have received messages."
                     QT_TRID_NOOP("keyfile.nothing.next"));
    case Outcome::WrongPassPhrase:
        return words(331,
                     //% "The password does not fit this file."
                     QT_TRID_NOOP("keyfile.wrongPassword"), nothingChanged,
                     //% "Capital and small letters matter. If you are sure of it, the file was changed: choose another copy."
                     QT_TRID_NOOP("keyfile.wrongPassword.next"));
    case Outcome::NotAKeyFile:
        return words(332,
                     //% "This is not a file with message keys."
                     QT_TRID_NOOP("keyfile.other"), nothingChanged,
                     //% "Choose the file that you saved yourself. Often its name ends with .txt."
                     QT_TRID_NOOP("keyfile.other.next"));
    case Outcome::Damaged:
        return words(333,
                     //% "This file is damaged or incomplete."
                     QT_TRID_NOOP("keyfile.damaged"), nothingChanged,
                     //% "Choose another copy, or save the keys again on the old device."
                     QT_TRID_NOOP("keyfile.damaged.next"));
    case Outcome::TooLarge:
        if (isSaving)
            return words(334,
                         //% "Your keys are too many for one file."
                         QT_TRID_NOOP("keyfile.tooMany"), QT_TRID_NOOP("keyfile.noFile"),
                         //% "Use your key sheet instead: it brings back all chats."
                         QT_TRID_NOOP("keyfile.tooMany.next"));
        return words(335,
                     //% "This file is too large."
                     QT_TRID_NOOP("keyfile.tooLarge"), nothingChanged,
                     //% "Files with message keys have at most 200 megabytes. Check whether it is the right file."
                     QT_TRID_NOOP("keyfile.tooLarge.next"));
    case Outcome::CannotRead:
        return words(336,
                     //% "This file cannot be opened."
                     QT_TRID_NOOP("keyfile.cannotRead"), nothingChanged,
                     //% "Check whether the file is still there, and whether the USB stick is plugged in."
                     QT_TRID_NOOP("keyfile.cannotRead.next"));
    case Outcome::CannotWrite:
        return words(337,
                     //% "The file could not be written there."
                     QT_TRID_NOOP("keyfile.cannotWrite"),
                     //% "Nothing was saved. A file of the same name is unchanged."
                     QT_TRID_NOOP("keyfile.cannotWrite.effect"),
                     //% "Perhaps you may not save there. Choose another folder."
                     QT_TRID_NOOP("keyfile.cannotWrite.next"));
    case Outcome::NoRoom:
        return words(342,
                     //% "There is no room left for the file."
                     QT_TRID_NOOP("keyfile.noRoom"), QT_TRID_NOOP("keyfile.cannotWrite.effect"),
                     //% "Delete files you no longer need, or choose another disk or USB stick."
                     QT_TRID_NOOP("keyfile.noRoom.next"));
    case Outcome::Failed:
        if (isSaving)
            return words(338,
                         //% "Your keys could not be read on this device."
                         QT_TRID_NOOP("keyfile.saveFailed"), QT_TRID_NOOP("keyfile.noFile"),
                         //% "Close the program and start it again. Then try once more."
                         QT_TRID_NOOP("keyfile.failed.next"));
        return words(339,
                     //% "The keys could not be stored on this device."
                     QT_TRID_NOOP("keyfile.readFailed"),
                     //% "What was read until then stays. The file is unchanged."
                     QT_TRID_NOOP("keyfile.readFailed.effect"),
                     //% "Check whether there is room left on your disk, and try again."
                     QT_TRID_NOOP("keyfile.readFailed.next"));
    }
    return {};
}

} // namespace ui
