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
    return size() == other.size() && CRYPTO_memcmp(data(), other.data(), size()) == 0;
}

void SecretBytes::wipe()
{
    if (!m_bytes.empty())
        OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
}

void wipe(QByteArray& bytes)
{
    if (!bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

} // namespace crypto
