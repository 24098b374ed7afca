#pragma once

#include "crypto/X25519.h"

namespace crypto {

/// One encrypted entry of a key backup: `session_data` (S-49).
struct BackupEntry {
    Curve25519Key ephemeral;
    QByteArray ciphertext;
    QByteArray mac; ///< 8 bytes; of the empty string, as the algorithm has it: proves nothing about the ciphertext (S-47)
    bool operator==(const BackupEntry&) const = default;
};

/// Encrypts for the holder of a backup's private key. Errors: BadKey.
/// Spec: Matrix v1.11, Client-Server API, "m.megolm_backup.v1.curve25519-aes-sha2".
Result<BackupEntry> encryptForBackup(const Curve25519Key& backupKey, const SecretBytes& plaintext);

/// Decrypts an entry. Stateless: entries may be decrypted in any order.
/// Errors: BadKey, BadLength, BadMac, BadFormat (padding).
Result<SecretBytes> decryptFromBackup(const X25519KeyPair& backupKey, const BackupEntry& entry);

} // namespace crypto
