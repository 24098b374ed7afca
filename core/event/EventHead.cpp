#include "core/event/EventHead.h"

#include <algorithm>

namespace core {

namespace {

// Of event ids, senders, types and state keys, in bytes. Spec: "Size limits".
constexpr size_t maximumLength = 255;

bool isPrintable(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7f'; });
}

// The same rules as Identifier::parse, so that what passes here can be made an EventId or UserId.
bool isId(std::string_view text, char sigil)
{
    return text.size() >= 2 && text.size() <= maximumLength && text.front() == sigil && isPrintable(text);
}

bool isEventId(std::string_view text)
{
    return isId(text, '$');
}

bool isUserId(std::string_view text)
{
    const auto colon = text.find(':');
    return isId(text, '@') && colon != std::string_view::npos && colon + 1 < text.size();
}

std::string_view eventIdIn(JsonValue value)
{
    const auto text = value.utf8();
    return text && isEventId(*text) ? *text : std::string_view();
}

// Up to room version 10 it stands beside `content`, from 11 on inside; servers write both for old clients. Where the two
// places disagree, somebody is trying something: then nothing is deleted.
std::string_view redactedId(JsonValue event, JsonValue content)
{
    const auto outside = eventIdIn(event["redacts"]);
    const auto inside = eventIdIn(content["redacts"]);
    if (outside.empty() || inside.empty())
        return outside.empty() ? inside : outside;
    return outside == inside ? inside : std::string_view();
}

bool readEnvelope(JsonValue event, EventHead& head)
{
    const auto eventId = event["event_id"].utf8();
    if (!eventId || !isEventId(*eventId))
        return false;
    head.eventId = *eventId;
    head.originServerTs.ms = std::max<qint64>(event["origin_server_ts"].integer().value_or(0), 0);
    if (event["unsigned"].isObject())
        head.unsignedData = event["unsigned"];
    return true;
}

} // namespace

std::optional<EventHead> readEventHead(JsonValue event, EventForm form)
{
    EventHead head;
    const auto type = event["type"].utf8();
    const auto sender = event["sender"].utf8();
    head.content = event["content"];
    if (!type || type->empty() || type->size() > maximumLength || !sender || !isUserId(*sender) || !head.content.isObject())
        return std::nullopt;
    head.type = *type;
    head.sender = *sender;
    if (const auto stateKey = event["state_key"]; !stateKey.isAbsent()) {
        head.stateKey = stateKey.utf8();
        if (!head.stateKey || head.stateKey->size() > maximumLength)
            return std::nullopt;
    }
    if (form == EventForm::Stripped)
        return head.stateKey ? std::optional(head) : std::nullopt;
    if (!readEnvelope(event, head))
        return std::nullopt;
    if (head.type == "m.room.redaction" && !head.stateKey)
        head.redacts = redactedId(event, head.content);
    return head;
}

EventRelation readRelation(JsonValue content)
{
    using Kind = EventRelation::Kind;
    EventRelation relation;
    const auto relatesTo = content["m.relates_to"];
    relation.inReplyTo = eventIdIn(relatesTo["m.in_reply_to"]["event_id"]);
    const auto type = relatesTo["rel_type"].utf8();
    const auto target = eventIdIn(relatesTo["event_id"]);
    if (!type || type->empty() || target.empty())
        return relation;
    relation.target = target;
    relation.kind = Kind::Other;
    if (*type == "m.replace") {
        relation.kind = Kind::Replace;
    } else if (*type == "m.annotation") {
        relation.key = relatesTo["key"].utf8().value_or(std::string_view());
        relation.kind = relation.key.empty() ? Kind::Other : Kind::Annotation;
    }
    return relation;
}

} // namespace core
