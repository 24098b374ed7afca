#pragma once

#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

#include <atomic>

namespace crypto {

/// PBKDF2 with HMAC-SHA-512: `length` bytes from a pass phrase in UTF-8. Takes about a second: not on the UI thread (S-41).
/// The caller bounds `iterations` and `salt`, which come from the server. Errors: BadLength for iterations below 1, above
/// 10,000,000, or a length of 0. Spec: RFC 8018.
Result<SecretBytes> pbkdf2Sha512(const SecretBytes& passPhrase, QByteArrayView salt, qint64 iterations, size_t length);

/// The same for at most 64 bytes and a pass phrase that is not empty; ends early once another thread has set `stop`.
/// Errors: also BadLength otherwise; Internal if it was stopped.
Result<SecretBytes> pbkdf2Sha512(const SecretBytes& passPhrase, QByteArrayView salt, qint64 iterations, size_t length,
                                 const std::atomic_bool& stop);

} // namespace crypto
