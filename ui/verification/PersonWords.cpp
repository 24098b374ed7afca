#include "ui/verification/PersonWords.h"

#include "core/room/CleanText.h"
#include "ui/common/Format.h"

#include <QCoreApplication>

namespace ui {

namespace {

using End = VerificationEnd;

//% "Agree with the other person when, and try again."
const char* const tryAgain = QT_TRID_NOOP("verify.person.next.tryAgain");
//% "Write nothing confidential here for now. Call the other person on a number that you already know."
const char* const callThem = QT_TRID_NOOP("verify.person.next.call");
const char* const nothingConfirmed = QT_TRID_NOOP("verify.effect.nothing");
const char* const perhapsAttack = QT_TRID_NOOP("verify.effect.attack");

constexpr auto words = &ErrorText::ofTexts;

// A request stands above everything else: a long name must not push that away. The address is beside it.
QString shortName(const QString& name)
{
    constexpr qsizetype longest = 40;
    return name.size() <= longest ? name : core::cleanName(name.left(longest)) + QChar(0x2026);
}

QString addressOf(const core::UserId& user)
{
    return Format::isolated(core::cleanName(user.toString()));
}

} // namespace

QString PersonWords::nameOf(const core::ShownVerification& verification)
{
    const QString name = core::cleanName(verification.personName);
    return name.isEmpty() ? core::cleanName(verification.state.user.toString()) : name;
}

QString PersonWords::request(const core::ShownVerification& verification)
{
    //: %1 is the name of a person, %2 the address
    //% "%1 (%2) wants to compare pictures with you. Only do this if you are together or on the phone with each other."
    return qtTrId("verify.person.request")
        .arg(Format::isolated(shortName(nameOf(verification))), addressOf(verification.state.user));
}

QString PersonWords::side(const QString& name, const core::UserId& user)
{
    //: %1 is the name of a person, %2 the address
    //% "Other person: %1 (address %2)"
    return qtTrId("verify.person.side").arg(Format::isolated(name), addressOf(user));
}

ErrorText PersonWords::of(End end)
{
    switch (end) {
    case End::Open:
    case End::Done:
    case End::CancelledHere:
        return {};
    case End::CancelledThere:
        return words(430,
                     //% "The other person has cancelled."
                     QT_TRID_NOOP("verify.person.cancelledThere"), nothingConfirmed, tryAgain);
    case End::TimedOut:
        return words(431, QT_TRID_NOOP("verify.timedOut"), nothingConfirmed, tryAgain);
    case End::Different:
        return words(432,
                     //% "You two did not see the same."
                     QT_TRID_NOOP("verify.person.different"), perhapsAttack, callThem);
    case End::OtherKeys:
        return words(433,
                     //% "The keys of the two sides do not fit each other."
                     QT_TRID_NOOP("verify.person.otherKeys"), perhapsAttack, callThem);
    case End::UnknownDevice:
        return words(434, QT_TRID_NOOP("verify.unknownDevice"), nothingConfirmed,
                     //% "Try again in a minute. If it stays like this, call the other person on a number that you already know."
                     QT_TRID_NOOP("verify.person.unknownDevice.next"));
    case End::AnsweredElsewhere:
        return VerificationWords::of(end); // by another own device
    case End::NoCommonWay:
        return words(436, QT_TRID_NOOP("verify.noCommonWay"), nothingConfirmed,
                     //% "Both of you install the newest version and try again."
                     QT_TRID_NOOP("verify.person.noCommonWay.next"));
    case End::Refused:
        return words(437, QT_TRID_NOOP("verify.refused"),
                     //% "The person does not count as confirmed."
                     QT_TRID_NOOP("verify.person.refused.effect"), QT_TRID_NOOP("verify.refused.next"));
    case End::Failed:
        return words(438, QT_TRID_NOOP("verify.failed"), nothingConfirmed, tryAgain);
    }
    return {};
}

ErrorText PersonWords::ofRequest(const core::Error& error)
{
    if (error.code == core::ErrorCode::NotFound)
        return words(440,
                     //% "This person cannot be confirmed yet."
                     QT_TRID_NOOP("verify.person.notFound"), nothingConfirmed,
                     //% "You need an encrypted chat of just the two of you. The other person must have set up the messenger."
                     QT_TRID_NOOP("verify.person.notFound.next"));
    if (error.code == core::ErrorCode::Forbidden)
        return words(441,
                     //% "People cannot be confirmed from here at the moment."
                     QT_TRID_NOOP("verify.person.forbidden"),
                     //% "This device is not confirmed itself yet, or the keys of the person have changed."
                     QT_TRID_NOOP("verify.person.forbidden.effect"),
                     //% "Confirm this device first. If the keys have changed, decide in the chat what you want to do."
                     QT_TRID_NOOP("verify.person.forbidden.next"));
    return ErrorText::of(error);
}

} // namespace ui
