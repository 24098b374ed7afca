#include "crypto/Keys.h"

#include "crypto/Base64.h"

#include <algorithm>

namespace crypto {

template <typename Kind, size_t Size>
Result<FixedBytes<Kind, Size>> FixedBytes<Kind, Size>::parse(QByteArrayView text)
{
    const auto raw = base64::decode(text);
    if (!raw)
        return std::unexpected(raw.error());
    return fromBytes(*raw);
}

template <typename Kind, size_t Size>
Result<FixedBytes<Kind, Size>> FixedBytes<Kind, Size>::fromBytes(QByteArrayView raw)
{
    if (raw.size() != static_cast<qsizetype>(Size))
        return std::unexpected(Error::BadLength);
    FixedBytes key;
    std::copy_n(reinterpret_cast<const unsigned char*>(raw.data()), Size, key.bytes.begin());
    return key;
}

template <typename Kind, size_t Size>
QByteArray FixedBytes<Kind, Size>::toBase64() const
{
    return base64::encodeUnpadded(view());
}

template struct FixedBytes<Curve25519Kind, 32>;
template struct FixedBytes<Ed25519Kind, 32>;
template struct FixedBytes<Ed25519SignatureKind, 64>;

} // namespace crypto
