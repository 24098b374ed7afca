#include "crypto/Ed25519.h"

#include "crypto/OpenSslHandle.h"
#include "crypto/Random.h"

#include <algorithm>

namespace crypto {

namespace {

using Pkey = OpenSslHandle<EVP_PKEY>;
using Context = OpenSslHandle<EVP_MD_CTX>;

using Point = std::array<unsigned char, 32>;

// y coordinates, little endian, of the points whose order divides 8; the sign bit is left out.
// Order 1: y = 1. Order 2: y = −1. Order 4: y = 0. Order 8: two values of y, each with both signs.
constexpr std::array<Point, 5> smallOrder = {{
    {0x01},
    {0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
    {},
    {0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0,
     0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05},
    {0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f,
     0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a},
}};

// 2^255 − 19, little endian: a canonical y is smaller.
bool isCanonicalCoordinate(const Point& y)
{
    if (y[31] != 0x7f)
        return y[31] < 0x7f;
    for (size_t i = 30; i > 0; --i) {
        if (y[i] != 0xff)
            return true;
    }
    return y[0] < 0xed;
}

} // namespace

bool isUsable(const Ed25519Key& key)
{
    Point y = key.bytes;
    y[31] &= 0x7f;
    return isCanonicalCoordinate(y) && std::find(smallOrder.begin(), smallOrder.end(), y) == smallOrder.end();
}

bool isCanonical(const Ed25519Signature& signature)
{
    // L = 2^252 + 27742317777372353535851937790883648493, little endian.
    constexpr Point order = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
                             0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    for (size_t i = order.size(); i-- > 0;) {
        const unsigned char byte = signature.bytes[32 + i];
        if (byte != order[i])
            return byte < order[i];
    }
    return false;
}

Result<> verify(const Ed25519Key& key, QByteArrayView message, const Ed25519Signature& signature)
{
    if (!isUsable(key))
        return std::unexpected(Error::BadKey);
    const Pkey pkey(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.bytes.data(), key.bytes.size()));
    const Context context(EVP_MD_CTX_new());
    if (!pkey || !context || EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) != 1)
        return std::unexpected(Error::Internal);
    if (EVP_DigestVerify(context.get(), signature.bytes.data(), signature.bytes.size(),
                         reinterpret_cast<const unsigned char*>(message.data()), static_cast<size_t>(message.size())) != 1)
        return std::unexpected(Error::BadSignature);
    return {};
}

Ed25519KeyPair::Ed25519KeyPair(SecretBytes seed, const Ed25519Key& key)
    : m_seed(std::move(seed))
    , m_public(key)
{
}

Ed25519KeyPair Ed25519KeyPair::generate()
{
    return *fromSeed(randomSecret(32)); // 32 bytes are a seed whatever they are
}

Result<Ed25519KeyPair> Ed25519KeyPair::fromSeed(SecretBytes seed)
{
    if (seed.size() != 32)
        return std::unexpected(Error::BadLength);
    const Pkey pkey(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    Ed25519Key key;
    size_t length = key.bytes.size();
    if (!pkey || EVP_PKEY_get_raw_public_key(pkey.get(), key.bytes.data(), &length) != 1)
        return std::unexpected(Error::Internal);
    return Ed25519KeyPair(std::move(seed), key);
}

Result<Ed25519Signature> Ed25519KeyPair::sign(QByteArrayView message) const
{
    const Pkey pkey(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, m_seed.data(), m_seed.size()));
    const Context context(EVP_MD_CTX_new());
    Ed25519Signature signature;
    size_t length = signature.bytes.size();
    if (!pkey || !context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.bytes.data(), &length, reinterpret_cast<const unsigned char*>(message.data()),
                       static_cast<size_t>(message.size())) != 1)
        return std::unexpected(Error::Internal);
    return signature;
}

} // namespace crypto
