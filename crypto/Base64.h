#pragma once

#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

#include <QByteArray>

namespace crypto {

/// Strict base64 for everything cryptographic (S-04): only the alphabet, padding absent or complete, unused bits zero.
/// Spec: Matrix v1.11, Appendices, "Unpadded Base64"; RFC 4648.
namespace base64 {

enum class Alphabet { Standard, UrlSafe };

/// Errors: BadBase64.
Result<QByteArray> decode(QByteArrayView text, Alphabet alphabet = Alphabet::Standard);
/// The same into wiped memory, without look-up tables that depend on the secret.
Result<SecretBytes> decodeSecret(QByteArrayView text, Alphabet alphabet = Alphabet::Standard);

QByteArray encode(QByteArrayView bytes, Alphabet alphabet = Alphabet::Standard); ///< unpadded
QByteArray encodePadded(QByteArrayView bytes);

} // namespace base64

} // namespace crypto
