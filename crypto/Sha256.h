#pragma once

#include <QByteArray>

#include <memory>

namespace crypto {

/// SHA-256 of `bytes`, 32 bytes. Spec: FIPS 180-4.
QByteArray sha256(QByteArrayView bytes);

/// SHA-256 of a stream. Thread: any, one at a time. Spec: FIPS 180-4.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    void update(QByteArrayView bytes);
    /// The digest, 32 bytes; the object starts anew.
    QByteArray finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace crypto
