#include "crypto/Random.h"

#include <cstdlib>
#include <openssl/rand.h>

namespace crypto {

namespace {
void fill(unsigned char* bytes, size_t size)
{
    if (size != 0 && RAND_bytes(bytes, static_cast<int>(size)) != 1)
        std::abort(); // every key made from here on would be worthless
}
} // namespace

QByteArray randomBytes(size_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    fill(reinterpret_cast<unsigned char*>(bytes.data()), size);
    return bytes;
}

SecretBytes randomSecret(size_t size)
{
    SecretBytes secret(size);
    fill(secret.data(), size);
    return secret;
}

} // namespace crypto
