#pragma once

#include "crypto/SecretBytes.h"

namespace crypto {

/// HMAC-SHA-256, 32 bytes. `key` may be empty. Compare the result with constantTimeEquals (S-34). Spec: RFC 2104.
QByteArray hmacSha256(const SecretBytes& key, QByteArrayView message);

} // namespace crypto
