#include "core/services/recovery/DailyCheck.h"

#include "core/base/Log.h"

#include <utility>

namespace core {

namespace {

constexpr qint64 pauseBetweenChecksMs = 24LL * 60 * 60 * 1000;
constexpr qint64 longestWaitMs = 2 * pauseBetweenChecksMs; // for the backup

} // namespace

DailyCheck::DailyCheck(const RestoreKeys::Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void DailyCheck::noteOwn(const RecoveryKeys& keys, const std::optional<crypto::Curve25519Key>& backupKey)
{
    if (!m_isLoaded) {
        auto loaded = loadHealthMemory(m_parts.store);
        if (!loaded)
            return;
        m_memory = std::move(*loaded);
        m_isLoaded = true;
    }
    remember(m_memory.keyIds, keys.keyId);
    if (backupKey && !keys.backupVersion.isEmpty())
        rememberBackup(m_memory, {.version = keys.backupVersion, .publicKey = *backupKey});
    if (const auto own = m_parts.store.identity(m_parts.machine.user()); own && *own)
        remember(m_memory.masters, QString::fromLatin1((*own)->master.toBase64()));
    save();
}

void DailyCheck::noteSaved()
{
    m_memory.lastBackup = m_parts.clock.now();
    save();
}

void DailyCheck::noteCaughtUp()
{
    m_memory.foundSomething = false;
    m_memory.allSaved = m_parts.clock.now();
    save();
}

void DailyCheck::noteChecked()
{
    m_memory.lastCheck = m_parts.clock.now();
    save();
}

void DailyCheck::forget()
{
    delete m_health;
    m_memory = {};
    m_seen.clear();
    m_isLoaded = m_isCheckedInThisRun = false;
}

void DailyCheck::save()
{
    if (!m_isLoaded)
        return; // what is stored is worth more
    if (const auto saved = saveHealthMemory(m_parts.store, m_memory); !saved)
        qCWarning(logSession, "the check could not be noted: error %d", static_cast<int>(saved.error().code));
}

bool DailyCheck::isDue() const
{
    const qint64 now = m_parts.clock.now().ms;
    const qint64 last = m_memory.lastCheck.ms;
    const bool isOpen = m_memory.foundSomething && !m_isCheckedInThisRun;
    return isOpen || last == 0 || now < last || now - last >= pauseBetweenChecksMs;
}

Result<> DailyCheck::start(RecoveryKeys keys, const std::optional<crypto::Curve25519Key>& backupKey)
{
    if (!m_isLoaded)
        noteOwn(keys, backupKey);
    if (!m_isLoaded)
        return fail(ErrorCode::Storage);
    m_health = new RecoveryHealth(m_parts, std::move(keys), m_memory, &m_jobs);
    connect(m_health, &RecoveryHealth::finished, this, [this](const Result<RecoveryHealth::Report>& report) {
        m_health = nullptr;
        Q_EMIT read(report);
    });
    m_health->start();
    return {};
}

DailyCheck::Conclusion DailyCheck::conclude(const RecoveryHealth::Report& report, qint64 waiting)
{
    const auto now = m_parts.clock.now();
    if (waiting == 0 || m_memory.allSaved.ms == 0)
        m_memory.allSaved = now;
    auto findings = report.findings;
    if (findings.isEmpty() && now.ms - m_memory.allSaved.ms >= longestWaitMs)
        findings.append(HealthFinding::BackupBehind);
    m_seen = report.seen;
    if (findings.isEmpty())
        m_memory.acknowledged.clear();
    m_memory.foundSomething = !findings.isEmpty();
    m_memory.lastCheck = now;
    m_isCheckedInThisRun = true;
    save();
    return {.findings = findings, .areRead = !findings.isEmpty() && m_memory.acknowledged == m_seen};
}

void DailyCheck::acknowledge()
{
    m_memory.acknowledged = m_seen;
    save();
}

} // namespace core
