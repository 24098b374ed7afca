#pragma once

#include "core/services/recovery/HealthMemory.h"
#include "core/services/recovery/RestoreKeys.h"

#include <memory>

namespace core {

/// Looks whether the account could still be brought back with the key sheet: the private keys here, and at the server the default
/// key, its description, the four secrets and the backup (product B3, B4; S-43, S-46). It writes nothing.
///
/// What is wrong counts only if it is wrong twice: a server may show what was there before for a moment (S-52). What was ours
/// before what is ours now is HealthFinding::OlderState and is never used again (S-53). Without our code, what it would open is
/// not looked at. Destroying the job cancels it.
///
/// Thread: core. Deletes itself after finished().
class RecoveryHealth final : public QObject {
    Q_OBJECT
public:
    struct Report {
        QList<HealthFinding> findings;       ///< in the order of the enumeration
        std::optional<BackupVersion> backup; ///< the newest version, if keys may go there
        std::shared_ptr<crypto::SecretBytes>
            backupKey;   ///< of `backup`, if another own device has replaced ours with the same sheet
        QByteArray seen; ///< what the findings are about: another value, another finding
        bool operator==(const Report&) const = default;
    };
    RecoveryHealth(const RestoreKeys::Parts& parts, RecoveryKeys keys, HealthMemory memory, QObject* parent = nullptr);
    void start();

Q_SIGNALS:
    /// Errors: those of Api and of the store; nothing is known then.
    void finished(const core::Result<core::RecoveryHealth::Report>& report);

private:
    void read();
    void checkIdentity();
    void checkDefaultKey(const Result<QJsonObject>& content);
    void checkDescription(const Result<QJsonObject>& content);
    void readSecret(qsizetype index);
    void checkSecret(qsizetype index, const Result<QJsonObject>& content);
    void readBackup();
    void checkBackup(const Result<BackupVersion>& version);
    void conclude();
    void found(HealthFinding finding);
    void get(const QString& type, std::function<void(const Result<QJsonObject>&)> then);
    void finish(const Result<Report>& report);

    RestoreKeys::Parts m_parts;
    RecoveryKeys m_keys;
    HealthMemory m_memory;
    std::optional<CrossSigningSecrets> m_identity;
    Report m_report;
    int m_readings = 0;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
