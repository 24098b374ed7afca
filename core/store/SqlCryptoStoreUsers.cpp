#include "core/store/Rows.h"
#include "core/store/SqlCryptoStore.h"

namespace core {

namespace {

// Columns: user_id, device_id, curve25519, ed25519, olm_capable, signed_by_owner, present, display_name, first_seen, json.
DeviceRecord deviceIn(const Statement& row)
{
    DeviceRecord device;
    device.user = rows::id<UserId>(row, 0);
    device.device = rows::id<DeviceId>(row, 1);
    device.curve25519 = rows::key<crypto::Curve25519Key>(row, 2);
    device.ed25519 = rows::key<crypto::Ed25519Key>(row, 3);
    device.supportsMegolm = row.integer(4) != 0;
    device.signedByOwner = row.integer(5) != 0;
    device.isPresent = row.integer(6) != 0;
    device.displayName = row.text(7);
    device.firstSeen = {row.integer(8)};
    device.json = row.blob(9);
    return device;
}

std::optional<crypto::Ed25519Key> optionalKey(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(rows::key<crypto::Ed25519Key>(row, column));
}

std::optional<QByteArrayView> optionalBlob(const std::optional<crypto::Ed25519Key>& key)
{
    return key ? std::optional(key->view()) : std::nullopt;
}

} // namespace

Result<std::optional<TrackedUserRecord>> SqlCryptoStore::trackedUser(const UserId& user)
{
    std::optional<TrackedUserRecord> record;
    const auto read = m_database.each(
        "SELECT outdated FROM tracked_users WHERE user_id = ?",
        [&](const Statement& row) { record = TrackedUserRecord{user, row.integer(0) != 0}; }, user.toString());
    if (!read)
        return std::unexpected(read.error());
    return record;
}

Result<QList<UserId>> SqlCryptoStore::outdatedUsers()
{
    QList<UserId> users;
    const auto read = m_database.each("SELECT user_id FROM tracked_users WHERE outdated = 1 ORDER BY user_id",
                                      [&](const Statement& row) { users.append(rows::id<UserId>(row, 0)); });
    if (!read)
        return std::unexpected(read.error());
    return users;
}

Result<> SqlCryptoStore::saveTrackedUser(const TrackedUserRecord& record)
{
    return m_database.run("INSERT OR REPLACE INTO tracked_users (user_id, outdated) VALUES (?, ?)", record.user.toString(),
                          record.isOutdated);
}

Result<> SqlCryptoStore::removeTrackedUser(const UserId& user)
{
    return m_database.run("DELETE FROM tracked_users WHERE user_id = ?", user.toString());
}

Result<> SqlCryptoStore::markAllUsersOutdated()
{
    return m_database.run("UPDATE tracked_users SET outdated = 1 WHERE outdated = 0");
}

Result<QList<DeviceRecord>> SqlCryptoStore::devices(const UserId& user)
{
    QList<DeviceRecord> devices;
    const auto read = m_database.each(
        "SELECT user_id, device_id, curve25519, ed25519, olm_capable, signed_by_owner, present, "
        "display_name, first_seen, json FROM devices WHERE user_id = ? ORDER BY device_id",
        [&](const Statement& row) { devices.append(deviceIn(row)); }, user.toString());
    if (!read)
        return std::unexpected(read.error());
    return devices;
}

Result<std::optional<DeviceRecord>> SqlCryptoStore::device(const UserId& user, const DeviceId& device)
{
    std::optional<DeviceRecord> record;
    const auto read = m_database.each(
        "SELECT user_id, device_id, curve25519, ed25519, olm_capable, signed_by_owner, present, "
        "display_name, first_seen, json FROM devices WHERE user_id = ? AND device_id = ?",
        [&](const Statement& row) { record = deviceIn(row); }, user.toString(), device.toString());
    if (!read)
        return std::unexpected(read.error());
    return record;
}

Result<std::optional<DeviceRecord>> SqlCryptoStore::deviceByKey(const UserId& user, const crypto::Curve25519Key& key)
{
    std::optional<DeviceRecord> record;
    const auto read = m_database.each(
        "SELECT user_id, device_id, curve25519, ed25519, olm_capable, signed_by_owner, present, "
        "display_name, first_seen, json FROM devices WHERE user_id = ? AND curve25519 = ? LIMIT 1",
        [&](const Statement& row) { record = deviceIn(row); }, user.toString(), key.view());
    if (!read)
        return std::unexpected(read.error());
    return record;
}

Result<> SqlCryptoStore::saveDevice(const DeviceRecord& record)
{
    return m_database.run(
        "INSERT OR REPLACE INTO devices (user_id, device_id, curve25519, ed25519, olm_capable, signed_by_owner, "
        "present, display_name, first_seen, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        record.user.toString(), record.device.toString(), record.curve25519.view(), record.ed25519.view(), record.supportsMegolm,
        record.signedByOwner, record.isPresent, record.displayName, record.firstSeen.ms, QByteArrayView(record.json));
}

Result<std::optional<IdentityRecord>> SqlCryptoStore::identity(const UserId& user)
{
    std::optional<IdentityRecord> identity;
    const auto read = m_database.each(
        "SELECT master, self_signing, user_signing, verified, offered_master FROM identities WHERE user_id = ?",
        [&](const Statement& row) {
            identity = IdentityRecord{.user = user,
                                      .master = rows::key<crypto::Ed25519Key>(row, 0),
                                      .selfSigning = rows::key<crypto::Ed25519Key>(row, 1),
                                      .userSigning = optionalKey(row, 2),
                                      .isVerified = row.integer(3) != 0,
                                      .offeredMaster = optionalKey(row, 4)};
        },
        user.toString());
    if (!read)
        return std::unexpected(read.error());
    return identity;
}

Result<> SqlCryptoStore::saveIdentity(const IdentityRecord& record)
{
    return m_database.run(
        "INSERT OR REPLACE INTO identities (user_id, master, self_signing, user_signing, verified, offered_master) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        record.user.toString(), record.master.view(), record.selfSigning.view(), optionalBlob(record.userSigning),
        record.isVerified, optionalBlob(record.offeredMaster));
}

Result<> SqlCryptoStore::removeAllVerifications()
{
    return m_database.run("UPDATE identities SET verified = 0 WHERE verified = 1");
}

} // namespace core
