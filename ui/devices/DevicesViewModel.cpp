#include "ui/devices/DevicesViewModel.h"

#include "ui/common/Post.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

#include <utility>

namespace ui {

DevicesViewModel::DevicesViewModel(const Format& format, QObject* parent)
    : QObject(parent)
    , m_format(format)
{
}

void DevicesViewModel::setService(core::DevicesService* service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    m_done = false;
    applyState({});
    setPage(Page::None);
    if (!m_service)
        return;
    connect(m_service, &core::DevicesService::changed, this, &DevicesViewModel::applyState);
    connect(m_service, &core::DevicesService::signedOut, this, &DevicesViewModel::applySignedOut);
}

void DevicesViewModel::setOwner(const AccountOwner& owner)
{
    m_owner = owner;
    Q_EMIT changed();
}

void DevicesViewModel::refresh()
{
    Q_EMIT changed();
    Q_EMIT devicesChanged();
}

DeviceRow DevicesViewModel::thisDevice() const
{
    for (const auto& device : m_state.devices) {
        if (device.isThis)
            return DeviceRow::of(device, m_format);
    }
    return {};
}

QList<DeviceRow> DevicesViewModel::others() const
{
    QList<DeviceRow> rows;
    for (const auto& device : m_state.devices) {
        if (!device.isThis)
            rows.append(DeviceRow::of(device, m_format));
    }
    return rows;
}

ErrorText DevicesViewModel::loadError() const
{
    return m_state.loadError ? ErrorText::of(*m_state.loadError) : ErrorText{};
}

ErrorText DevicesViewModel::failure() const
{
    if (!m_state.failure)
        return {};
    ErrorText text = ErrorText::of(*m_state.failure);
    if (m_state.failure->code == core::ErrorCode::NotSupported) {
        //% "This program cannot sign out devices at your health insurer."
        text.cause = qtTrId("devices.notSupported");
        //% "Sign out the device on the website of your health insurer, or call them."
        text.next = qtTrId("devices.notSupported.next");
    }
    return text;
}

QString DevicesViewModel::nameOf(const core::DeviceId& id) const
{
    for (const auto& device : m_state.devices) {
        if (device.id == id)
            return DeviceRow::of(device, m_format).name;
    }
    return id.toString();
}

QString DevicesViewModel::signingOutText() const
{
    QStringList names;
    for (const auto& id : m_state.signingOut)
        names.append(Format::isolated(nameOf(id)));
    return names.join(QStringLiteral(", "));
}

QString DevicesViewModel::passwordError() const
{
    if (!m_state.question || !m_state.question->refused || m_lastWasBrowser)
        return {};
    //% "This password is not right. Please try again."
    return qtTrId("devices.confirm.wrongPassword");
}

QString DevicesViewModel::browserError() const
{
    if (!m_state.question || !m_state.question->refused || !m_lastWasBrowser)
        return {};
    //% "Nothing was confirmed in the browser yet. Please confirm there first."
    return qtTrId("devices.confirm.notYet");
}

void DevicesViewModel::setBrowserOpened(bool opened)
{
    m_browserMissing = !opened;
    Q_EMIT changed();
}

void DevicesViewModel::open()
{
    m_done = false;
    setPage(Page::List);
    reload();
}

void DevicesViewModel::back()
{
    if (m_page == Page::Confirm)
        post(m_service, [](core::DevicesService& devices) { devices.cancel(); });
    setPage(m_page == Page::Confirm ? Page::List : Page::None);
}

void DevicesViewModel::close()
{
    if (!m_state.signingOut.isEmpty())
        post(m_service, [](core::DevicesService& devices) { devices.cancel(); });
    setPage(Page::None);
}

void DevicesViewModel::reload()
{
    post(m_service, [](core::DevicesService& devices) { devices.load(); });
}

void DevicesViewModel::signOut(const QString& id)
{
    if (const auto device = core::DeviceId::parse(id))
        begin({*device});
}

void DevicesViewModel::signOutOthers()
{
    QList<core::DeviceId> devices;
    for (const auto& device : std::as_const(m_state.devices)) {
        if (!device.isThis)
            devices.append(device.id);
    }
    begin(devices);
}

void DevicesViewModel::begin(const QList<core::DeviceId>& devices)
{
    m_done = false;
    m_inBrowser = false;
    m_browserMissing = false;
    Q_EMIT changed();
    post(m_service, [devices](core::DevicesService& service) { service.signOut(devices); });
}

void DevicesViewModel::confirmWithPassword(const QString& password)
{
    QByteArray bytes = password.toUtf8();
    auto secret = std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(bytes));
    crypto::wipe(bytes);
    m_lastWasBrowser = false;
    post(m_service, [secret](core::DevicesService& devices) { devices.confirmWithPassword(secret); });
}

void DevicesViewModel::openBrowser()
{
    if (!browserOffered())
        return;
    m_inBrowser = true;
    Q_EMIT changed();
    Q_EMIT browserRequested(m_state.question->browser);
}

void DevicesViewModel::copyBrowserAddress()
{
    if (browserOffered())
        QGuiApplication::clipboard()->setText(m_state.question->browser.toString(QUrl::FullyEncoded));
}

void DevicesViewModel::confirmedInBrowser()
{
    m_lastWasBrowser = true;
    post(m_service, [](core::DevicesService& devices) { devices.confirmedInBrowser(); });
}

void DevicesViewModel::applyState(const core::DevicesState& state)
{
    const bool otherDevices = state.devices != m_state.devices;
    m_state = state;
    Q_EMIT changed();
    if (otherDevices) // rows are made anew only then: the focus stays where it is
        Q_EMIT devicesChanged();
    if (m_state.question && m_page == Page::List)
        setPage(Page::Confirm);
    else if (!m_state.question && m_page == Page::Confirm)
        setPage(Page::List);
}

void DevicesViewModel::applySignedOut()
{
    m_done = true;
    Q_EMIT changed();
}

void DevicesViewModel::setPage(Page page)
{
    if (page == m_page)
        return;
    m_page = page;
    if (page == Page::Confirm) {
        m_inBrowser = false;
        m_browserMissing = false;
    }
    Q_EMIT pageChanged();
}

} // namespace ui
