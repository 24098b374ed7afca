#include "crypto/Pbkdf2.h"

#include "crypto/OpenSslHandle.h"

#include <array>
#include <openssl/core_names.h>
#include <openssl/params.h>

namespace crypto {

namespace {

constexpr qint64 maximumIterations = 10'000'000;
constexpr qint64 betweenLooks = 1'000;
constexpr size_t blockSize = 64; // of SHA-512

/// HMAC-SHA-512 with one key, again and again.
class RepeatedHmac {
public:
    explicit RepeatedHmac(const SecretBytes& key)
        : m_mac(EVP_MAC_fetch(nullptr, "HMAC", nullptr))
        , m_context(m_mac ? EVP_MAC_CTX_new(m_mac.get()) : nullptr)
    {
        std::array<char, 7> digest{"SHA512"};
        const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
                                    OSSL_PARAM_construct_end()};
        m_isReady = m_context && EVP_MAC_init(m_context.get(), key.data(), key.size(), parameters.data()) == 1;
    }
    /// Of `message` and `more`, into `out` of blockSize bytes; `out` may be the message.
    bool of(QByteArrayView message, QByteArrayView more, unsigned char* out)
    {
        size_t length = 0;
        const auto update = [this](QByteArrayView part) {
            return EVP_MAC_update(m_context.get(), reinterpret_cast<const unsigned char*>(part.data()),
                                  static_cast<size_t>(part.size())) == 1;
        };
        return m_isReady && EVP_MAC_init(m_context.get(), nullptr, 0, nullptr) == 1 && update(message) && update(more) &&
               EVP_MAC_final(m_context.get(), out, &length, blockSize) == 1 && length == blockSize;
    }

private:
    OpenSslHandle<EVP_MAC> m_mac;
    OpenSslHandle<EVP_MAC_CTX> m_context;
    bool m_isReady = false;
};

} // namespace

Result<SecretBytes> pbkdf2Sha512(const SecretBytes& passPhrase, QByteArrayView salt, qint64 iterations, size_t length)
{
    if (iterations < 1 || iterations > maximumIterations || length == 0)
        return std::unexpected(Error::BadLength);
    SecretBytes out(length);
    const QByteArrayView text = passPhrase.isEmpty() ? QByteArrayView("") : passPhrase.bytes();
    if (PKCS5_PBKDF2_HMAC(text.data(), static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(salt.data()),
                          static_cast<int>(salt.size()), static_cast<int>(iterations), EVP_sha512(), static_cast<int>(length),
                          out.data()) != 1)
        return std::unexpected(Error::Internal);
    return out;
}

Result<SecretBytes> pbkdf2Sha512(const SecretBytes& passPhrase, QByteArrayView salt, qint64 iterations, size_t length,
                                 const std::atomic_bool& stop)
{
    if (iterations < 1 || iterations > maximumIterations || length == 0 || length > blockSize || passPhrase.isEmpty())
        return std::unexpected(Error::BadLength);
    RepeatedHmac hmac(passPhrase);
    SecretBytes sum(blockSize);
    SecretBytes last(blockSize);
    constexpr char firstBlock[] = {0, 0, 0, 1};
    if (!hmac.of(salt, QByteArrayView(firstBlock, sizeof firstBlock), last.data()))
        return std::unexpected(Error::Internal);
    std::copy_n(last.data(), blockSize, sum.data());
    for (qint64 done = 1; done < iterations; ++done) {
        const bool isStopped = done % betweenLooks == 0 && stop;
        if (isStopped || !hmac.of(last.bytes(), {}, last.data()))
            return std::unexpected(Error::Internal);
        for (size_t i = 0; i < blockSize; ++i)
            sum.data()[i] ^= last.data()[i];
    }
    return SecretBytes(sum.view().first(length));
}

} // namespace crypto
