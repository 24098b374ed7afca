#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"
#include "core/base/Timestamp.h"
#include "crypto/SecretBytes.h"

#include <optional>

namespace core {

class CryptoStore;

/// The keys that bring the chats back, and how far they have got. Kept in the crypto store, sealed.
struct RecoveryKeys {
    /// What is done already. Every step can be done twice: after a crash the one that was not noted comes again.
    enum class Step : unsigned char {
        Made,          ///< the keys are here; nothing was sent
        KeyDescribed,  ///< m.secret_storage.key.ID
        SecretsStored, ///< m.cross_signing.*
        BackupMade,    ///< a version of the backup
        BackupStored,  ///< m.megolm_backup.v1
        DefaultSet,    ///< m.secret_storage.default_key
        Enabled,       ///< m.key_backup
        Done,          ///< read back and found to be right
        Restoring,     ///< came from a code or another device; the backup is not read to its end yet
        Repairing,     ///< Done once; some of it is being written again
    };
    Step step = Step::Made;
    QString keyId;         ///< empty with `key`
    QString backupVersion; ///< empty: none that can be used
    Timestamp created;
    crypto::SecretBytes key;       ///< the recovery code is this, 32 bytes; empty if another device has sent the keys
    crypto::SecretBytes backupKey; ///< 32 bytes, the private one; empty if the account had none

    [[nodiscard]] RecoveryKeys copy() const;
};

/// Errors: Crypto if what is stored is damaged; storage.
Result<std::optional<RecoveryKeys>> loadRecoveryKeys(CryptoStore& store);
Result<> saveRecoveryKeys(CryptoStore& store, const RecoveryKeys& keys);
Result<> removeRecoveryKeys(CryptoStore& store);

/// Whether the person has the key sheet on paper, as far as the program knows, and when to ask next (product B3).
struct SheetReminder {
    bool isKept = false;
    int timesPutOff = 0;
    Timestamp next; ///< not before
    bool operator==(const SheetReminder&) const = default;
};
Result<SheetReminder> loadSheetReminder(CryptoStore& store);
Result<> saveSheetReminder(CryptoStore& store, const SheetReminder& reminder);
/// One, seven, then thirty days after `now`.
SheetReminder putOff(SheetReminder reminder, Timestamp now);

} // namespace core
