#include "ui/recovery/RestoreWords.h"

#include <QCoreApplication>

namespace ui {

namespace {

using Outcome = core::RestoreOutcome;
using Kind = CodeReader::Kind;
using Failure = CodeReader::Failure;

const char* const nothingChanged = QT_TRID_NOOP("error.effect.nothingChanged");
const char* const callInsurer = QT_TRID_NOOP("error.next.callInsurer");
//% "Hold your key sheet ready and choose or type its code."
const char* const useSheet = QT_TRID_NOOP("restore.next.useSheet");
//% "Choose a photo, a scan or the PDF of your key sheet, or type the code."
const char* const anotherFile = QT_TRID_NOOP("restore.picture.another");

//% "For older messages, use your key sheet."
const char* const forOlderMessages = QT_TRID_NOOP("restore.device.useSheet");

constexpr auto words = &ErrorText::ofTexts;

} // namespace

ErrorText RestoreWords::of(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Restored:
        return {};
    case Outcome::RestoredPartly:
        return words(201,
                     //% "Most of your chats are back, but some of the saved keys are damaged."
                     QT_TRID_NOOP("restore.partly"),
                     //% "A few older messages stay unreadable. New messages are not affected."
                     QT_TRID_NOOP("restore.partly.effect"),
                     //% "If you miss something important, ask the other side to send it again."
                     QT_TRID_NOOP("restore.partly.next"));
    case Outcome::NotACode:
        return words(202,
                     //% "This is not a key code yet."
                     QT_TRID_NOOP("restore.notACode"), nothingChanged,
                     //% "It is no password: twelve groups of four characters, beginning with Es. Compare it with your sheet."
                     QT_TRID_NOOP("restore.notACode.next"));
    case Outcome::TypingError:
        return words(203,
                     //% "At least one character is not right."
                     QT_TRID_NOOP("restore.typingError"), nothingChanged,
                     //% "Compare group by group with your sheet. Capital and small letters matter."
                     QT_TRID_NOOP("restore.typingError.next"));
    case Outcome::WrongCode:
        return words(204,
                     //% "This code is well written, but it belongs to another account."
                     QT_TRID_NOOP("restore.wrongCode"), nothingChanged,
                     //% "Look for the sheet that has your address on it."
                     QT_TRID_NOOP("restore.wrongCode.next"));
    case Outcome::ReplacedCode:
        return words(205,
                     //% "This sheet was replaced by a newer one."
                     QT_TRID_NOOP("restore.replacedCode"), nothingChanged,
                     //% "Look for the sheet with the later date."
                     QT_TRID_NOOP("restore.replacedCode.next"));
    case Outcome::NothingToOpen:
        return words(206,
                     //% "For your account no keys are stored yet."
                     QT_TRID_NOOP("restore.nothingToOpen"),
                     //% "There is nothing that a code could open. Your code is not the reason."
                     QT_TRID_NOOP("restore.nothingToOpen.effect"),
                     //% "Check whether you are signed in with the right account. Otherwise just go on with “Later”."
                     QT_TRID_NOOP("restore.nothingToOpen.next"));
    case Outcome::ForeignKeys:
        return words(207,
                     //% "Your code is right, but the stored keys do not belong to your account."
                     QT_TRID_NOOP("restore.foreignKeys"),
                     //% "For your protection we have not used them."
                     QT_TRID_NOOP("restore.foreignKeys.effect"), callInsurer);
    case Outcome::NoConnection:
        return words(208,
                     //% "The server could not be asked."
                     QT_TRID_NOOP("restore.noConnection"), nothingChanged, QT_TRID_NOOP("error.next.checkConnection"));
    case Outcome::Failed:
        return words(209,
                     //% "Your chats could not be brought back at the moment."
                     QT_TRID_NOOP("restore.failed"),
                     //% "Nothing is lost. What is back already stays."
                     QT_TRID_NOOP("restore.failed.effect"), QT_TRID_NOOP("error.next.waitAndRetry"));
    case Outcome::WrongPassphrase:
        return words(234,
                     //% "This password does not fit your keys."
                     QT_TRID_NOOP("restore.passphrase.wrong"), nothingChanged,
                     //% "Capital and small letters matter. It is not the password of your sign-in."
                     QT_TRID_NOOP("restore.passphrase.wrong.next"));
    case Outcome::PassphraseRefused:
        return words(235,
                     //% "The server gives unsafe rules for this password."
                     QT_TRID_NOOP("restore.passphrase.refused"),
                     //% "With them, others could guess it. For your protection we have not used it."
                     QT_TRID_NOOP("restore.passphrase.refused.effect"),
                     //% "Take your key code or another device. If you have neither, call your health insurer."
                     QT_TRID_NOOP("restore.passphrase.refused.next"));
    }
    return {};
}

