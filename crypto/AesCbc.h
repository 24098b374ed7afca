#pragma once

#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

namespace crypto {

/// AES-256-CBC with PKCS#7 padding. Authenticates nothing: check the MAC first. Spec: NIST SP 800-38A, RFC 5652 section 6.3.
/// `key`: 32 bytes, `iv`: 16 bytes.
QByteArray aesCbcEncrypt(const SecretBytes& key, const SecretBytes& iv, QByteArrayView plaintext);
/// Errors: BadLength unless `ciphertext` is a positive multiple of 16; BadFormat if any padding byte is wrong.
Result<SecretBytes> aesCbcDecrypt(const SecretBytes& key, const SecretBytes& iv, QByteArrayView ciphertext);

} // namespace crypto
