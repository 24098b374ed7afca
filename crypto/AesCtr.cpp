#include "crypto/AesCtr.h"

#include "crypto/OpenSslHandle.h"

#include <cstdlib>

namespace crypto {

struct AesCtr::State {
    OpenSslHandle<EVP_CIPHER_CTX> context{EVP_CIPHER_CTX_new()};
};

AesCtr::AesCtr(const SecretBytes& key, const AesCtrIv& iv)
    : m_state(std::make_unique<State>())
{
    if (key.size() != 32 || !m_state->context ||
        EVP_EncryptInit_ex(m_state->context.get(), EVP_aes_256_ctr(), nullptr, key.data(), iv.data()) != 1)
        std::abort();
}

AesCtr::AesCtr(AesCtr&&) noexcept = default;
AesCtr& AesCtr::operator=(AesCtr&&) noexcept = default;
AesCtr::~AesCtr() = default;

QByteArray AesCtr::process(QByteArrayView in)
{
    QByteArray out(in.size(), Qt::Uninitialized);
    run(in, reinterpret_cast<unsigned char*>(out.data()));
    return out;
}

SecretBytes AesCtr::processSecret(QByteArrayView in)
{
    SecretBytes out(static_cast<size_t>(in.size()));
    run(in, out.data());
    return out;
}

void AesCtr::run(QByteArrayView in, unsigned char* out)
{
    constexpr qsizetype piece = 1 << 30; // OpenSSL counts with int
    while (!in.isEmpty()) {
        const auto now = in.first(std::min(in.size(), piece));
        int length = 0;
        if (EVP_EncryptUpdate(m_state->context.get(), out, &length, reinterpret_cast<const unsigned char*>(now.data()),
                              static_cast<int>(now.size())) != 1)
            std::abort(); // what would be given out is not the ciphertext
        out += now.size();
        in = in.sliced(now.size());
    }
}

} // namespace crypto
