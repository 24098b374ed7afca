#pragma once

#include "core/api/Endpoint.h"

namespace core {

/// An answer whose content does not matter.
struct Empty {
    bool operator==(const Empty&) const = default;
};

namespace endpoints {

inline const QString clientV3 = QStringLiteral("/_matrix/client/v3");

/// A `parse` for answers whose content does not matter.
inline std::function<Result<Empty>(const QByteArray&)> ignoreAnswer()
{
    return [](const QByteArray&) -> Result<Empty> { return Empty{}; };
}

/// A `parse` for answers that consist of one identifier under `key`.
template <typename Id>
std::function<Result<Id>(const QByteArray&)> parseId(std::string key)
{
    return parseJson<Id>(
        [key = std::move(key)](JsonValue root) -> Result<Id> { return Id::parse(root[key].string().value_or(QString())); });
}

} // namespace endpoints

} // namespace core
