#pragma once

#include "core/encryption/CryptoRecords.h"

#include <QJsonObject>

#include <optional>

namespace core {

/// Reads and checks published device keys: ids as expected, both keys usable, signed by the device itself (S-08, S-28).
/// `firstSeen`, `isPresent` and `signedByOwner` keep their defaults. Empty if anything is wrong.
std::optional<DeviceRecord> readDeviceKeys(const QJsonObject& object, const UserId& user, const DeviceId& device);

/// Whether the device says of itself that it only receives while nobody is logged in (MSC3814). It never sends, answers or
/// verifies, and gets room keys only if its owner has signed it.
bool isDehydrated(const DeviceRecord& device);
/// `devices` of one user without the dehydrated one, which is nothing for a person to look at. It must be signed by its owner,
/// and the only one: what a server could have slipped in stays visible.
QList<DeviceRecord> withoutDehydrated(QList<DeviceRecord> devices);

/// Whether the self-signing key has signed the device.
bool isSignedBy(const QJsonObject& deviceKeys, const UserId& user, const crypto::Ed25519Key& selfSigning);

/// A user's cross-signing keys as the server shows them, checked: usage, one key each named after itself, self-signing and
/// user-signing key signed by the master key (S-27).
struct PublishedIdentity {
    crypto::Ed25519Key master;
    crypto::Ed25519Key selfSigning;
    std::optional<crypto::Ed25519Key> userSigning;
    QJsonObject masterObject; ///< with its signatures
};
/// Empty if there is no valid master and self-signing key. An invalid user-signing key counts as none.
std::optional<PublishedIdentity> readIdentity(const QJsonObject& master, const QJsonObject& selfSigning,
                                              const QJsonObject& userSigning, const UserId& user);

/// An unsigned cross-signing key object of the protocol.
QJsonObject crossSigningKeyObject(const UserId& user, const QString& usage, const crypto::Ed25519Key& key);

} // namespace core
