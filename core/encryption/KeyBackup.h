#pragma once

#include "core/base/Json.h"
#include "core/encryption/RoomKeyExport.h"
#include "crypto/BackupCipher.h"

#include <QJsonObject>

#include <optional>

namespace core {

// The server-side backup of room keys, without a server.
// Spec: Matrix v1.11, Client-Server API, "Server-side key backups", m.megolm_backup.v1.curve25519-aes-sha2; S-46 to S-49.

/// A version of the backup as the server describes it. Nothing in it is trusted: its key is the own one or it is not used.
struct BackupVersion {
    QString version;
    crypto::Curve25519Key publicKey;
    qint64 keyCount = 0;
    bool operator==(const BackupVersion&) const = default;
};

/// Empty if the answer is of another algorithm or malformed.
std::optional<BackupVersion> readBackupVersion(JsonValue answer);
/// The body that creates a version, without signatures: `auth_data` is still to be signed.
QJsonObject backupAuthData(const crypto::Curve25519Key& publicKey);

/// One entry of the backup. Errors: Crypto.
Result<QJsonObject> encryptForBackup(const crypto::Curve25519Key& publicKey, const ExportedRoomKey& key);
/// The room key of an entry, unproven (S-47). `id`: where the server says it belongs; the session key itself is checked when it
/// is imported. Errors: Crypto, Protocol.
Result<ExportedRoomKey> decryptFromBackup(const crypto::X25519KeyPair& backupKey, const RoomKeyId& id, JsonValue entry);

} // namespace core
