#include "core/services/devices/DevicesService.h"

#include "core/room/CleanText.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

OwnDevice::Trust trustIn(const DeviceRecord* record, IdentityStatus own)
{
    if (!record || !record->signedByOwner)
        return own == IdentityStatus::Verified ? OwnDevice::Trust::Unconfirmed : OwnDevice::Trust::Unknown;
    return own == IdentityStatus::Verified ? OwnDevice::Trust::Confirmed : OwnDevice::Trust::Unknown;
}

bool isBefore(const OwnDevice& a, const OwnDevice& b)
{
    if (a.isThis != b.isThis)
        return a.isThis;
    if (a.lastSeen != b.lastSeen)
        return a.lastSeen > b.lastSeen;
    return a.id < b.id;
}

} // namespace

DevicesService::DevicesService(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

void DevicesService::load()
{
    m_isWatched = true;
    if (m_state.isLoading) {
        m_loadAgain = true; // the answer on its way may be older than the reason to ask
        return show();
    }
    m_state.isLoading = true;
    m_records = ownRecords();
    m_identity = m_parts.machine.identityStatus(m_parts.machine.user()).value_or(IdentityStatus::Unknown);
    show();
    m_parts.api.call<QList<ListedDevice>>(endpoints::devices(), &m_jobs,
                                          [this](const Result<QList<ListedDevice>>& listed) { received(listed); });
}

void DevicesService::check()
{
    if (!m_isWatched)
        return;
    const auto identity = m_parts.machine.identityStatus(m_parts.machine.user()).value_or(IdentityStatus::Unknown);
    if (identity != m_identity || ownRecords() != m_records)
        load();
}

void DevicesService::received(const Result<QList<ListedDevice>>& listed)
{
    m_state.isLoading = false;
    if (std::exchange(m_loadAgain, false))
        return load();
    m_state.loadError.reset();
    if (listed) {
        m_listed = *listed;
        m_state.isLoaded = true;
    } else {
        m_state.loadError = listed.error();
    }
    show();
}

void DevicesService::show()
{
    m_state.devices = devicesToShow();
    Q_EMIT changed(m_state);
}

QList<DeviceRecord> DevicesService::ownRecords() const
{
    return m_parts.machine.devices(m_parts.machine.user()).value_or(QList<DeviceRecord>());
}

QList<OwnDevice> DevicesService::devicesToShow() const
{
    const DeviceId& own = m_parts.machine.device();
    QHash<DeviceId, const DeviceRecord*> records;
    for (const auto& record : m_records) {
        if (record.isPresent)
            records.insert(record.device, &record);
    }
    QList<ListedDevice> listed = m_listed;
    // What has been used by somebody is shown, whatever it is called.
    const auto hidden = m_parts.machine.hiddenDevices().value_or(QList<DeviceId>());
    listed.removeIf([&](const ListedDevice& entry) { return hidden.contains(entry.device) && !entry.lastSeen.isKnown(); });
    // A server cannot take away what runs.
    if (std::none_of(listed.cbegin(), listed.cend(), [&](const ListedDevice& device) { return device.device == own; }))
        listed.append({.device = own, .displayName = m_parts.ownName, .lastSeen = {}});
    QList<OwnDevice> devices;
    for (const auto& entry : std::as_const(listed)) {
        const DeviceRecord* record = records.value(entry.device, nullptr);
        devices.append({.id = entry.device,
                        .name = cleanName(entry.displayName),
                        .lastSeen = std::min(entry.lastSeen, m_parts.clock.now()),
                        .firstSeen = record ? record->firstSeen : Timestamp{},
                        .trust = trustIn(record, m_identity),
                        .isThis = entry.device == own});
    }
    std::sort(devices.begin(), devices.end(), &isBefore);
    return devices;
}

void DevicesService::signOut(const QList<DeviceId>& devices)
{
    if (m_state.isBusy || m_auth)
        return;
    QList<DeviceId> others;
    QSet<DeviceId> seen{m_parts.machine.device()};
    for (const auto& device : devices) {
        if (!device.isEmpty() && !seen.contains(device))
            others.append(device);
        seen.insert(device);
    }
    if (others.isEmpty())
        return;
    m_state.signingOut = others;
    m_auth = std::make_unique<InteractiveAuth>(m_parts.machine.user(), m_parts.api.baseUrl());
    send({});
}

void DevicesService::startChange()
{
    m_state.isBusy = true;
    m_state.failure.reset();
    if (!m_change)
        m_change = std::make_unique<QObject>();
    show();
}

void DevicesService::send(const QJsonObject& auth)
{
    startChange();
    m_parts.api.call<MaybeQuestion>(endpoints::deleteDevices(m_state.signingOut, auth), m_change.get(),
                                    [this](const Result<MaybeQuestion>& answer) { answered(answer); });
}

void DevicesService::answered(const Result<MaybeQuestion>& answer)
{
    m_state.isBusy = false;
    if (answer && answer->question)
        return ask(*answer->question);
    if (answer)
        return endSignOut({});
    const Error& error = answer.error();
    if (error.code == ErrorCode::NotFound && error.errcode == "M_UNRECOGNIZED"_L1) // signing out is done elsewhere (MSC3861)
        return endSignOut(
            Error{.code = ErrorCode::NotSupported, .detail = error.detail, .errcode = error.errcode, .retryAfter = {}});
    if (!m_state.question)
        return endSignOut(error);
    m_state.failure = error; // the question stays: the same answer may do later
    show();
}

void DevicesService::ask(const QByteArray& question)
{
    const auto step = m_auth->ask(question);
    if (!step)
        return endSignOut(step.error());
    if (step->nothing)
        return send(m_auth->withNothing());
    m_state.question = DevicesQuestion{.password = step->password, .browser = step->browser, .refused = step->refused};
    show();
}

void DevicesService::endSignOut(const std::optional<Error>& failure)
{
    const auto devices = std::exchange(m_state.signingOut, {});
    m_auth.reset();
    m_state.question.reset();
    m_state.isBusy = false;
    m_state.failure = failure;
    if (failure)
        return show();
    m_listed.removeIf([&](const ListedDevice& device) { return devices.contains(device.device); });
    load(); // shows it, and what the server says
    Q_EMIT signedOut(devices);
}

void DevicesService::confirmWithPassword(const std::shared_ptr<crypto::SecretBytes>& password)
{
    if (m_state.isBusy || !m_state.question || !m_state.question->password || !password || password->isEmpty())
        return;
    send(m_auth->withPassword(*password));
}

void DevicesService::confirmedInBrowser()
{
    if (m_state.isBusy || !m_state.question || m_state.question->browser.isEmpty())
        return;
    send(m_auth->afterBrowser());
}

void DevicesService::cancel()
{
    if (!m_auth)
        return;
    const bool wasBusy = m_state.isBusy;
    m_change.reset();
    m_auth.reset();
    m_state.signingOut.clear();
    m_state.question.reset();
    m_state.isBusy = false;
    m_state.failure.reset();
    if (wasBusy)
        load();
    else
        show();
}

void DevicesService::rename(const DeviceId& device, const QString& name)
{
    const QString clean = cleanName(name);
    if (m_state.isBusy || m_auth || clean.isEmpty())
        return;
    startChange();
    m_parts.api.call<Empty>(endpoints::renameDevice(device, clean), m_change.get(),
                            [this, device, clean](const Result<Empty>& answer) {
                                m_state.isBusy = false;
                                if (!answer) {
                                    m_state.failure = answer.error();
                                    return show();
                                }
                                for (auto& entry : m_listed) {
                                    if (entry.device == device)
                                        entry.displayName = clean;
                                }
                                load();
                            });
}

} // namespace core
