#include "core/services/recovery/RecoveryHealth.h"

#include "core/api/endpoints/AccountData.h"
#include "core/base/Log.h"
#include "core/services/recovery/SecretNames.h"

#include <QCryptographicHash>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int readings = 2;

} // namespace

RecoveryHealth::RecoveryHealth(const RestoreKeys::Parts& parts, RecoveryKeys keys, HealthMemory memory, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_keys(std::move(keys))
    , m_memory(std::move(memory))
{
}

void RecoveryHealth::start()
{
    read();
}

void RecoveryHealth::read()
{
    ++m_readings;
    m_report = {};
    if (const auto asked = m_parts.machine.askForOwnIdentity(); !asked)
        return finish(std::unexpected(asked.error()));
    m_parts.requests.flush(&m_jobs, [this](const Result<>& sent) {
        if (!sent)
            return finish(std::unexpected(sent.error()));
        checkIdentity();
    });
}

void RecoveryHealth::checkIdentity()
{
    const auto status = m_parts.machine.ownIdentity();
    const auto record = m_parts.store.identity(m_parts.machine.user());
    if (!status || !record)
        return finish(std::unexpected(status ? record.error() : status.error()));
    if (*status == OwnIdentityStatus::Changed) {
        const bool isBefore = *record && (*record)->offeredMaster &&
                              m_memory.masters.contains(QString::fromLatin1((*record)->offeredMaster->toBase64()));
        found(isBefore ? HealthFinding::OlderState : HealthFinding::IdentityChanged);
    }
    m_identity = m_parts.machine.crossSigningSecrets();
    if (!m_identity && *status != OwnIdentityStatus::Changed)
        found(HealthFinding::PrivateKeysMissing);
    get(secrets::defaultKey, [this](const Result<QJsonObject>& content) { checkDefaultKey(content); });
}

void RecoveryHealth::checkDefaultKey(const Result<QJsonObject>& content)
{
    const QString id = content ? content->value("key"_L1).toString() : QString();
    m_report.seen += id.toUtf8() + '\n';
    if (m_keys.key.isEmpty())
        return readBackup();
    if (!id.isEmpty() && id != m_keys.keyId) {
        // What lies under our key then is nobody's concern any more.
        found(m_memory.keyIds.contains(id) ? HealthFinding::OlderState : HealthFinding::NewerKey);
        return readBackup();
    }
    if (id.isEmpty())
        found(HealthFinding::StorageIncomplete);
    get(secrets::keyPrefix + m_keys.keyId, [this](const Result<QJsonObject>& description) { checkDescription(description); });
}

void RecoveryHealth::checkDescription(const Result<QJsonObject>& content)
{
    if (!content || checkStorageKey(*content, m_keys.key) == StorageKeyCheck::Wrong)
        found(HealthFinding::StorageIncomplete);
    readSecret(0);
}

void RecoveryHealth::readSecret(qsizetype index)
{
    if (index == secrets::all().size())
        return readBackup();
    get(secrets::all()[index], [this, index](const Result<QJsonObject>& content) { checkSecret(index, content); });
}

void RecoveryHealth::checkSecret(qsizetype index, const Result<QJsonObject>& content)
{
    const QString& name = secrets::all()[index];
    auto opened = openFromStorage(content.value_or(QJsonObject()), name, m_keys.keyId, m_keys.key);
    const auto* expected = name == secrets::backup        ? &m_keys.backupKey
                           : !m_identity                  ? nullptr
                           : name == secrets::master      ? &m_identity->master
                           : name == secrets::selfSigning ? &m_identity->selfSigning
                                                          : &m_identity->userSigning;
    const bool isAbsentByRight = name == secrets::backup && m_keys.backupKey.isEmpty();
    if (!opened ? !isAbsentByRight : expected && !opened->equals(*expected) && name != secrets::backup)
        found(HealthFinding::StorageIncomplete);
    // Whether another key of the backup is right is told by the backup.
    if (opened && name == secrets::backup && !opened->equals(m_keys.backupKey))
        m_report.backupKey = std::make_shared<crypto::SecretBytes>(std::move(*opened));
    readSecret(index + 1);
}

void RecoveryHealth::readBackup()
{
    m_parts.api.call<BackupVersion>(endpoints::backupVersion(), &m_jobs,
                                    [this](const Result<BackupVersion>& version) { checkBackup(version); });
}

void RecoveryHealth::checkBackup(const Result<BackupVersion>& version)
{
    const auto publicKeyOf = [](const crypto::SecretBytes& key) -> std::optional<crypto::Curve25519Key> {
        const auto pair = crypto::X25519KeyPair::fromPrivateKey(key.copy());
        return pair ? std::optional(pair->publicKey()) : std::nullopt;
    };
    const auto other = std::exchange(m_report.backupKey, {});
    if (!version && version.error().code != ErrorCode::NotFound && version.error().code != ErrorCode::Protocol)
        return finish(std::unexpected(version.error()));
    if (version)
        m_report.seen += version->version.toUtf8();
    if (!version) {
        found(version.error().code == ErrorCode::NotFound ? HealthFinding::BackupMissing : HealthFinding::ForeignBackup);
    } else if (isOlderBackup(m_memory, *version)) {
        found(HealthFinding::OlderState);
    } else if (version->publicKey == publicKeyOf(m_keys.backupKey)) {
        if (other)
            found(HealthFinding::StorageIncomplete);
        m_report.backup = *version;
    } else if (other && version->publicKey == publicKeyOf(*other)) {
        // Only who has our sheet could store this key, and the server does not know it (S-46).
        m_report.backupKey = other;
        m_report.backup = *version;
    } else {
        found(HealthFinding::ForeignBackup);
    }
    conclude();
}

void RecoveryHealth::conclude()
{
    if (!m_report.findings.isEmpty() && m_readings < readings)
        return QTimer::singleShot(m_parts.readAgainAfterMs, &m_jobs, [this] { read(); });
    std::sort(m_report.findings.begin(), m_report.findings.end());
    for (const auto finding : std::as_const(m_report.findings))
        m_report.seen += '\n' + QByteArray::number(static_cast<int>(finding));
    m_report.seen = QCryptographicHash::hash(m_report.seen, QCryptographicHash::Sha256).toHex();
    finish(m_report);
}

void RecoveryHealth::found(HealthFinding finding)
{
    if (!m_report.findings.contains(finding))
        m_report.findings.append(finding);
}

// NotFound goes to `then`; every other error ends the job.
void RecoveryHealth::get(const QString& type, std::function<void(const Result<QJsonObject>&)> then)
{
    m_parts.api.call<QJsonObject>(endpoints::accountData(m_parts.machine.user(), type), &m_jobs,
                                  [this, then = std::move(then)](const Result<QJsonObject>& content) {
                                      if (!content && content.error().code != ErrorCode::NotFound)
                                          return finish(std::unexpected(content.error()));
                                      then(content);
                                  });
}

void RecoveryHealth::finish(const Result<Report>& report)
{
    if (!report)
        qCWarning(logSession, "recovery could not be checked: error %d", static_cast<int>(report.error().code));
    Q_EMIT finished(report);
    deleteLater();
}

} // namespace core
