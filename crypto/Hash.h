#pragma once

#include "crypto/SecretBytes.h"

#include <QByteArray>

namespace crypto {

/// SHA-256 of `bytes`, 32 bytes. Spec: FIPS 180-4.
QByteArray sha256(QByteArrayView bytes);

/// HMAC-SHA-256, 32 bytes. Spec: RFC 2104.
QByteArray hmacSha256(const SecretBytes& key, QByteArrayView message);

/// HKDF with SHA-256: `length` bytes (at most 8160) from `secret`. Spec: RFC 5869.
SecretBytes hkdfSha256(const SecretBytes& secret, QByteArrayView salt, QByteArrayView info, size_t length);

} // namespace crypto
