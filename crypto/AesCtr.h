#pragma once

#include "crypto/SecretBytes.h"

#include <array>
#include <memory>

namespace crypto {

/// The first counter block.
using AesCtrIv = std::array<unsigned char, 16>;

/// AES-256-CTR over a stream; encrypting and decrypting are the same. Thread: any, one at a time. Spec: NIST SP 800-38A.
/// Confidentiality only: who uses it authenticates the ciphertext.
class AesCtr {
public:
    /// `key`: 32 bytes; another size is a programmer's error and ends the process.
    AesCtr(const SecretBytes& key, const AesCtrIv& iv);
    AesCtr(AesCtr&&) noexcept;
    AesCtr& operator=(AesCtr&&) noexcept;
    ~AesCtr();

    /// The next `in.size()` bytes of the stream.
    QByteArray process(QByteArrayView in);
    /// The same in wiped memory.
    SecretBytes processSecret(QByteArrayView in);

private:
    void run(QByteArrayView in, unsigned char* out);
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace crypto