ErrorText RestoreWords::of(Kind kind)
{
    switch (kind) {
    case Kind::Key:
        return {};
    case Kind::Verification:
        return words(211,
                     //% "This is a code for comparing two devices, not a key code."
                     QT_TRID_NOOP("restore.kind.verification"), nothingChanged, useSheet);
    case Kind::SignIn:
        return words(212,
                     //% "This is a code for signing in, not a key code."
                     QT_TRID_NOOP("restore.kind.signIn"), nothingChanged, useSheet);
    case Kind::Contact:
        return words(213,
                     //% "This is a contact code, not a key code."
                     QT_TRID_NOOP("restore.kind.contact"), nothingChanged, useSheet);
    case Kind::Other:
        return words(214,
                     //% "This is another code, not a key code."
                     QT_TRID_NOOP("restore.kind.other"), nothingChanged, useSheet);
    }
    return {};
}

ErrorText RestoreWords::of(Failure failure)
{
    switch (failure) {
    case Failure::NotReadable:
        return words(221,
                     //% "This file is neither a picture nor a PDF that can be read."
                     QT_TRID_NOOP("restore.picture.notReadable"), nothingChanged, anotherFile);
    case Failure::TooLarge:
        return words(223,
                     //% "This picture is too large."
                     QT_TRID_NOOP("restore.picture.tooLarge"), nothingChanged,
                     //% "Choose a picture with at most 50 megapixels, or type the code."
                     QT_TRID_NOOP("restore.picture.tooLarge.next"));
    case Failure::NoCode:
        return words(224,
                     //% "No QR code was found in this picture."
                     QT_TRID_NOOP("restore.picture.noCode"), nothingChanged,
                     //% "Take the picture from straight above and in good light, or type the code."
                     QT_TRID_NOOP("restore.picture.noCode.next"));
    case Failure::PdfNotReadable:
        return words(360,
                     //% "This PDF is damaged and cannot be opened."
                     QT_TRID_NOOP("restore.pdf.notReadable"), nothingChanged, anotherFile);
    case Failure::PdfProtected:
        return words(361,
                     //% "This PDF is protected with a password."
                     QT_TRID_NOOP("restore.pdf.protected"), nothingChanged,
                     //% "Open the PDF in another program, copy the twelve groups and paste them here."
                     QT_TRID_NOOP("restore.pdf.protected.next"));
    case Failure::PdfTooLarge:
        return words(362,
                     //% "This PDF is too large."
                     QT_TRID_NOOP("restore.pdf.tooLarge"), nothingChanged,
                     //% "Choose a PDF with at most 20 megabytes, or type the code."
                     QT_TRID_NOOP("restore.pdf.tooLarge.next"));
    case Failure::PdfNoCode:
        return words(363,
                     //% "No QR code was found on the first five pages of this PDF."
                     QT_TRID_NOOP("restore.pdf.noCode"), nothingChanged, anotherFile);
    case Failure::TooSlow:
        return words(364,
                     //% "Reading this file takes too long."
                     QT_TRID_NOOP("restore.file.tooSlow"), nothingChanged, anotherFile);
    case Failure::SeveralFiles:
        return words(365,
                     //% "These are several files."
                     QT_TRID_NOOP("restore.file.several"), nothingChanged,
                     //% "Choose only the one with your key sheet."
                     QT_TRID_NOOP("restore.file.several.next"));
    }
    return {};
}

