#pragma once

#include "core/api/endpoints/Common.h"
#include "core/base/Identifiers.h"

namespace core::endpoints {

/// Global account data of the own user. Errors: NotFound if it was never set.
Endpoint<QJsonObject> accountData(const UserId& user, const QString& type);
Endpoint<Empty> setAccountData(const UserId& user, const QString& type, const QJsonObject& content);

} // namespace core::endpoints
