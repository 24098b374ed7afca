#include "core/api/endpoints/Profile.h"

using namespace Qt::StringLiterals;

namespace core::endpoints {

Endpoint<UserProfile> profile(const UserId& user)
{
    return {.path = clientV3 + u"/profile/"_s + pathSegment(user.toString()),
            .retry = Retry::Idempotent,
            .parse = parseJson<UserProfile>([](JsonValue root) -> Result<UserProfile> {
                return UserProfile{root["displayname"].string().value_or(QString())};
            })};
}

} // namespace core::endpoints
