#include "ui/profile/ProfileViewModel.h"

#include "ui/common/Format.h"
#include "ui/common/Post.h"

namespace ui {

ProfileViewModel::ProfileViewModel(QObject* parent)
    : QObject(parent)
{
}

void ProfileViewModel::setService(core::ProfileService* service)
{
    if (m_service)
        m_service->disconnect(this);
    m_service = service;
    if (m_service)
        connect(m_service, &core::ProfileService::changed, this, &ProfileViewModel::applyProfile);
    else
        applyProfile({});
    post(m_service, [](core::ProfileService& profile) { profile.load(); });
}

void ProfileViewModel::setInsurer(const QString& name, const QString& phone, const QString& hours)
{
    const AccountOwner insurer{.insurer = name, .insurerPhone = phone, .insurerHours = hours};
    if (insurer == m_insurer)
        return;
    m_insurer = insurer;
    Q_EMIT changed();
}

AccountOwner ProfileViewModel::owner() const
{
    return {.name = displayName(),
            .address = address(),
            .addressSpoken = addressSpoken(),
            .insurer = insurerName().isEmpty() ? serverName() : insurerName(),
            .insurerPhone = m_insurer.insurerPhone,
            .insurerHours = m_insurer.insurerHours};
}

QString ProfileViewModel::initials() const
{
    return Format::initials(m_profile.displayName);
}

QString ProfileViewModel::addressSpoken() const
{
    return Format::spelled(address());
}

QString ProfileViewModel::deviceIdSpoken() const
{
    return Format::spelled(deviceId());
}

QString ProfileViewModel::fingerprintSpoken() const
{
    return Format::spelled(fingerprint());
}

void ProfileViewModel::applyProfile(const core::OwnProfile& profile)
{
    m_profile = profile;
    Q_EMIT changed();
}

} // namespace ui
