#include "crypto/SecretCipher.h"

#include "crypto/Hkdf.h"
#include "crypto/Hmac.h"
#include "crypto/Random.h"

#include <algorithm>

namespace crypto {

namespace {

constexpr size_t keySize = 32;

struct SecretKeys {
    SecretBytes cipher;
    SecretBytes mac;
};

SecretKeys derive(const SecretBytes& key, QByteArrayView name)
{
    const SecretBytes both = hkdfSha256(key, {}, name, 2 * keySize);
    return {.cipher = SecretBytes(both.view().first(keySize)), .mac = SecretBytes(both.view().subspan(keySize))};
}

SealedSecret sealWith(const SecretKeys& keys, const AesCtrIv& iv, const SecretBytes& plaintext)
{
    SealedSecret sealed{.iv = iv, .ciphertext = AesCtr(keys.cipher, iv).process(plaintext.bytes()), .mac = {}};
    sealed.mac = hmacSha256(keys.mac, sealed.ciphertext);
    return sealed;
}

} // namespace

Result<SealedSecret> sealSecret(const SecretBytes& key, QByteArrayView name, const SecretBytes& plaintext)
{
    if (key.size() != keySize)
        return std::unexpected(Error::BadLength);
    AesCtrIv iv{};
    const SecretBytes random = randomSecret(iv.size());
    std::copy_n(random.data(), iv.size(), iv.begin());
    iv[8] &= 0x7f; // bit 63 is zero: some implementations of AES-CTR count with 64 bits
    return sealWith(derive(key, name), iv, plaintext);
}

Result<SecretBytes> openSecret(const SecretBytes& key, QByteArrayView name, const SealedSecret& sealed)
{
    if (key.size() != keySize)
        return std::unexpected(Error::BadLength);
    const SecretKeys keys = derive(key, name);
    if (!constantTimeEquals(hmacSha256(keys.mac, sealed.ciphertext), sealed.mac))
        return std::unexpected(Error::BadMac);
    return AesCtr(keys.cipher, sealed.iv).processSecret(sealed.ciphertext);
}

Result<QByteArray> secretKeyCheck(const SecretBytes& key, const AesCtrIv& iv)
{
    if (key.size() != keySize)
        return std::unexpected(Error::BadLength);
    return sealWith(derive(key, {}), iv, SecretBytes(keySize)).mac;
}

} // namespace crypto
