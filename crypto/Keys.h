#pragma once

#include "crypto/Result.h"

#include <QByteArray>

#include <array>
#include <compare>

namespace crypto {

/// A public key, MAC or signature of fixed size, compared by value and never by its text (S-04).
template <typename Kind, size_t Size>
struct FixedBytes {
    std::array<unsigned char, Size> bytes{};

    /// From strict base64 of exactly this length. Errors: BadBase64, BadLength.
    static Result<FixedBytes> parse(QByteArrayView base64);
    /// Errors: BadLength.
    static Result<FixedBytes> fromBytes(QByteArrayView raw);
    [[nodiscard]] QByteArray toBase64() const;
    [[nodiscard]] QByteArrayView view() const
    {
        return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(Size)};
    }
    auto operator<=>(const FixedBytes&) const = default;
};

using Curve25519Key = FixedBytes<struct Curve25519Kind, 32>;
using Ed25519Key = FixedBytes<struct Ed25519Kind, 32>;
using Ed25519Signature = FixedBytes<struct Ed25519SignatureKind, 64>;

} // namespace crypto
