#include "core/services/recovery/ReadOldKeys.h"

#include "core/api/endpoints/AccountData.h"
#include "core/api/endpoints/KeyBackup.h"
#include "core/services/recovery/SecretNames.h"

namespace core {

ReadOldKeys::ReadOldKeys(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void ReadOldKeys::start()
{
    if (const auto asked = m_parts.machine.askForOwnIdentity(); !asked)
        return finish(std::unexpected(asked.error()));
    m_parts.requests.flush(&m_jobs, [this](const Result<>& sent) {
        if (!sent)
            return finish(std::unexpected(sent.error()));
        readIdentity();
    });
}

void ReadOldKeys::readIdentity()
{
    const auto record = m_parts.store.identity(m_parts.machine.user());
    if (!record)
        return finish(std::unexpected(record.error()));
    if (*record)
        m_keys.master = QString::fromLatin1((*record)->offeredMaster.value_or((*record)->master).toBase64());
    readDefaultKey();
}

void ReadOldKeys::readDefaultKey()
{
    m_parts.api.call<QJsonObject>(endpoints::accountData(m_parts.machine.user(), secrets::defaultKey), &m_jobs,
                                  [this](const Result<QJsonObject>& content) {
                                      if (!content && content.error().code != ErrorCode::NotFound)
                                          return finish(std::unexpected(content.error()));
                                      if (content)
                                          m_keys.keyId = content->value(QLatin1StringView("key")).toString();
                                      readBackup();
                                  });
}

void ReadOldKeys::readBackup()
{
    m_parts.api.call<BackupVersion>(endpoints::backupVersion(), &m_jobs, [this](const Result<BackupVersion>& version) {
        if (version)
            m_keys.backup = *version;
        else if (version.error().code != ErrorCode::NotFound && version.error().code != ErrorCode::Protocol)
            return finish(std::unexpected(version.error()));
        finish(m_keys);
    });
}

void ReadOldKeys::finish(const Result<OldKeys>& keys)
{
    Q_EMIT finished(keys);
    deleteLater();
}

} // namespace core
