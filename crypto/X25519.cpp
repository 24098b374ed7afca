#include "crypto/X25519.h"

#include "crypto/OpenSslHandle.h"
#include "crypto/Random.h"

#include <algorithm>

namespace crypto {

namespace {

using Point = std::array<unsigned char, 32>;

// u coordinates, little endian, of the points whose order divides 8, on the curve and on its twist: 0, 1, −1 and two more.
constexpr std::array<Point, 5> smallOrder = {{
    {},
    {0x01},
    {0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f},
    {0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4, 0x6a,
     0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49, 0xb8, 0x00},
    {0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef, 0x5b,
     0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f, 0x11, 0x57},
}};

// 2^255 − 19 and above are other spellings of small numbers; bit 255 is ignored by the algorithm and must not be set.
bool isCanonical(const Point& u)
{
    if (u[31] != 0x7f)
        return u[31] < 0x7f;
    for (size_t i = 30; i > 0; --i) {
        if (u[i] != 0xff)
            return true;
    }
    return u[0] < 0xed;
}

// The canonical spelling of the same number.
Point reduced(Point u)
{
    u[31] &= 0x7f;
    if (isCanonical(u))
        return u;
    Point small{};
    small[0] = static_cast<unsigned char>(u[0] - 0xed); // only 2^255 − 19 to 2^255 − 1 are left
    return small;
}

OpenSslHandle<EVP_PKEY> toPkey(const SecretBytes& key)
{
    return OpenSslHandle<EVP_PKEY>(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, key.data(), key.size()));
}

} // namespace

bool isSmallOrder(const Curve25519Key& key)
{
    return std::find(smallOrder.begin(), smallOrder.end(), reduced(key.bytes)) != smallOrder.end();
}

bool isUsable(const Curve25519Key& key)
{
    return isCanonical(key.bytes) && !isSmallOrder(key);
}

X25519KeyPair::X25519KeyPair(SecretBytes key, const Curve25519Key& publicKey)
    : m_private(std::move(key))
    , m_public(publicKey)
{
}

X25519KeyPair X25519KeyPair::generate()
{
    return *fromPrivateKey(randomSecret(32)); // 32 bytes are a key whatever they are
}

Result<X25519KeyPair> X25519KeyPair::fromPrivateKey(SecretBytes key)
{
    if (key.size() != 32)
        return std::unexpected(Error::BadLength);
    const auto own = toPkey(key);
    Curve25519Key publicKey;
    size_t length = publicKey.bytes.size();
    if (!own || EVP_PKEY_get_raw_public_key(own.get(), publicKey.bytes.data(), &length) != 1)
        return std::unexpected(Error::Internal);
    return X25519KeyPair(std::move(key), publicKey);
}

Result<SecretBytes> X25519KeyPair::derive(const Curve25519Key& theirs) const
{
    if (!isUsable(theirs))
        return std::unexpected(Error::BadKey);
    const auto own = toPkey(m_private);
    const OpenSslHandle<EVP_PKEY> peer(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, theirs.bytes.data(), theirs.bytes.size()));
    const OpenSslHandle<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new(own.get(), nullptr));
    if (!peer || !context)
        return std::unexpected(Error::Internal);
    SecretBytes shared(32);
    size_t length = shared.size();
    // OpenSSL refuses an all-zero result: the second line behind the list above.
    if (EVP_PKEY_derive_init(context.get()) != 1 || EVP_PKEY_derive_set_peer(context.get(), peer.get()) != 1 ||
        EVP_PKEY_derive(context.get(), shared.data(), &length) != 1)
        return std::unexpected(Error::BadKey);
    return shared;
}

} // namespace crypto
