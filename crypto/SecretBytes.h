#pragma once

#include "crypto/Result.h"

#include <QByteArray>

#include <cstddef>
#include <span>
#include <vector>

class QDebug;

namespace crypto {

/// Bytes of a key or another secret. Wiped when destroyed, moved but never copied by accident, not printable (S-100).
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(size_t size);
    explicit SecretBytes(std::span<const unsigned char> bytes);
    /// Takes a copy; the caller's buffer stays as it is.
    static SecretBytes fromBytes(QByteArrayView bytes);
    /// Errors: BadFormat unless `hex` is an even number of hexadecimal digits.
    static Result<SecretBytes> fromHex(QByteArrayView hex);
    ~SecretBytes();
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;

    /// A second owner, on purpose.
    [[nodiscard]] SecretBytes copy() const;

    [[nodiscard]] size_t size() const { return m_bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    [[nodiscard]] const unsigned char* data() const { return m_bytes.data(); }
    [[nodiscard]] unsigned char* data() { return m_bytes.data(); }
    [[nodiscard]] std::span<const unsigned char> view() const { return m_bytes; }
    /// Valid as long as this object; do not keep.
    [[nodiscard]] QByteArrayView bytes() const
    {
        return {reinterpret_cast<const char*>(m_bytes.data()), static_cast<qsizetype>(m_bytes.size())};
    }

    /// Takes the same time wherever the first difference is. False for different sizes.
    [[nodiscard]] bool equals(const SecretBytes& other) const;

private:
    void wipe();
    std::vector<unsigned char> m_bytes;
};

QDebug operator<<(QDebug, const SecretBytes&) = delete;

/// Takes the same time wherever the first difference is. False for different sizes. For MACs (S-34).
bool constantTimeEquals(QByteArrayView a, QByteArrayView b);

/// Overwrites `bytes` so that the compiler cannot leave it out.
void wipe(QByteArray& bytes);

} // namespace crypto
