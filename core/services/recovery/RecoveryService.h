#pragma once

#include "core/api/Api.h"
#include "core/api/CryptoRequestSender.h"
#include "core/base/Clock.h"
#include "core/services/recovery/BackupTraffic.h"
#include "core/services/recovery/DailyCheck.h"
#include "core/services/recovery/RecoveryKeys.h"
#include "core/services/recovery/RecoveryState.h"
#include "core/services/recovery/RestoreKeys.h"
#include "core/services/recovery/SetUpRecovery.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace core {

/// What stands on the key sheet beside the code.
struct KeySheetFacts {
    UserId user;
    Timestamp created;
    QString shortKeyId; ///< the first six characters of the key's id: no secret
    bool operator==(const KeySheetFacts&) const = default;
};

/// The recovery code of the account: made once, shown when asked for, and taken in to bring the chats back (product B2 to B4);
/// and the backup that new room keys go to.
///
/// The chats also come back without a code, when another device of the account sends the key of the backup after a verification
/// (S-43, S-60): this device can show no key sheet then, until it is given the code.
///
/// Without anybody's doing, the keys of an account that is new are stored and backed up; what another device of the account has
/// made is never touched (S-46). A key that a message waits for is looked up in the backup, again after ten minutes. What fails
/// is tried again, a minute later at the earliest, as long as check() is called. Once a day all of it is checked
/// (RecoveryHealth); what is found stands in RecoveryState::findings, and a person may have it repaired.
///
/// Thread: core.
class RecoveryService final : public QObject {
    Q_OBJECT
public:
    using Parts = RestoreKeys::Parts;
    explicit RecoveryService(Parts parts, QObject* parent = nullptr);

    [[nodiscard]] const RecoveryState& state() const { return m_state; }

    /// Looks what is to be done next, and begins it. To be called after each sync and after answers to the machine's requests.
    void check();

    /// The keys are being renewed (RenewalService): until resume() nothing is done with them, and nothing is known. What is on
    /// its way is given up.
    void suspend();
    /// Begins anew with what is stored then.
    void resume();

public Q_SLOTS:
    /// Emits what is known.
    void load();
    /// Checks now what is else checked once a day. Ends with healthCheckEnded().
    void checkHealth();
    /// Mends what can be mended of the findings without overwriting anything of another device (S-46), and checks again.
    /// RecoveryState::repair says how it ends.
    void repair();
    /// The person knows of these findings: RecoveryState::findingsAreRead until there are others.
    void acknowledgeFindings();
    /// Takes in what a person typed, pasted or scanned, as UTF-8. Ends with restoreEnded(); the phase goes with it.
    /// If takesCode(); in Ready all stays as it is unless it succeeds.
    void restore(const std::shared_ptr<crypto::SecretBytes>& code);
    /// The same with the pass phrase that another program has made the account's key from (S-41), UTF-8 as typed. Takes seconds;
    /// if it is of no use, it ends with passphraseEnded(). The person has no key sheet by that.
    void restoreWithPassphrase(const std::shared_ptr<crypto::SecretBytes>& passphrase);
    /// The person does not want to wait while the pass phrase is tried. All is as before then, and nothing is said.
    void stopPassphrase();
    /// Ends with codeRevealed() if RecoveryState::codeIsHere, in groups of four characters. Ask the person for the confirmation
    /// of the operating system before (S-51).
    void revealCode();
    /// The person has saved the sheet, or has shown to have it: nobody asks any more.
    void sheetIsKept();
    /// Asks again in one, seven, then thirty days.
    void remindLater();

Q_SIGNALS:
    void changed(const core::RecoveryState& state);
    /// Of an attempt with a code; and Restored or RestoredPartly when another device has brought the chats back.
    void restoreEnded(core::RestoreOutcome outcome);
    /// An attempt with a pass phrase has not brought the chats back.
    void passphraseEnded(core::RestoreOutcome outcome);
    /// `isDone`: findings and RecoveryState::lastCheck are new; otherwise nothing is known, mostly for want of a connection.
    void healthCheckEnded(bool isDone);
    void codeRevealed(std::shared_ptr<crypto::SecretBytes> code, const core::KeySheetFacts& facts);

private:
    using Step = RecoveryKeys::Step;
    void setPhase(RecoveryState::Phase phase);
    void update(const RecoveryState& state);
    void setRepair(RepairState repair);
    void checkReady();
    void goOn(RecoveryKeys keys);
    void becomeReady(const RecoveryKeys& keys);
    void useVersion(const RecoveryKeys& keys);
    void needKeys();
    [[nodiscard]] Handover handover() const;
    [[nodiscard]] QStringList otherDevices() const;
    [[nodiscard]] bool takesPassphrase() const;
    bool takeReceivedKey();
    void receivedKeyCompared(const Result<bool>& isOurs);
    void setUp();
    void setUpEnded(const Result<SetUpRecovery::Outcome>& result);
    void repairEnded(const Result<SetUpRecovery::Outcome>& result);
    void startRepair();
    void saveNow();
    void healthRead(const Result<RecoveryHealth::Report>& report);
    Result<> useBackup(const RecoveryHealth::Report& report);
    [[nodiscard]] bool has(HealthFinding finding) const { return m_state.findings.contains(finding); }
    RestoreKeys* newRestore();
    void restored(RestoreOutcome outcome);
    void restoreSucceeded(bool wasReady);
    void backUp();
    void counted(qint64 waiting);
    void sent();
    void sendingFailed();
    void findBackupAgain();
    void tryAgainLater();
    void saveReminder(const SheetReminder& reminder);
    void remind();

    Parts m_parts;
    RecoveryState m_state;
    QPointer<QObject> m_job; // one at a time
    bool m_isConflicting = false;
    bool m_isSuspended = false;
    bool m_wasWrongKey = false;  // what another device has sent
    bool m_isHandedOver = false; // what is being restored came from another device
    bool m_isFindingBackup = false;
    bool m_hasPassphrase = false;                     // what is being restored is with one
    std::optional<QString> m_version;                 // of the backup that is in use; empty text: none
    std::optional<crypto::Curve25519Key> m_backupKey; // its public key
    DailyCheck m_daily;
    BackupTraffic m_traffic;
    Timestamp m_notBefore; // of the next try
    QObject m_jobs;        // last: jobs die before what they use
};

} // namespace core
