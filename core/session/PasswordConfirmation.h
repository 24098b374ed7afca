#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Json.h"

#include <QJsonObject>

#include <optional>

namespace core {

/// The `auth` object that confirms a request in one stage: with the password, or without anything where the server asks for
/// nothing. `question`: the server's 401. Empty if neither is one of the flows it offers. `password` may be empty.
/// Spec: Matrix v1.11, Client-Server API, "User-Interactive Authentication API".
std::optional<QJsonObject> confirmWithPassword(JsonValue question, const UserId& user, const QString& password);

} // namespace core
