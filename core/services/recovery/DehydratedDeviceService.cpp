#include "core/services/recovery/DehydratedDeviceService.h"

namespace core {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

} // namespace

DehydratedDeviceService::DehydratedDeviceService(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void DehydratedDeviceService::check()
{
    if (m_job)
        return;
    const auto keys = RefreshDehydratedDevice::usableKeys(m_parts.machine, m_parts.store);
    const auto identity = m_parts.store.identity(m_parts.machine.user());
    if (!keys || !*keys || !identity || !*identity)
        return;
    const Keys now{(*identity)->selfSigning.toBase64(), (*keys)->keyId};
    if (now == m_tried && m_parts.clock.now().ms < m_notBefore.ms)
        return;
    m_tried = now;
    m_job = new RefreshDehydratedDevice(m_parts, &m_jobs);
    connect(m_job, &RefreshDehydratedDevice::finished, this, &DehydratedDeviceService::ended);
    m_job->start();
}

void DehydratedDeviceService::ended(const Result<Outcome>& result)
{
    m_job = nullptr;
    const qint64 pause = !result ? minute : *result == Outcome::NotNow ? hour : 24 * hour;
    m_notBefore = {m_parts.clock.now().ms + pause};
}

} // namespace core
