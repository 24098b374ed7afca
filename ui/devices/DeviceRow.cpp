#include "ui/devices/DeviceRow.h"

#include <QCoreApplication>

namespace ui {

DeviceRow DeviceRow::of(const core::OwnDevice& device, const Format& format)
{
    using Trust = core::OwnDevice::Trust;
    DeviceRow row;
    row.id = device.id.toString();
    //% "Device without a name"
    row.name = device.name.isEmpty() ? qtTrId("devices.noName") : device.name;
    row.confirmed = device.trust == Trust::Confirmed;
    row.suspicious = device.trust == Trust::Unconfirmed;
    row.canConfirm = device.isThis ? !row.confirmed : row.suspicious;
    QStringList facts;
    if (device.isThis)
        //% "In use now"
        facts.append(qtTrId("devices.inUse"));
    else if (device.lastSeen.isKnown())
        //% "Last used: %1"
        facts.append(qtTrId("devices.lastUsed").arg(format.moment(device.lastSeen)));
    else
        //% "It is not known when it was last used"
        facts.append(qtTrId("devices.lastUsedUnknown"));
    if (!device.isThis && device.firstSeen.isKnown())
        //% "First seen from here: %1"
        facts.append(qtTrId("devices.firstSeen").arg(format.moment(device.firstSeen)));
    row.facts = facts.join(QLatin1Char('\n'));
    switch (device.trust) {
    case Trust::Confirmed:
        //% "Confirmed"
        row.trust = qtTrId("devices.confirmed");
        //% "You have confirmed that this device is yours. It can read your chats."
        row.trustNote = qtTrId("devices.confirmed.note");
        break;
    case Trust::Unconfirmed:
        //% "Not confirmed"
        row.trust = qtTrId("devices.unconfirmed");
        row.trustNote = device.isThis
                            //% "This device gets no keys to your new messages from others yet."
                            ? qtTrId("devices.unconfirmed.this")
                            //% "This device gets no keys to your new messages. If you do not know it, sign it out."
                            : qtTrId("devices.unconfirmed.note");
        break;
    case Trust::Unknown:
        //% "Cannot be checked yet"
        row.trust = qtTrId("devices.unchecked");
        //% "Bring your chats back to this device first. After that we can check your devices."
        row.trustNote = qtTrId("devices.unchecked.note");
        break;
    }
    return row;
}

} // namespace ui
