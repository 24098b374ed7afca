#pragma once

#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace crypto {

/// Strict base64 for everything cryptographic (S-04): only the alphabet, padding absent or complete, unused bits zero.
/// Spec: Matrix v1.11, Appendices, "Unpadded Base64"; RFC 4648.
namespace base64 {

enum class Padding { Optional, Forbidden, Required };
enum class Alphabet { Standard, UrlSafe }; ///< only `k` of a JWK is URL-safe

/// Errors: BadBase64.
Result<QByteArray> decode(QByteArrayView text, Padding padding = Padding::Optional, Alphabet alphabet = Alphabet::Standard);
/// The same into wiped memory, without branches or tables that depend on the secret.
Result<SecretBytes> decodeSecret(QByteArrayView text, Padding padding = Padding::Optional,
                                 Alphabet alphabet = Alphabet::Standard);

/// Exactly `Size` bytes. Errors: BadBase64, BadLength.
template <size_t Size>
Result<std::array<unsigned char, Size>> decodeFixed(QByteArrayView text, Padding padding = Padding::Optional)
{
    const auto raw = decode(text, padding);
    if (!raw)
        return std::unexpected(raw.error());
    if (raw->size() != static_cast<qsizetype>(Size))
        return std::unexpected(Error::BadLength);
    std::array<unsigned char, Size> bytes{};
    std::copy(raw->begin(), raw->end(), bytes.begin());
    return bytes;
}

QByteArray encodeUnpadded(QByteArrayView bytes);
QByteArray encodePadded(QByteArrayView bytes);
/// Unpadded, in wiped memory, without tables that depend on the secret.
SecretBytes encodeSecret(const SecretBytes& bytes, Alphabet alphabet = Alphabet::Standard);

} // namespace base64

} // namespace crypto
