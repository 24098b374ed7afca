#pragma once

#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

#include <QStringView>

namespace crypto {

/// The form in which a person keeps a 32-byte key: base58 of 8B 01, the key and a parity byte, in groups of four characters
/// (S-45). The result is ASCII. Spec: Matrix v1.11, Appendices, "Cryptographic key representation".
/// Errors: BadLength unless `key` has 32 bytes.
Result<SecretBytes> encodeRecoveryKey(const SecretBytes& key);

/// Reads what a person typed: white space of any kind, no-break spaces included, does not matter.
/// Errors: BadFormat (characters, prefix), BadLength, BadMac (parity: a typing error).
Result<SecretBytes> decodeRecoveryKey(QStringView text);

} // namespace crypto
