#include "core/services/recovery/KeyFileService.h"

#include <utility>

namespace core {

KeyFileService::KeyFileService(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

template <typename Job>
void KeyFileService::run(Job* job, const QString& path, const std::shared_ptr<crypto::SecretBytes>& passPhrase)
{
    m_cancel = [job] { job->cancel(); };
    connect(job, &Job::progressed, this, &KeyFileService::progressed);
    connect(job, &Job::finished, this, [this, job](const KeyFileResult& result) {
        job->disconnect(this); // it may be on its way to delete itself
        m_cancel = {};
        Q_EMIT ended(result);
    });
    job->start(path, passPhrase);
}

void KeyFileService::exportTo(const QString& path, const std::shared_ptr<crypto::SecretBytes>& passPhrase)
{
    if (!m_cancel)
        run(new ExportKeys(m_parts.machine, &m_jobs), path, passPhrase);
}

void KeyFileService::importFrom(const QString& path, const std::shared_ptr<crypto::SecretBytes>& passPhrase)
{
    if (!m_cancel)
        run(new ImportKeys(m_parts, &m_jobs), path, passPhrase);
}

void KeyFileService::cancel()
{
    if (const auto cancel = m_cancel) // a copy: it is cleared meanwhile
        cancel();
}

} // namespace core
