#include "crypto/X25519.h"

#include "crypto/Random.h"

#include <openssl/evp.h>

#include <memory>

namespace crypto {

namespace {
struct PkeyFree {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct ContextFree {
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};

// 2^255 − 19 and above are other spellings of small numbers; bit 255 is ignored by the algorithm and must not be set.
bool isCanonical(const std::array<unsigned char, 32>& u)
{
    if (u[31] != 0x7f)
        return u[31] < 0x7f;
    for (size_t i = 30; i > 0; --i) {
        if (u[i] != 0xff)
            return true;
    }
    return u[0] < 0xed;
}
} // namespace

bool isUsable(const Curve25519Key& key)
{
    if (!isCanonical(key.bytes))
        return false;
    // OpenSSL refuses to derive an all-zero secret, which is what every point of small order gives with any private key.
    const auto probe = randomSecret(32);
    const std::unique_ptr<EVP_PKEY, PkeyFree> own(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, probe.data(), probe.size()));
    const std::unique_ptr<EVP_PKEY, PkeyFree> peer(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, key.bytes.data(), key.bytes.size()));
    if (!own || !peer)
        return false;
    const std::unique_ptr<EVP_PKEY_CTX, ContextFree> context(EVP_PKEY_CTX_new(own.get(), nullptr));
    SecretBytes shared(32);
    size_t length = shared.size();
    return context && EVP_PKEY_derive_init(context.get()) == 1 && EVP_PKEY_derive_set_peer(context.get(), peer.get()) == 1
        && EVP_PKEY_derive(context.get(), shared.data(), &length) == 1;
}

} // namespace crypto
