#include "core/services/devices/NewDevicesService.h"

#include "core/encryption/OlmMachine.h"
#include "core/room/CleanText.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr std::string_view valueName = "seen-own-devices";

} // namespace

NewDevicesService::NewDevicesService(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
}

Result<> NewDevicesService::read()
{
    if (m_seen)
        return {};
    const auto stored = m_parts.store.value(valueName);
    if (!stored)
        return std::unexpected(stored.error());
    if (!*stored)
        return {};
    QSet<QString> seen;
    const auto list = QJsonDocument::fromJson((*stored)->bytes().toByteArray()).array();
    for (const auto& device : list)
        seen.insert(device.toString());
    m_seen = seen;
    return {};
}

Result<> NewDevicesService::save()
{
    QStringList seen(m_seen->cbegin(), m_seen->cend());
    seen.sort();
    const QJsonDocument document(QJsonArray::fromStringList(seen));
    return m_parts.store.saveValue(valueName, crypto::SecretBytes::fromBytes(document.toJson(QJsonDocument::Compact)));
}

// What the own identity has signed as nothing to look at is no news when another identity comes.
Result<> NewDevicesService::noteHidden()
{
    const auto hidden = m_parts.machine.hiddenDevices();
    if (!hidden)
        return std::unexpected(hidden.error());
    const auto before = m_seen->size();
    for (const auto& device : *hidden)
        m_seen->insert(device.toString());
    return m_seen->size() == before ? Result<>() : save();
}

Result<QList<NewDevice>> NewDevicesService::find()
{
    if (const auto known = read(); !known)
        return std::unexpected(known.error());
    const auto records = m_parts.machine.devices(m_parts.machine.user());
    if (!records)
        return std::unexpected(records.error());
    const DeviceId here = m_parts.machine.device();
    const bool isListed = std::any_of(records->begin(), records->end(), [&](const auto& one) { return one.device == here; });
    if (!m_seen && !isListed)
        return QList<NewDevice>(); // the server has not been asked yet
    if (!m_seen) {
        m_seen.emplace();
        for (const auto& record : *records)
            m_seen->insert(record.device.toString());
        if (const auto saved = save(); !saved) {
            m_seen.reset();
            return std::unexpected(saved.error());
        }
    }
    if (const auto noted = noteHidden(); !noted)
        return std::unexpected(noted.error());
    QList<NewDevice> devices;
    for (const auto& record : *records) {
        if (record.device != here && !m_seen->contains(record.device.toString()))
            devices.append({.id = record.device, .name = cleanName(record.displayName), .firstSeen = record.firstSeen});
    }
    std::sort(devices.begin(), devices.end(), [](const NewDevice& a, const NewDevice& b) {
        return a.firstSeen != b.firstSeen ? a.firstSeen > b.firstSeen : a.id < b.id;
    });
    return devices;
}

void NewDevicesService::check()
{
    const auto now = find();
    if (!now) {
        Q_EMIT failed(now.error());
        return;
    }
    if (std::exchange(m_shown, *now) != *now)
        Q_EMIT changed(m_shown);
}

void NewDevicesService::load()
{
    check();
    Q_EMIT changed(m_shown);
}

void NewDevicesService::acknowledge(const QList<DeviceId>& devices)
{
    if (!m_seen)
        return;
    const auto before = *m_seen;
    for (const auto& device : devices)
        m_seen->insert(device.toString());
    if (const auto saved = save(); !saved) {
        m_seen = before;
        Q_EMIT failed(saved.error());
    }
    check();
}

} // namespace core
