#pragma once

#include "core/services/recovery/HealthMemory.h"
#include "core/services/recovery/RestoreKeys.h"

namespace core {

/// Looks whether the key of a backup that another own device has sent is the one of the account's newest backup (S-43). If so, it
/// becomes ours, at RecoveryKeys::Step::Restoring; if not, it is thrown away. A backup that was ours before what is ours now is
/// never used again (S-53).
///
/// The key stays in the machine until it is ours or thrown away: whatever ends the program in between, the next run goes on.
/// What does not fit is looked at twice: a server may show what was there before for a moment (S-52). Destroying it cancels it.
///
/// Thread: core. Deletes itself after finished().
class ReceivedBackupKey final : public QObject {
    Q_OBJECT
public:
    /// `ours`: what this device has already; its code stays.
    ReceivedBackupKey(const RestoreKeys::Parts& parts, crypto::SecretBytes received, RecoveryKeys ours, HealthMemory memory,
                      QObject* parent = nullptr);
    void start();

Q_SIGNALS:
    /// Whether it is ours now. Errors: those of Api and of the store; nothing has changed then.
    void finished(const core::Result<bool>& isOurs);

private:
    void read();
    void compare(const Result<BackupVersion>& version);
    void take(const BackupVersion& version);
    void finish(const Result<bool>& isOurs);

    RestoreKeys::Parts m_parts;
    crypto::SecretBytes m_received;
    RecoveryKeys m_ours;
    HealthMemory m_memory;
    int m_readings = 0;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
