#pragma once

#include "core/api/Api.h"
#include "core/base/Clock.h"
#include "core/encryption/OlmMachine.h"
#include "core/services/recovery/RecoveryKeys.h"

#include <QObject>

namespace core {

/// Stores the keys of a new identity at the server, encrypted with a recovery key, and makes a backup for the room keys
/// (product B2): its description, the secrets, the backup, the default key last, then all of it read back.
///
/// Each step is noted before the next one begins and can be repeated: whatever ends the program in between, the next run goes on
/// with the same keys. What the account has already, from another device, is never overwritten (S-46): the job then ends with
/// Conflict and leaves nothing behind. Destroying it cancels it.
///
/// Thread: core. Deletes itself after finished().
class SetUpRecovery final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Api& api;
        OlmMachine& machine;
        CryptoStore& store;
        const Clock& clock;
    };
    enum class Outcome { Done, Conflict };

    SetUpRecovery(const Parts& parts, QObject* parent = nullptr);
    /// The private keys of the own identity must be in the machine.
    void start();

Q_SIGNALS:
    /// Errors: those of Api and of the store; worth another try later. Crypto if what was read back was wrong to the end.
    void finished(const core::Result<core::SetUpRecovery::Outcome>& result);

private:
    using Step = RecoveryKeys::Step;
    void next();
    void done(Step step);
    void checkNothingIsThere();
    void checkNoBackupIsThere();
    void describeKey();
    void storeSecret(const QString& name, const crypto::SecretBytes& secret, std::function<void()> then);
    void storeIdentity();
    void makeBackup();
    void createVersion();
    void setBackup(const QString& version);
    void storeBackupKey();
    void setDefault();
    void enable();
    void readBack();
    void readBackSecret(qsizetype index);
    void readAgainLater();
    void put(const QString& type, const QJsonObject& content, std::function<void()> then);
    void get(const QString& type, std::function<void(const Result<QJsonObject>&)> then);
    [[nodiscard]] const crypto::SecretBytes* secretNamed(const QString& name) const;
    void conflict();
    void finish(const Result<Outcome>& result);

    Parts m_parts;
    RecoveryKeys m_keys;
    std::optional<CrossSigningSecrets> m_identity;
    int m_readings = 0;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
