#pragma once

#include "core/api/Api.h"
#include "core/api/CryptoRequestSender.h"
#include "core/base/Clock.h"
#include "core/services/recovery/HealthMemory.h"
#include "core/services/recovery/RecoveryHealth.h"
#include "core/services/recovery/RecoveryKeys.h"
#include "core/services/recovery/RecoveryState.h"
#include "core/services/recovery/RestoreKeys.h"
#include "core/services/recovery/SetUpRecovery.h"

#include <QHash>
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

public Q_SLOTS:
    /// Emits what is known.
    void load();
    /// Checks now what is else checked once a day. Ends with a newer RecoveryState::lastCheck, or without a connection not.
    void checkHealth();
    /// Mends what can be mended of the findings without overwriting anything of another device (S-46), and checks again.
    /// RecoveryState::repair says how it ends.
    void repair();
    /// The person knows of these findings: RecoveryState::findingsAreRead until there are others.
    void acknowledgeFindings();
    /// Takes in what a person typed, pasted or scanned, as UTF-8. Ends with restoreEnded(); the phase goes with it.
    /// In NeedsCode, and in Ready if a finding is about another code; all stays as it is then unless it succeeds.
    void restore(const std::shared_ptr<crypto::SecretBytes>& code);
    /// Ends with codeRevealed() if RecoveryState::codeIsHere, in groups of four characters. Ask the person for the confirmation
    /// of the operating system before (S-51).
    void revealCode();
    /// The person has saved the sheet, or has shown to have it: nobody asks any more.
    void sheetIsKept();
    /// Asks again in one, seven, then thirty days.
    void remindLater();

Q_SIGNALS:
    void changed(const core::RecoveryState& state);
    void restoreEnded(core::RestoreOutcome outcome);
    void codeRevealed(std::shared_ptr<crypto::SecretBytes> code, const core::KeySheetFacts& facts);

private:
    using Step = RecoveryKeys::Step;
    void setPhase(RecoveryState::Phase phase);
    void update(const RecoveryState& state);
    void goOn(RecoveryKeys keys);
    void becomeReady(const RecoveryKeys& keys);
    void setUp();
    void setUpEnded(const Result<SetUpRecovery::Outcome>& result);
    void repairEnded(const Result<SetUpRecovery::Outcome>& result);
    void startRepair();
    void checkHealthIfDue();
    void healthChecked(const Result<RecoveryHealth::Report>& report);
    Result<> useBackup(const RecoveryHealth::Report& report);
    void noteOwn(const RecoveryKeys& keys);
    void saveMemory();
    [[nodiscard]] bool has(HealthFinding finding) const { return m_state.findings.contains(finding); }
    RestoreKeys* newRestore();
    void restored(RestoreOutcome outcome);
    void backUp();
    void lookUpMissing();
    void lookedUp(const RoomKeyId& key, const Result<BackedUpKeys>& answer);
    void backedUp(const std::vector<ExportedRoomKey>& keys, const Result<Empty>& answer);
    void findBackupAgain();
    void tryAgainLater();
    void saveReminder(const SheetReminder& reminder);
    void remind();

    Parts m_parts;
    RecoveryState m_state;
    QPointer<QObject> m_job; // one at a time
    QPointer<RecoveryHealth> m_health;
    HealthMemory m_memory;
    bool m_memoryIsLoaded = false;
    bool m_isCheckedInThisRun = false;
    QByteArray m_seen; // what the findings are about
    bool m_isConflicting = false;
    bool m_isUploading = false;
    bool m_isLookingUp = false;
    Timestamp m_nextLookUp;
    QHash<RoomKeyId, Timestamp> m_lookedUp;           // when the backup was asked for a key
    std::optional<QString> m_version;                 // of the backup that is in use; empty text: none
    std::optional<crypto::Curve25519Key> m_backupKey; // its public key
    Timestamp m_notBefore;                            // of the next try
    QObject m_jobs;                                   // last: jobs die before what they use
};

} // namespace core
