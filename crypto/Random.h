#pragma once

#include "crypto/SecretBytes.h"

namespace crypto {

/// `size` bytes from the operating system's generator through OpenSSL. Ends the process if there is no randomness.
QByteArray randomBytes(size_t size);
/// The same for keys.
SecretBytes randomSecret(size_t size);

} // namespace crypto
