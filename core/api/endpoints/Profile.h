#pragma once

#include "core/api/endpoints/Common.h"
#include "core/base/Identifiers.h"

namespace core {

struct UserProfile {
    QString displayName; ///< as the server says it, not cleaned; empty if there is none
    bool operator==(const UserProfile&) const = default;
};

namespace endpoints {
Endpoint<UserProfile> profile(const UserId& user);
} // namespace endpoints

} // namespace core
