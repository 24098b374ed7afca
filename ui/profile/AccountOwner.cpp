#include "ui/profile/AccountOwner.h"

#include "ui/common/Format.h"

#include <QCoreApplication>

namespace ui {

namespace {

QString lineWith(const AccountOwner& owner, const QString& address)
{
    if (owner.address.isEmpty())
        return {};
    const QString insurer = Format::isolated(owner.insurer);
    if (owner.name.isEmpty())
        //: %1 is the address, %2 the health insurer
        //% "Account: %1. Health insurer: %2."
        return qtTrId("account.line.noName").arg(address, insurer);
    //: %1 is the person's name, %2 the address, %3 the health insurer
    //% "Account: %1 (%2). Health insurer: %3."
    return qtTrId("account.line").arg(Format::isolated(owner.name), address, insurer);
}

} // namespace

QString AccountOwner::line() const
{
    return lineWith(*this, Format::isolated(address));
}

QString AccountOwner::lineSpoken() const
{
    return lineWith(*this, addressSpoken);
}

} // namespace ui
