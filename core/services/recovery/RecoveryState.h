#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"
#include "core/base/Timestamp.h"

#include <QList>
#include <QStringList>

namespace core {

/// What the daily check has found (S-46, S-53; product B3, B4), the worst first.
enum class HealthFinding {
    OlderState,      ///< the server shows a default key, a backup or an identity that was replaced long ago: nothing is changed
    IdentityChanged, ///< another device has made a new identity
    PrivateKeysMissing, ///< the private keys are not on this device any more; repair() fetches them
    NewerKey,           ///< another device has made a new key sheet: its code is needed
    ForeignBackup,      ///< another backup is there, with a key that is not ours: its code is needed
    BackupMissing,      ///< the server has no backup; repair() makes a new one
    StorageIncomplete,  ///< what our code opens is damaged or not whole; repair() writes it again
    BackupBehind,       ///< keys have been waiting for two days; repair() tries at once
};

/// How another device of the account, which the person has confirmed, gives this one the keys (product B4; S-59, S-60).
enum class Handover {
    None,       ///< no device is asked
    Waiting,    ///< asked a moment ago
    Silent,     ///< asked for some time; what comes late is still taken
    Incomplete, ///< this device is confirmed, but the key of the backup has not come: a code is needed for older messages
    WrongKey,   ///< what came does not open the backup and was thrown away (S-43): a code is needed for older messages
};

/// How the last repair has ended, or that it has not.
enum class RepairState {
    None,
    Running,
    Done,
    Later,    ///< the server could not be reached; it goes on by itself
    OtherKey, ///< another key sheet has come in between: nothing of it is overwritten
    NotKept,  ///< the server does not give back what is written
};

/// How the account stands with the keys that bring its chats back on another device (product B2 to B4).
struct RecoveryState {
    enum class Phase {
        Unknown,   ///< not asked yet, or the server cannot be reached
        SettingUp, ///< the keys are being made, stored at the server and read back
        NeedsCode, ///< the account has its keys already: a recovery code or another device brings them to this one
        Restoring, ///< the key of the backup is here; the keys of the chats are coming back
        Ready,     ///< all keys are on this device; new ones are backed up unless backupIsMissing
    };
    Phase phase = Phase::Unknown;
    qint64 restoredKeys = 0;      ///< so far, in Restoring and afterwards
    qint64 keysInBackup = 0;      ///< as the server says; 0 if not known
    qint64 keysToBackUp = 0;      ///< not yet in the backup; 0 in Ready means "alles gesichert"
    Timestamp lastBackup;         ///< when a key was backed up last; 0 if none was
    bool codeIsHere = false;      ///< RecoveryService::revealCode can show the code
    bool backupIsMissing = false; ///< in Ready: the server has none, or one that is not ours, and nothing is sent there (S-46)
    bool takesPassphrase = false; ///< where takesCode(): another program has made the account's key from a pass phrase
    bool remindOfSheet = false;   ///< it is time to ask whether the person has the key sheet on paper
    Handover handover = Handover::None; ///< in NeedsCode
    QStringList otherDevices;      ///< in NeedsCode: what the devices are called that could hand over the keys; anybody's text
    QList<HealthFinding> findings; ///< of the last check, in Ready
    bool findingsAreRead = false;  ///< the person knows of exactly these
    Timestamp lastCheck;           ///< 0 if never
    bool isChecking = false;
    RepairState repair = RepairState::None; ///< since the program was started
    bool operator==(const RecoveryState&) const = default;
};

/// Whether RecoveryService::repair() mends this finding. Nothing is written while the account has newer keys than ours (S-46),
/// and most of it needs our code.
bool canBeRepaired(const RecoveryState& state, HealthFinding finding);
/// Whether RecoveryService::restore() tries a code now.
bool takesCode(const RecoveryState& state);

/// How one attempt to restore has ended (product B4): each has its own words and its own next step.
enum class RestoreOutcome {
    Restored,          ///< secrets and all keys of the backup are here
    RestoredPartly,    ///< secrets are here; some keys of the backup were damaged and left out
    NotACode,          ///< characters, length or prefix are those of no recovery code
    TypingError,       ///< the check digit does not fit: one character is wrong
    WrongCode,         ///< a good code, but of none of the account's keys
    ReplacedCode,      ///< a code of an older key: there is a newer sheet
    NothingToOpen,     ///< the account has stored no keys at the server
    ForeignKeys,       ///< the code opens the storage, but what is in it does not belong to this account's identity (S-43)
    NoConnection,      ///< the server could not be asked; nothing has changed
    Failed,            ///< the server or the own disk failed; nothing has changed or it goes on next time
    WrongPassphrase,   ///< none of the account's keys was made from this pass phrase
    PassphraseRefused, ///< the server gives rules for the pass phrase that are not followed (S-41); it was not used
};

} // namespace core
