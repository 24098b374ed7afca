#include "crypto/AesCbc.h"

#include "crypto/OpenSslHandle.h"

#include <cstdlib>

namespace crypto {

namespace {

constexpr size_t keySize = 32;
constexpr size_t blockSize = 16;

const unsigned char* data(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

// The number of padding bytes, 0 if they are wrong.
size_t paddingOf(const SecretBytes& padded)
{
    const size_t count = padded.data()[padded.size() - 1];
    if (count == 0 || count > blockSize)
        return 0;
    unsigned different = 0;
    for (size_t i = padded.size() - count; i < padded.size(); ++i)
        different |= padded.data()[i] ^ static_cast<unsigned>(count);
    return different == 0 ? count : 0;
}

} // namespace

QByteArray aesCbcEncrypt(const SecretBytes& key, const SecretBytes& iv, QByteArrayView plaintext)
{
    const OpenSslHandle<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    QByteArray out(plaintext.size() + static_cast<qsizetype>(blockSize), Qt::Uninitialized);
    auto* const bytes = reinterpret_cast<unsigned char*>(out.data());
    int length = 0;
    int last = 0;
    if (key.size() != keySize || iv.size() != blockSize || !context ||
        EVP_EncryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, key.data(), iv.data()) != 1 ||
        EVP_EncryptUpdate(context.get(), bytes, &length, data(plaintext), static_cast<int>(plaintext.size())) != 1 ||
        EVP_EncryptFinal_ex(context.get(), bytes + length, &last) != 1)
        std::abort(); // only wrong sizes get here
    out.truncate(length + last);
    return out;
}

Result<SecretBytes> aesCbcDecrypt(const SecretBytes& key, const SecretBytes& iv, QByteArrayView ciphertext)
{
    const auto size = static_cast<size_t>(ciphertext.size());
    if (key.size() != keySize || iv.size() != blockSize || size == 0 || size % blockSize != 0)
        return std::unexpected(Error::BadLength);
    const OpenSslHandle<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    SecretBytes padded(size);
    int length = 0;
    if (!context || EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, key.data(), iv.data()) != 1 ||
        EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1 ||
        EVP_DecryptUpdate(context.get(), padded.data(), &length, data(ciphertext), static_cast<int>(size)) != 1 ||
        static_cast<size_t>(length) != size)
        return std::unexpected(Error::Internal);
    const size_t padding = paddingOf(padded);
    if (padding == 0)
        return std::unexpected(Error::BadFormat);
    return SecretBytes(padded.view().first(size - padding));
}

} // namespace crypto
