#include "crypto/Hmac.h"

#include <cstdlib>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace crypto {

QByteArray hmacSha256(const SecretBytes& key, QByteArrayView message)
{
    QByteArray mac(32, Qt::Uninitialized);
    unsigned length = 0;
    const unsigned char none = 0; // OpenSSL takes a null key for "the key of the last call"
    const unsigned char* const bytes = key.isEmpty() ? &none : key.data();
    if (HMAC(EVP_sha256(), bytes, static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(message.data()),
             static_cast<size_t>(message.size()), reinterpret_cast<unsigned char*>(mac.data()), &length) == nullptr)
        std::abort(); // no memory; an uninitialised MAC must not be used
    return mac;
}

} // namespace crypto
