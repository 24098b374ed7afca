#include "crypto/olm/Buffer.h"

#include <algorithm>
#include <openssl/crypto.h>

namespace crypto::olm {

Buffer::Buffer(size_t size)
    : m_bytes(size + 2 * slack)
{
}

Buffer::Buffer(QByteArrayView content)
    : Buffer(static_cast<size_t>(content.size()))
{
    std::copy(content.begin(), content.end(), m_bytes.begin() + slack);
}

Buffer::~Buffer()
{
    OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
}

QByteArray Buffer::first(size_t count) const
{
    return {reinterpret_cast<const char*>(m_bytes.data() + slack), static_cast<qsizetype>(std::min(count, size()))};
}

} // namespace crypto::olm
