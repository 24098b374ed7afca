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
