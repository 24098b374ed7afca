#pragma once

#include "crypto/SecretBytes.h"

namespace crypto {

/// HKDF with SHA-256: `length` bytes (1 to 8160) from `secret`. An empty `salt` stands for 32 zero bytes. Spec: RFC 5869.
SecretBytes hkdfSha256(const SecretBytes& secret, QByteArrayView salt, QByteArrayView info, size_t length);

} // namespace crypto
