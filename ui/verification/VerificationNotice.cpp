#include "ui/verification/VerificationNotice.h"

#include "ui/common/Format.h"

#include <QCoreApplication>

namespace ui {

namespace {

using Fate = VerificationNotice::Fate;

QString ofDevice(Fate fate)
{
    switch (fate) {
    case Fate::Withdrawn:
        //: %1 is the name of a device
        //% "The device “%1” does not ask for a comparison any more."
        return qtTrId("verify.notice.withdrawn");
    case Fate::TimedOut:
        //: %1 is the name of a device
        //% "The device “%1” has asked for a comparison, but nobody answered in time. If it is yours, begin there once more."
        return qtTrId("verify.notice.timedOut");
    case Fate::AnsweredElsewhere:
        //: %1 is the name of a device
        //% "The request of the device “%1” was answered on another device."
        return qtTrId("verify.notice.elsewhere");
    case Fate::Done:
        //: %1 is the name of a device
        //% "The device “%1” is confirmed now."
        return qtTrId("verify.notice.done");
    case Fate::Refused:
        //: %1 is the name of a device
        //% "The server has not taken the confirmation of the device “%1”. It does not count as confirmed."
        return qtTrId("verify.notice.refused");
    }
    return {};
}

QString ofPerson(Fate fate)
{
    switch (fate) {
    case Fate::Withdrawn:
        //: %1 is the name of a person
        //% "%1 does not ask for a comparison any more."
        return qtTrId("verify.person.notice.withdrawn");
    case Fate::TimedOut:
        //: %1 is the name of a person
        //% "%1 has asked for a comparison, but nobody answered in time. Ask the person to begin once more."
        return qtTrId("verify.person.notice.timedOut");
    case Fate::AnsweredElsewhere:
        //: %1 is the name of a person
        //% "The request of %1 was answered on another one of your devices."
        return qtTrId("verify.person.notice.elsewhere");
    case Fate::Done:
        //: %1 is the name of a person
        //% "%1 is confirmed now."
        return qtTrId("verify.person.notice.done");
    case Fate::Refused:
        //: %1 is the name of a person
        //% "The server has not taken the confirmation of %1. The person does not count as confirmed."
        return qtTrId("verify.person.notice.refused");
    }
    return {};
}

} // namespace

QString VerificationNotice::text() const
{
    return (isPerson ? ofPerson(fate) : ofDevice(fate)).arg(Format::isolated(name));
}

} // namespace ui
