#include "crypto/Pbkdf2.h"

#include <openssl/evp.h>

namespace crypto {

namespace {
constexpr qint64 maximumIterations = 10'000'000;
}

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

} // namespace crypto
