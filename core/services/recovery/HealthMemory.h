#pragma once

#include "core/base/Result.h"
#include "core/base/Timestamp.h"
#include "core/encryption/KeyBackup.h"
#include "core/services/recovery/RecoveryKeys.h"
#include "core/services/recovery/RenewalJournal.h"

#include <QByteArray>
#include <QStringList>

namespace core {

class CryptoStore;

/// What this device has used and seen of its recovery, kept in the crypto store, sealed: a server that shows something older
/// again is found out by it (S-53).
struct HealthMemory {
    QStringList keyIds;          ///< default keys of secret storage that were ours, the newest last
    QStringList backups;         ///< versions that were ours with their public keys, the newest last
    QStringList masters;         ///< own master keys, the newest last
    Timestamp lastCheck;         ///< 0: a check is due
    Timestamp allSaved;          ///< when nothing was waiting for the backup last
    Timestamp lastBackup;        ///< when a key was backed up last
    bool foundSomething = false; ///< the last check did
    QByteArray acknowledged;     ///< the findings that the person has read
    bool operator==(const HealthMemory&) const = default;
};

/// Makes `value` the newest one of `seen`, unless it was there before: nothing becomes newer again.
void remember(QStringList& seen, const QString& value);
/// Nothing happens if isOlderBackup().
void rememberBackup(HealthMemory& memory, const BackupVersion& backup);
/// The keys were renewed: what the journal names is old from now on, and `keys` are the newest, whatever their backup is called.
void noteRenewal(HealthMemory& memory, const RenewalJournal& journal, const RecoveryKeys& keys);
/// Version or key are older than those of the newest backup that was ours.
bool isOlderBackup(const HealthMemory& memory, const BackupVersion& backup);

/// Nothing remembered if what is stored is damaged. Errors: storage.
Result<HealthMemory> loadHealthMemory(CryptoStore& store);
Result<> saveHealthMemory(CryptoStore& store, const HealthMemory& memory);

} // namespace core
