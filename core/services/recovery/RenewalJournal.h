#pragma once

#include "core/base/Result.h"
#include "core/encryption/KeyBackup.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace core {

class CryptoStore;

/// Why the keys of an account are renewed.
enum class RenewalKind : unsigned char {
    Compromised, ///< somebody may have the old ones: what they open is destroyed, and other devices are signed out
    NothingLeft, ///< the old ones are lost: nothing more is taken away; what they open at the server stays for a sheet found
                 ///< later
};

/// How far a renewal has got, and what the person has agreed to give up for it (S-46). Kept in the crypto store, sealed.
struct RenewalJournal {
    /// What is done already. Every step can be done twice: after a crash the one that was not noted comes again.
    enum class Step : unsigned char {
        Agreed,           ///< the new identity is made; nothing was sent. The only step that can be taken back
        IdentityReplaced, ///< the server shows the new identity, and it has signed this device
        OthersSignedOut,  ///< or left alone
        Destroyed,        ///< what the old keys open here; the old recovery keys are forgotten
    };
    Step step = Step::Agreed;
    RenewalKind kind = RenewalKind::Compromised;
    bool othersStay = false; ///< other devices could not be signed out, or the person wants it so
    QString master;          ///< the identity that is replaced, base64
    QString keyId;           ///< of the default key that is replaced; empty if there was none
    QStringList backups;     ///< versions that are replaced
    QString backupKey;       ///< the public key of the newest of them, base64; empty if not known
    bool operator==(const RenewalJournal&) const = default;
};

/// Empty if no renewal is under way. Errors: Crypto if what is stored is damaged; storage.
Result<std::optional<RenewalJournal>> loadRenewal(CryptoStore& store);
Result<> saveRenewal(CryptoStore& store, const RenewalJournal& journal);
Result<> removeRenewal(CryptoStore& store);

} // namespace core
