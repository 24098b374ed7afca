#include "ui/verification/VerificationWords.h"

#include <QCoreApplication>

namespace ui {

namespace {

using End = VerificationEnd;
using Phase = core::VerificationState::Phase;
using Kind = CodeReader::Kind;
using Failure = CodeReader::Failure;

//% "Nothing was confirmed."
const char* const nothingConfirmed = QT_TRID_NOOP("verify.effect.nothing");
//% "Perhaps somebody has tried to get in between. Nothing was confirmed."
const char* const perhapsAttack = QT_TRID_NOOP("verify.effect.attack");
//% "Have a look at “My devices” and sign out what you do not know. Then try again, if possible in another network."
const char* const lookAtDevices = QT_TRID_NOOP("verify.next.devices");
//% "Hold both devices ready and try again."
const char* const tryAgain = QT_TRID_NOOP("verify.next.tryAgain");
//% "Choose another picture, or compare pictures or numbers."
const char* const anotherPicture = QT_TRID_NOOP("verify.next.picture");
//% "Choose a picture of the code that the other device shows right now."
const char* const rightCode = QT_TRID_NOOP("verify.next.code");

constexpr auto words = &ErrorText::ofTexts;

End cancelledBecause(const core::VerificationState& state, Phase before)
{
    const QString& code = state.cancelCode;
    if (code == core::cancelCode::user)
        return state.isCancelledByUs ? End::CancelledHere : End::CancelledThere;
    // What was accepted here, but not by the core: it never came to know the device.
    if (code == core::cancelCode::timeout)
        return before == Phase::Requested && !state.isOurs ? End::UnknownDevice : End::TimedOut;
    if (code == core::cancelCode::mismatchedSas)
        return End::Different;
    if (code == core::cancelCode::keyMismatch && state.isCancelledByUs && before == Phase::Requested)
        return End::UnknownDevice;
    if (code == core::cancelCode::keyMismatch && before == Phase::Scanned)
        return End::Different;
    if (code == core::cancelCode::keyMismatch || code == core::cancelCode::mismatchedCommitment)
        return End::OtherKeys;
    if (code == core::cancelCode::accepted)
        return End::AnsweredElsewhere;
    return code == core::cancelCode::unknownMethod ? End::NoCommonWay : End::Failed;
}

} // namespace

End VerificationWords::endOf(const core::VerificationState& state, Phase before)
{
    switch (state.phase) {
    case Phase::Done:
        return End::Done;
    case Phase::Cancelled:
        return cancelledBecause(state, before);
    case Phase::Refused:
        return End::Refused;
    default:
        return End::Open;
    }
}

ErrorText VerificationWords::of(End end)
{
    switch (end) {
    case End::Open:
    case End::Done:
    case End::CancelledHere:
        return {};
    case End::CancelledThere:
        return words(400,
                     //% "It was cancelled on the other device."
                     QT_TRID_NOOP("verify.cancelledThere"), nothingConfirmed, tryAgain);
    case End::TimedOut:
        return words(401,
                     //% "It took too long: the time for comparing is over."
                     QT_TRID_NOOP("verify.timedOut"), nothingConfirmed, tryAgain);
    case End::Different:
        return words(402,
                     //% "The two devices did not show the same."
                     QT_TRID_NOOP("verify.different"), perhapsAttack, lookAtDevices);
    case End::OtherKeys:
        return words(403,
                     //% "The keys of the two devices do not fit each other."
                     QT_TRID_NOOP("verify.otherKeys"), perhapsAttack, lookAtDevices);
    case End::UnknownDevice:
        return words(404,
                     //% "A device has answered that cannot be checked."
                     QT_TRID_NOOP("verify.unknownDevice"), nothingConfirmed,
                     //% "Have a look at “My devices” whether you know it. If so, try again in a minute; if not, sign it out."
                     QT_TRID_NOOP("verify.unknownDevice.next"));
    case End::AnsweredElsewhere:
        return words(405,
                     //% "Another of your devices has answered."
                     QT_TRID_NOOP("verify.answeredElsewhere"),
                     //% "Here nothing is left to do."
                     QT_TRID_NOOP("verify.answeredElsewhere.effect"),
                     //% "Go on at the device that has answered."
                     QT_TRID_NOOP("verify.answeredElsewhere.next"));
    case End::NoCommonWay:
        return words(406,
                     //% "The two programs cannot compare in the same way."
                     QT_TRID_NOOP("verify.noCommonWay"), nothingConfirmed,
                     //% "Install the newest version on both devices and try again."
                     QT_TRID_NOOP("verify.noCommonWay.next"));
    case End::Refused:
        return words(407,
                     //% "The server has not taken the confirmation."
                     QT_TRID_NOOP("verify.refused"),
                     //% "The device does not count as confirmed."
                     QT_TRID_NOOP("verify.refused.effect"),
                     //% "Try again later. If it stays like this, call your health insurer."
                     QT_TRID_NOOP("verify.refused.next"));
    case End::Failed:
        return words(408,
                     //% "The comparison was interrupted."
                     QT_TRID_NOOP("verify.failed"), nothingConfirmed, tryAgain);
    }
    return {};
}

bool VerificationWords::isAlarming(End end)
{
    return end == End::Different || end == End::OtherKeys;
}

ErrorText VerificationWords::ofRequest(const core::Error& error)
{
    if (error.code == core::ErrorCode::NotFound)
        return words(410,
                     //% "There is no other device that could be asked."
                     QT_TRID_NOOP("verify.noDevice"), nothingConfirmed,
                     //% "Sign in on the other device first, or wait a minute if you have just done so."
                     QT_TRID_NOOP("verify.noDevice.next"));
    if (error.code == core::ErrorCode::Forbidden)
        return words(411,
                     //% "Devices cannot be confirmed from here at the moment."
                     QT_TRID_NOOP("verify.noIdentity"),
                     //% "The keys of your account are not there yet, or they have changed."
                     QT_TRID_NOOP("verify.noIdentity.effect"),
                     //% "Try again in a minute. If it stays like this, call your health insurer."
                     QT_TRID_NOOP("verify.noIdentity.next"));
    return ErrorText::of(error);
}

ErrorText VerificationWords::of(Kind kind)
{
    switch (kind) {
    case Kind::Verification:
        return {};
    case Kind::Key:
        return words(420,
                     //% "This is the code of your key sheet. It does not belong here."
                     QT_TRID_NOOP("verify.kind.key"),
                     //% "We have not used it. Do not show it to anybody."
                     QT_TRID_NOOP("verify.kind.key.effect"), rightCode);
    case Kind::SignIn:
        return words(421,
                     //% "This is a code for signing in, not for comparing."
                     QT_TRID_NOOP("verify.kind.signIn"), nothingConfirmed, rightCode);
    case Kind::Contact:
        return words(422,
                     //% "This is a contact code, not one for comparing."
                     QT_TRID_NOOP("verify.kind.contact"), nothingConfirmed, rightCode);
    case Kind::Other:
        return words(423,
                     //% "This is another code, not one for comparing."
                     QT_TRID_NOOP("verify.kind.other"), nothingConfirmed, rightCode);
    }
    return {};
}

ErrorText VerificationWords::of(Failure failure)
{
    switch (failure) {
    case Failure::NoCode:
    case Failure::PdfNoCode:
        return words(425,
                     //% "No QR code was found in this picture."
                     QT_TRID_NOOP("restore.picture.noCode"), nothingConfirmed, anotherPicture);
    case Failure::TooLarge:
    case Failure::PdfTooLarge:
    case Failure::TooSlow:
        return words(426,
                     //% "This file is too large."
                     QT_TRID_NOOP("verify.file.tooLarge"), nothingConfirmed, anotherPicture);
    case Failure::SeveralFiles:
        return words(427,
                     //% "These are several files."
                     QT_TRID_NOOP("restore.file.several"), nothingConfirmed, rightCode);
    case Failure::NotReadable:
    case Failure::PdfNotReadable:
    case Failure::PdfProtected:
        break;
    }
    return words(428,
                 //% "This file is not a picture that can be read."
                 QT_TRID_NOOP("verify.file.notReadable"), nothingConfirmed, anotherPicture);
}

ErrorText VerificationWords::ofForeignCode()
{
    return words(424,
                 //% "This code belongs to another comparison, or it is damaged."
                 QT_TRID_NOOP("verify.foreignCode"), nothingConfirmed, rightCode);
}

} // namespace ui
