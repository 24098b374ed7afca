#pragma once

#include "core/base/Result.h"
#include "crypto/SecretBytes.h"

#include <QJsonObject>

namespace core {

// The secrets of an account as the server keeps them, encrypted with a key that only the person has ("4S").
// Spec: Matrix v1.11, Client-Server API, "Secrets", m.secret_storage.v1.aes-hmac-sha2; S-42 to S-44.

/// Whether a key is the one that a description (`m.secret_storage.key.ID`) is about.
enum class StorageKeyCheck {
    Right,
    Wrong,     ///< or the description is of another algorithm, or damaged
    Unchecked, ///< the description holds nothing to compare with: only the secrets themselves can tell (S-44)
};

/// The description of a storage key. `key`: 32 bytes; `name` is shown by other clients. Errors: Crypto.
Result<QJsonObject> describeStorageKey(const crypto::SecretBytes& key, const QString& name);
StorageKeyCheck checkStorageKey(const QJsonObject& description, const crypto::SecretBytes& key);

/// `content` of the account data `secretName` with `secret` (32 bytes) encrypted under one more key. Errors: Crypto.
Result<QJsonObject> sealForStorage(QJsonObject content, const QString& secretName, const QString& keyId,
                                   const crypto::SecretBytes& key, const crypto::SecretBytes& secret);
/// The 32 bytes. They are what they claim to be only once their public half was compared (S-43).
/// Errors: NotFound if the secret is not encrypted under this key; Crypto if it does not open, or is no such secret.
Result<crypto::SecretBytes> openFromStorage(const QJsonObject& content, const QString& secretName, const QString& keyId,
                                            const crypto::SecretBytes& key);

} // namespace core
