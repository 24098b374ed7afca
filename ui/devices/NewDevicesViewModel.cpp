#include "ui/devices/NewDevicesViewModel.h"

#include "ui/common/Post.h"

#include <QCoreApplication>

namespace ui {

NewDevicesViewModel::NewDevicesViewModel(const Format& format, QObject* parent)
    : QObject(parent)
    , m_format(format)
{
}

void NewDevicesViewModel::setService(core::NewDevicesService* service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    apply({});
    if (!m_service)
        return;
    connect(m_service, &core::NewDevicesService::changed, this, &NewDevicesViewModel::apply);
    post(m_service, [](core::NewDevicesService& devices) { devices.load(); });
}

void NewDevicesViewModel::refresh()
{
    Q_EMIT changed();
}

QString NewDevicesViewModel::title() const
{
    if (m_devices.isEmpty())
        return {};
    const QString& name = m_devices.first().name;
    //: %1 is the name of a device
    //% "A new device is signed in: %1"
    return qtTrId("devices.new.title").arg(Format::isolated(name.isEmpty() ? qtTrId("devices.noName") : name));
}

QString NewDevicesViewModel::text() const
{
    if (m_devices.isEmpty())
        return {};
    //: %1 is a date or a time
    //% "Seen for the first time: %1. Was that you?"
    return qtTrId("devices.new.text").arg(m_format.moment(m_devices.first().firstSeen));
}

void NewDevicesViewModel::confirm()
{
    if (!m_devices.isEmpty())
        post(m_service, [id = m_devices.first().id](core::NewDevicesService& devices) { devices.acknowledge({id}); });
}

void NewDevicesViewModel::apply(const QList<core::NewDevice>& devices)
{
    m_devices = devices;
    Q_EMIT changed();
}

} // namespace ui
