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
/// with the same keys. What the account has already, from another device, is never overwritten (S-46). A default key that could
/// be opened with some code ends the job with Conflict, and it leaves nothing behind; a backup is left alone, and the new keys do
/// without one. Destroying it cancels it.
///
/// It also repairs: with keys at Step::Repairing only what is not as it should be is written again, under our own key. A repair
/// that ends with Conflict or NotKept keeps the keys.
///
/// It also renews (product B5): what Parts::replaces names, and nothing else, gives way to new keys. A renewal that ends with
/// Conflict keeps the keys, and can be begun again with what the person has agreed to then.
///
/// Thread: core. Deletes itself after finished().
class SetUpRecovery final : public QObject {
    Q_OBJECT
public:
    /// What the person has agreed to give up.
    struct ReplacedKeys {
        QString keyId;              ///< the default key of secret storage; empty if there was none
        QStringList backups;        ///< versions of the backup
        bool deletesBackups = true; ///< false: they stay at the server beside the new one, with what opens them
    };
    struct Parts {
        Api& api;
        OlmMachine& machine;
        CryptoStore& store;
        const Clock& clock;
        int readAgainAfterMs = 1'500; ///< as in RestoreKeys::Parts
        std::optional<ReplacedKeys> replaces = {};
    };
    enum class Outcome {
        Done,
        Conflict, ///< the account has another default key
        NotKept,  ///< of a repair: what was written does not come back
    };

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
    void checkDefaultIsOurs();
    [[nodiscard]] bool isReplaced(const QString& keyId) const;
    [[nodiscard]] QJsonObject contentToKeep(const QString& name, const Result<QJsonObject>& content) const;
    void deleteVersion(const QString& version);
    void unlessOthers(const QString& keyId, const std::function<void()>& then);
    void describeKey();
    void writeDescription();
    void storeSecret(const QString& name, const crypto::SecretBytes& secret, std::function<void()> then);
    void storeIdentity();
    void makeBackup();
    void takeOtherBackupKey();
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
    [[nodiscard]] bool isLeftAlone(const QString& secretName) const;
    void conflict();
    void giveUp(Outcome outcome);
    void finish(const Result<Outcome>& result);

    Parts m_parts;
    RecoveryKeys m_keys;
    std::optional<CrossSigningSecrets> m_identity;
    bool m_isRepair = false;
    int m_readings = 0;
    QStringList m_deleted; // versions of the backup
    QObject m_jobs;        // last: requests die before what they use
};

} // namespace core
