#include "crypto/SecretBytes.h"

#include <openssl/crypto.h>
#include <utility>

namespace crypto {

SecretBytes::SecretBytes(size_t size)
    : m_bytes(size)
{
}

SecretBytes::SecretBytes(std::span<const unsigned char> bytes)
    : m_bytes(bytes.begin(), bytes.end())
{
}

SecretBytes SecretBytes::fromBytes(QByteArrayView bytes)
{
    return SecretBytes(std::span(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<size_t>(bytes.size())));
}

Result<SecretBytes> SecretBytes::fromHex(QByteArrayView hex)
{
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9')
            return c - '0';
        const int letter = c | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    };
    if (hex.size() % 2 != 0)
        return std::unexpected(Error::BadFormat);
    SecretBytes bytes(static_cast<size_t>(hex.size() / 2));
    unsigned char* out = bytes.data();
    for (qsizetype i = 0; i < hex.size(); i += 2) {
        const int high = digit(hex[i]);
        const int low = digit(hex[i + 1]);
        if (high < 0 || low < 0)
            return std::unexpected(Error::BadFormat);
        *out++ = static_cast<unsigned char>(high * 16 + low);
    }
    return bytes;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

SecretBytes SecretBytes::copy() const
{
    return SecretBytes(view());
}

bool SecretBytes::equals(const SecretBytes& other) const
{
    return constantTimeEquals(bytes(), other.bytes());
}

void SecretBytes::wipe()
{
    if (!m_bytes.empty())
        OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
}

bool constantTimeEquals(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

void wipe(QByteArray& bytes)
{
    if (!bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

} // namespace crypto
