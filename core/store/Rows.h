#pragma once

#include "core/base/Identifiers.h"
#include "core/store/Database.h"
#include "core/store/EventKey.h"
#include "crypto/Keys.h"

#include <optional>
#include <string_view>

// How the stores read and write the values of core in columns.
namespace core::rows {

/// Empty if the column does not hold an identifier of this kind.
template <typename Id>
Id id(const Statement& row, int column)
{
    return Id::parse(row.text(column)).value_or(Id{});
}

inline EventId event(const Statement& row, int column)
{
    return eventIdOf(row.view(column));
}

/// All zero if the column has another length.
template <typename Key>
Key key(const Statement& row, int column)
{
    const auto bytes = row.view(column);
    return Key::fromBytes({bytes.data(), static_cast<qsizetype>(bytes.size())}).value_or(Key{});
}

/// Bytes that are a text of the protocol, for a TEXT column.
inline std::string_view text(const QByteArray& utf8)
{
    return {utf8.constData(), static_cast<size_t>(utf8.size())};
}

/// The same; NULL instead of an empty text.
inline std::optional<std::string_view> optionalText(const QByteArray& utf8)
{
    return utf8.isEmpty() ? std::nullopt : std::optional(text(utf8));
}

/// For a BLOB column.
inline QByteArrayView blob(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

/// NULL stands for no event.
inline QByteArray eventBlob(const EventId& event)
{
    return event.isEmpty() ? QByteArray() : eventKey(event);
}

} // namespace core::rows
