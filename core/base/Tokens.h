#pragma once

#include "core/base/Timestamp.h"
#include "crypto/SecretBytes.h"

#include <memory>

namespace core {

/// Access and refresh token of a device. Shared because an answer travels by value; wiped with its last owner.
struct Tokens {
    std::shared_ptr<const crypto::SecretBytes> access;
    std::shared_ptr<const crypto::SecretBytes> refresh; ///< null if the server gives none
    Timestamp expiresAt;                                ///< unknown if the access token does not end by itself
};

} // namespace core
