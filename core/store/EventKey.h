#pragma once

#include "core/base/Identifiers.h"

#include <QByteArray>

#include <string_view>

namespace core {

/// How an event id is stored: the 32 bytes of a hash where the id is one (room versions 4 and later), otherwise the text with
/// leading zero bytes that make it longer or shorter than 32. Different ids have different keys.
QByteArray eventKey(std::string_view eventId);
inline QByteArray eventKey(const EventId& event)
{
    return eventKey(event.toUtf8().toStdString());
}
/// The id that `key` was made from; empty if `key` is none.
EventId eventIdOf(std::string_view key);

} // namespace core
