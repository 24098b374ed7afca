#include "core/api/endpoints/AccountData.h"

using namespace Qt::StringLiterals;

namespace core::endpoints {

namespace {
QString accountDataPath(const UserId& user, const QString& type)
{
    return clientV3 + u"/user/"_s + pathSegment(user.toString()) + u"/account_data/"_s + pathSegment(type);
}
} // namespace

Endpoint<QJsonObject> accountData(const UserId& user, const QString& type)
{
    return {.path = accountDataPath(user, type), .retry = Retry::Idempotent, .parse = parseJson<QJsonObject>([](JsonValue root) {
                                                                                 return root.toQJsonObject();
                                                                             })};
}

Endpoint<Empty> setAccountData(const UserId& user, const QString& type, const QJsonObject& content)
{
    return {.method = "PUT",
            .path = accountDataPath(user, type),
            .body = toBody(content),
            .retry = Retry::Idempotent,
            .parse = ignoreAnswer()};
}

} // namespace core::endpoints
