#pragma once

#include <QByteArray>

#include <vector>

namespace crypto::olm {

/// Memory handed to libolm: with slack on both sides (S-02), wiped afterwards.
class Buffer {
public:
    explicit Buffer(size_t size);
    explicit Buffer(QByteArrayView content);
    ~Buffer();
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    [[nodiscard]] void* data() { return m_bytes.data() + slack; }
    [[nodiscard]] size_t size() const { return m_bytes.size() - 2 * slack; }
    /// A copy of the first `count` bytes.
    [[nodiscard]] QByteArray first(size_t count) const;

private:
    static constexpr size_t slack = 32;
    std::vector<unsigned char> m_bytes;
};

} // namespace crypto::olm
