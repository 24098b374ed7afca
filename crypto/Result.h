#pragma once

#include <expected>

namespace crypto {

/// Why a primitive refused. Carries no data: what failed may be secret.
enum class Error {
    BadFormat, ///< not the shape the specification asks for
    BadLength,
    BadBase64,
    BadMac, ///< an authentication code, a hash or a parity does not match
    BadSignature,
    BadKey,              ///< small order, not canonical, or not contributory
    UnknownMessageIndex, ///< the ratchet starts after this message
    UnknownOneTimeKey,
    BadPickle,
    Internal, ///< the library failed where it must not
};

template <typename T = void>
using Result = std::expected<T, Error>;

} // namespace crypto
