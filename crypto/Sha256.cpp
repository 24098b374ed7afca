#include "crypto/Sha256.h"

#include "crypto/OpenSslHandle.h"

#include <cstdlib>

namespace crypto {

struct Sha256::State {
    OpenSslHandle<EVP_MD_CTX> context{EVP_MD_CTX_new()};

    void start()
    {
        if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1)
            std::abort(); // no memory
    }
};

Sha256::Sha256()
    : m_state(std::make_unique<State>())
{
    m_state->start();
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(QByteArrayView bytes)
{
    if (EVP_DigestUpdate(m_state->context.get(), bytes.data(), static_cast<size_t>(bytes.size())) != 1)
        std::abort(); // a wrong digest must not be used
}

QByteArray Sha256::finish()
{
    QByteArray digest(32, Qt::Uninitialized);
    if (EVP_DigestFinal_ex(m_state->context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr) != 1)
        std::abort();
    m_state->start();
    return digest;
}

QByteArray sha256(QByteArrayView bytes)
{
    Sha256 hash;
    hash.update(bytes);
    return hash.finish();
}

} // namespace crypto
