#pragma once

#include "core/api/endpoints/Common.h"
#include "core/encryption/KeyBackup.h"

#include <string_view>
#include <vector>

namespace core {

/// Entries of a backup as they came. Views into `body`.
struct BackedUpKeys {
    struct Entry {
        RoomKeyId id;
        std::string_view json;
    };
    QByteArray body;
    std::vector<Entry> entries;
    qint64 malformed = 0; ///< left out: names that are none
};

namespace endpoints {

// Spec: Matrix v1.11, Client-Server API, "Server-side key backups".

/// The newest version. Errors: NotFound if there is none; Protocol if it is of another algorithm.
Endpoint<BackupVersion> backupVersion();
/// The new version's name. `authData` is signed.
Endpoint<QString> createBackupVersion(const QJsonObject& authData);
/// The version and all its keys go. Errors: NotFound if there is none of this name any more.
Endpoint<Empty> deleteBackupVersion(const QString& version);
/// `rooms`: {room: {"sessions": {session: entry}}}. Errors: Forbidden or NotFound if `version` is not the newest one any more.
Endpoint<Empty> putBackedUpKeys(const QString& version, const QJsonObject& rooms);
/// All keys, at most 64 MB (S-50).
Endpoint<BackedUpKeys> backedUpKeys(const QString& version);
Endpoint<BackedUpKeys> backedUpKeys(const QString& version, const RoomId& room);
/// One key. Errors: NotFound if the backup does not have it.
Endpoint<BackedUpKeys> backedUpKey(const QString& version, const RoomKeyId& key);

} // namespace endpoints

} // namespace core
