#include "core/services/recovery/ReceivedBackupKey.h"

#include "core/base/Log.h"

#include <QTimer>

#include <utility>

namespace core {

namespace {

constexpr int readings = 2;

} // namespace

ReceivedBackupKey::ReceivedBackupKey(const RestoreKeys::Parts& parts, crypto::SecretBytes received, RecoveryKeys ours,
                                     HealthMemory memory, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_received(std::move(received))
    , m_ours(std::move(ours))
    , m_memory(std::move(memory))
{
}

void ReceivedBackupKey::start()
{
    read();
}

void ReceivedBackupKey::read()
{
    ++m_readings;
    m_parts.api.call<BackupVersion>(endpoints::backupVersion(), &m_jobs,
                                    [this](const Result<BackupVersion>& version) { compare(version); });
}

void ReceivedBackupKey::compare(const Result<BackupVersion>& version)
{
    if (!version && version.error().code != ErrorCode::NotFound && version.error().code != ErrorCode::Protocol)
        return finish(std::unexpected(version.error()));
    const auto pair = crypto::X25519KeyPair::fromPrivateKey(m_received.copy());
    if (version && pair && version->publicKey == pair->publicKey() && !isOlderBackup(m_memory, *version))
        return take(*version);
    if (m_readings < readings)
        return QTimer::singleShot(m_parts.readAgainAfterMs, &m_jobs, [this] { read(); });
    qCWarning(logSession, "the key of a backup that another device has sent does not fit: thrown away");
    const auto discarded = m_parts.machine.discardReceivedBackupKey();
    finish(discarded ? Result<bool>(false) : std::unexpected(discarded.error()));
}

void ReceivedBackupKey::take(const BackupVersion& version)
{
    m_ours.step = RecoveryKeys::Step::Restoring;
    m_ours.backupVersion = version.version;
    m_ours.backupKey = std::move(m_received);
    if (!m_ours.created.isKnown())
        m_ours.created = m_parts.clock.now();
    if (const auto saved = saveRecoveryKeys(m_parts.store, m_ours); !saved)
        return finish(std::unexpected(saved.error()));
    const auto discarded = m_parts.machine.discardReceivedBackupKey();
    finish(discarded ? Result<bool>(true) : std::unexpected(discarded.error()));
}

void ReceivedBackupKey::finish(const Result<bool>& isOurs)
{
    Q_EMIT finished(isOurs);
    deleteLater();
}

} // namespace core
