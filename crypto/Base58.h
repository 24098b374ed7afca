#pragma once

#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

namespace crypto {

/// Base58 with the Bitcoin alphabet, for secrets of at most 128 bytes. Spec: Matrix v1.11, Appendices, "Cryptographic key
/// representation".
SecretBytes encodeBase58(const SecretBytes& bytes);
/// `text`: ASCII. Errors: BadFormat for a character outside the alphabet, BadLength above 180 characters.
Result<SecretBytes> decodeBase58(QByteArrayView text);

} // namespace crypto