ErrorText RestoreWords::of(core::Handover handover)
{
    switch (handover) {
    case core::Handover::None:
    case core::Handover::Waiting:
        return {};
    case core::Handover::Silent:
        return words(231,
                     //% "Your other device has not answered yet."
                     QT_TRID_NOOP("restore.device.silent"),
                     //% "We go on waiting."
                     QT_TRID_NOOP("restore.device.silent.effect"),
                     //% "Please keep it switched on, and look whether it is online."
                     QT_TRID_NOOP("restore.device.silent.next"));
    case core::Handover::Incomplete:
        return words(232,
                     //% "This device is confirmed. But the key of your older messages did not come along."
                     QT_TRID_NOOP("restore.device.incomplete"),
                     //% "You can read and write new messages."
                     QT_TRID_NOOP("restore.device.incomplete.effect"), forOlderMessages);
    case core::Handover::WrongKey:
        return words(233,
                     //% "This device is confirmed. But the key that the other device has sent does not fit."
                     QT_TRID_NOOP("restore.device.wrongKey"),
                     //% "For your protection we have not used it."
                     QT_TRID_NOOP("restore.device.wrongKey.effect"), forOlderMessages);
    }
    return {};
}

ErrorText RestoreWords::ofKept(Outcome outcome)
{
    //% "Take your key sheet instead. You can remove this code from the device."
    const char* const next = QT_TRID_NOOP("kept.next.remove");
    switch (outcome) {
    case Outcome::ReplacedCode:
        return words(241,
                     //% "The key code on this device is out of date: there is a newer key sheet."
                     QT_TRID_NOOP("kept.replaced"), nothingChanged, next);
    case Outcome::WrongCode:
        return words(242,
                     //% "The key code on this device does not fit your account."
                     QT_TRID_NOOP("kept.wrong"), nothingChanged, next);
    case Outcome::NotACode:
    case Outcome::TypingError:
        return words(243,
                     //% "The key code on this device is damaged."
                     QT_TRID_NOOP("kept.damaged"), nothingChanged, next);
    default:
        return of(outcome);
    }
}

ErrorText RestoreWords::ofPassphrase(Outcome outcome)
{
    if (outcome == Outcome::ReplacedCode)
        return words(236,
                     //% "This password belongs to keys that were replaced by newer ones."
                     QT_TRID_NOOP("restore.passphrase.replaced"), nothingChanged,
                     //% "Take the password or the key code that was set up last."
                     QT_TRID_NOOP("restore.passphrase.replaced.next"));
    return of(outcome);
}

ErrorText RestoreWords::ofNoPassphrase()
{
    return words(237,
                 //% "No password is typed yet."
                 QT_TRID_NOOP("restore.passphrase.none"), nothingChanged,
                 //% "Type the password that you have given your keys in the other program."
                 QT_TRID_NOOP("restore.passphrase.none.next"));
}

ErrorText RestoreWords::ofKeyStore(core::ErrorCode code, const char* effect)
{
    switch (code) {
    case core::ErrorCode::KeyStoreLocked:
        return words(244, QT_TRID_NOOP("error.keyStoreLocked"), effect, QT_TRID_NOOP("error.keyStoreLocked.next"));
    case core::ErrorCode::KeyStoreDenied:
        return words(245, QT_TRID_NOOP("error.keyStoreDenied"), effect, QT_TRID_NOOP("error.keyStoreDenied.next"));
    default:
        return words(246, QT_TRID_NOOP("error.keyStoreMissing"), effect, QT_TRID_NOOP("error.keyStoreMissing.next"));
    }
}

ErrorText RestoreWords::ofOtherSheet()
{
    return words(474,
                 //% "This is a key sheet, but not the one that is in use now."
                 QT_TRID_NOOP("keysheet.otherSheet"), nothingChanged,
                 //% "Take the sheet that you have printed last."
                 QT_TRID_NOOP("keysheet.otherSheet.next"));
}

bool RestoreWords::isAboutCode(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotACode:
    case Outcome::TypingError:
    case Outcome::WrongCode:
    case Outcome::ReplacedCode:
        return true;
    case Outcome::Restored:
    case Outcome::RestoredPartly:
    case Outcome::NothingToOpen:
    case Outcome::ForeignKeys:
    case Outcome::NoConnection:
    case Outcome::Failed:
    case Outcome::WrongPassphrase:
    case Outcome::PassphraseRefused:
        return false;
    }
    return false;
}

} // namespace ui
