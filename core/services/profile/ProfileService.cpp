#include "core/services/profile/ProfileService.h"

#include "core/api/endpoints/Profile.h"

namespace core {

ProfileService::ProfileService(Api& api, OwnProfile initial, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_profile(std::move(initial))
{
}

void ProfileService::load()
{
    Q_EMIT changed(m_profile);
    m_api.call<UserProfile>(endpoints::profile(m_profile.user), &m_jobs, [this](const Result<UserProfile>& profile) {
        if (!profile || profile->displayName == m_profile.displayName)
            return;
        m_profile.displayName = profile->displayName;
        Q_EMIT changed(m_profile);
    });
}

} // namespace core
