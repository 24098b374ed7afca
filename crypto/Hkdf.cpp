#include "crypto/Hkdf.h"

#include "crypto/OpenSslHandle.h"

#include <cstdlib>
#include <openssl/core_names.h>
#include <openssl/params.h>

namespace crypto {

namespace {

OSSL_PARAM octets(const char* name, QByteArrayView bytes)
{
    // OpenSSL only reads it. It refuses a null pointer, even for nothing.
    static char nothing = 0;
    char* const data = bytes.isEmpty() ? &nothing : const_cast<char*>(bytes.data());
    return OSSL_PARAM_construct_octet_string(name, data, static_cast<size_t>(bytes.size()));
}

} // namespace

SecretBytes hkdfSha256(const SecretBytes& secret, QByteArrayView salt, QByteArrayView info, size_t length)
{
    SecretBytes out(length);
    const OpenSslHandle<EVP_KDF> kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const OpenSslHandle<EVP_KDF_CTX> context(EVP_KDF_CTX_new(kdf.get()));
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        octets(OSSL_KDF_PARAM_KEY, secret.bytes()),
        octets(OSSL_KDF_PARAM_SALT, salt),
        octets(OSSL_KDF_PARAM_INFO, info),
        OSSL_PARAM_construct_end(),
    };
    if (!context || EVP_KDF_derive(context.get(), out.data(), out.size(), parameters) != 1)
        std::abort(); // only a length outside the limits of the RFC gets here
    return out;
}

} // namespace crypto
