#pragma once

#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

namespace crypto {

/// AES-256-GCM for values at rest (S-94): a fresh 96-bit nonce stands in front, the 128-bit tag behind. Spec: NIST SP 800-38D.
/// `key`: 32 bytes. `context` is authenticated with it: a value moved to another place does not open.
QByteArray seal(const SecretBytes& key, QByteArrayView plaintext, QByteArrayView context);
/// Errors: BadLength, BadMac.
Result<SecretBytes> openSealed(const SecretBytes& key, QByteArrayView sealed, QByteArrayView context);

} // namespace crypto
