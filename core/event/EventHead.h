#pragma once

#include "core/base/Json.h"
#include "core/base/Timestamp.h"

#include <optional>
#include <string_view>

namespace core {

/// The envelope of a room event, read without copying: what every event is looked at for. Views and values are valid as long
/// as the document they were read from.
struct EventHead {
    std::string_view eventId; ///< empty in stripped state
    std::string_view sender;
    std::string_view type;
    std::optional<std::string_view> stateKey;
    Timestamp originServerTs; ///< clamped to 0 … 2^53−1; 0 if absent or no integer (S-74)
    JsonValue content;        ///< always an object
    JsonValue unsignedData;   ///< absent or an object
    std::string_view redacts; ///< of m.room.redaction, from the place its room version uses; empty otherwise
};

/// What an event points at with `m.relates_to` of its readable content.
struct EventRelation {
    enum class Kind { None, Replace, Annotation, Other };
    Kind kind = Kind::None;
    std::string_view target;    ///< an event id; empty with Kind::None
    std::string_view key;       ///< of an annotation
    std::string_view inReplyTo; ///< independent of `kind`
};

enum class EventForm {
    Whole,    ///< with event id and time
    Stripped, ///< of an invitation: type, state key, sender and content only
};

/// Empty if the event is not usable: no object, a required field missing or of another kind, or too long (S-72).
/// Spec: Matrix v1.11, Client-Server API, "Room event format", "Stripped state".
std::optional<EventHead> readEventHead(JsonValue event, EventForm form = EventForm::Whole);

EventRelation readRelation(JsonValue content);

} // namespace core
