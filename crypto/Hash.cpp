#include "crypto/Hash.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/sha.h>

#include <cstdlib>

namespace crypto {

namespace {
const unsigned char* data(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
} // namespace

QByteArray sha256(QByteArrayView bytes)
{
    QByteArray digest(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    SHA256(data(bytes), static_cast<size_t>(bytes.size()), reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

QByteArray hmacSha256(const SecretBytes& key, QByteArrayView message)
{
    QByteArray mac(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    unsigned length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), data(message), static_cast<size_t>(message.size()),
         reinterpret_cast<unsigned char*>(mac.data()), &length);
    return mac;
}

SecretBytes hkdfSha256(const SecretBytes& secret, QByteArrayView salt, QByteArrayView info, size_t length)
{
    SecretBytes out(length);
    EVP_KDF* const kdf = EVP_KDF_fetch(nullptr, "HKDF", nullptr);
    EVP_KDF_CTX* const context = EVP_KDF_CTX_new(kdf);
    EVP_KDF_free(kdf);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, const_cast<unsigned char*>(secret.data()), secret.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, const_cast<unsigned char*>(data(salt)), static_cast<size_t>(salt.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, const_cast<unsigned char*>(data(info)), static_cast<size_t>(info.size())),
        OSSL_PARAM_construct_end(),
    };
    const int done = EVP_KDF_derive(context, out.data(), out.size(), parameters);
    EVP_KDF_CTX_free(context);
    if (done != 1)
        std::abort(); // only a length beyond the limit of the RFC gets here
    return out;
}

} // namespace crypto
