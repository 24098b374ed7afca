#include "crypto/AesGcm.h"

#include "crypto/OpenSslHandle.h"
#include "crypto/Random.h"

#include <cstdlib>

namespace crypto {

namespace {

constexpr int nonceSize = 12;
constexpr int tagSize = 16;

using Context = OpenSslHandle<EVP_CIPHER_CTX>;

const unsigned char* data(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

QByteArray seal(const SecretBytes& key, QByteArrayView plaintext, QByteArrayView context)
{
    QByteArray sealed = randomBytes(nonceSize);
    sealed.resize(nonceSize + plaintext.size() + tagSize);
    auto* out = reinterpret_cast<unsigned char*>(sealed.data());
    const Context cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    const bool done =
        key.size() == 32 && cipher && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), out) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &length, data(context), static_cast<int>(context.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), out + nonceSize, &length, data(plaintext), static_cast<int>(plaintext.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), out + nonceSize + length, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, out + nonceSize + plaintext.size()) == 1;
    if (!done)
        std::abort(); // a wrong key length is a bug here, and nothing may be stored in clear instead
    return sealed;
}

Result<SecretBytes> openSealed(const SecretBytes& key, QByteArrayView sealed, QByteArrayView context)
{
    const qsizetype size = sealed.size() - nonceSize - tagSize;
    if (size < 0 || key.size() != 32)
        return std::unexpected(Error::BadLength);
    SecretBytes plaintext(static_cast<size_t>(size));
    QByteArray tag = sealed.last(tagSize).toByteArray();
    const Context cipher(EVP_CIPHER_CTX_new());
    int length = 0;
    const bool done =
        cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(), data(sealed)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &length, data(context), static_cast<int>(context.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), plaintext.data(), &length, data(sealed) + nonceSize, static_cast<int>(size)) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), plaintext.data() + length, &length) == 1;
    if (!done)
        return std::unexpected(Error::BadMac);
    return plaintext;
}

} // namespace crypto
