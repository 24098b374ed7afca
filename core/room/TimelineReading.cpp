#include "core/room/TimelineReading.h"

#include "core/event/EventContent.h"
#include "core/room/CleanText.h"
#include "core/room/StateChange.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

using Kind = TimelineItem::Kind;
using Reading = TimelineEvent::Reading;

template <typename Id>
Id idOf(std::string_view utf8)
{
    return Id::parse(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()))).value_or(Id());
}

bool isEmptyObject(JsonValue content)
{
    bool empty = true;
    content.members([&](std::string_view, JsonValue) {
        empty = false;
        return false;
    });
    return empty;
}

// -- Messages ------------------------------------------------------------------------------------------------------------

TimelineItem::MessageType typeOf(MessageContent::Type type)
{
    switch (type) {
    case MessageContent::Type::Text:
    case MessageContent::Type::Location:
        return TimelineItem::MessageType::Text;
    case MessageContent::Type::Notice:
        return TimelineItem::MessageType::Notice;
    case MessageContent::Type::Emote:
        return TimelineItem::MessageType::Emote;
    case MessageContent::Type::Image:
        return TimelineItem::MessageType::Image;
    case MessageContent::Type::File:
        return TimelineItem::MessageType::File;
    case MessageContent::Type::Audio:
        return TimelineItem::MessageType::Audio;
    case MessageContent::Type::Video:
        return TimelineItem::MessageType::Video;
    }
    return TimelineItem::MessageType::Text;
}

Kind kindOf(MessageContent::Type type)
{
    switch (type) {
    case MessageContent::Type::Text:
    case MessageContent::Type::Notice:
    case MessageContent::Type::Emote:
        return Kind::Message;
    case MessageContent::Type::Location:
        return Kind::Location;
    case MessageContent::Type::Image:
    case MessageContent::Type::File:
    case MessageContent::Type::Audio:
    case MessageContent::Type::Video:
        return Kind::File;
    }
    return Kind::Message;
}

void describeMessage(const MessageContent& message, TimelineEntry& entry)
{
    const bool isReply = !entry.inReplyTo.isEmpty();
    entry.row.kind = kindOf(message.type);
    entry.row.messageType = typeOf(message.type);
    entry.row.text = cleanMessage(isReply ? withoutReplyFallback(message.body) : message.body);
    if (entry.row.kind == Kind::File) {
        entry.row.fileName = cleanName(message.fileName);
        entry.row.fileSize = message.fileSize;
        entry.row.mimeType = cleanName(message.mimeType);
        if (message.body == message.fileName)
            entry.row.text = entry.row.fileName; // the same text is the same text for those who compare
    }
    entry.hasRow = entry.relation != EventRelation::Kind::Replace;
}

// Of what we do not understand, people are shown what is meant for them, and that there was something if it is sure to be
// meant for them. The rest is between programs.
void describeUnknown(const UnknownContent& unknown, TimelineEntry& entry)
{
    static constexpr std::array<QLatin1StringView, 5> forPeople = {
        QLatin1StringView("m.room.message"), QLatin1StringView("m.room.encrypted"), QLatin1StringView("m.sticker"),
        QLatin1StringView("m.poll.start"), QLatin1StringView("org.matrix.msc3381.poll.start")};
    entry.row.kind = Kind::Unsupported;
    entry.row.text = cleanMessage(unknown.fallback);
    entry.hasRow = entry.relation != EventRelation::Kind::Replace && entry.relation != EventRelation::Kind::Annotation &&
                   (!entry.row.text.isEmpty() || std::find(forPeople.begin(), forPeople.end(), unknown.type) != forPeople.end());
}

void describeContent(std::string_view type, JsonValue content, const EventRelation& relation, TimelineEntry& entry)
{
    const auto parsed = parseEventContent(type, false, content, relation);
    if (const auto* const message = std::get_if<MessageContent>(&parsed))
        describeMessage(*message, entry);
    else if (const auto* const unknown = std::get_if<UnknownContent>(&parsed))
        describeUnknown(*unknown, entry);
    else if (std::holds_alternative<EncryptedContent>(parsed)) // inside of a decrypted event
        describeUnknown({.type = QStringLiteral("m.room.encrypted"), .fallback = {}}, entry);
}

// -- Deletion ------------------------------------------------------------------------------------------------------------

void describeDeletion(JsonValue redaction, TimelineEntry& entry)
{
    entry.row.kind = Kind::Deleted;
    entry.deletedBy = idOf<UserId>(redaction["sender"].utf8().value_or(std::string_view()));
    entry.row.deletedAt.ms = std::max<qint64>(redaction["origin_server_ts"].integer().value_or(0), 0);
    static constexpr std::array<QLatin1StringView, 3> withoutTrace = {
        QLatin1StringView("m.reaction"), QLatin1StringView("m.room.redaction"), QLatin1StringView("m.poll.response")};
    entry.hasRow = entry.relation != EventRelation::Kind::Replace &&
                   std::find(withoutTrace.begin(), withoutTrace.end(), entry.type) == withoutTrace.end();
}

// -- Events --------------------------------------------------------------------------------------------------------------

// Relations stand in the readable part of an encrypted event; what its ciphertext says of them does not count (S-83).
void keepRelation(const EventRelation& relation, TimelineEntry& entry)
{
    entry.relation = relation.kind;
    entry.target = idOf<EventId>(relation.target);
    entry.inReplyTo = idOf<EventId>(relation.inReplyTo);
    entry.reactionKey = cleanName(QString::fromUtf8(relation.key.data(), static_cast<qsizetype>(relation.key.size())));
}

void describeUndecryptable(const TimelineEvent& event, TimelineEntry& entry)
{
    entry.row.kind = Kind::Undecryptable;
    entry.row.reason = event.reason;
    entry.hasRow = entry.relation != EventRelation::Kind::Replace && entry.relation != EventRelation::Kind::Annotation;
}

// The decrypted event: `type` and `content` in place of those of the envelope.
void describePlaintext(const TimelineEvent& event, const EventRelation& relation, TimelineEntry& entry)
{
    const auto document = JsonDocument::parse(event.plain);
    const auto type = document ? document->root()["type"].utf8() : std::nullopt;
    const auto content = document ? document->root()["content"] : JsonValue();
    if (!type || !content.isObject()) {
        entry.row.reason = TimelineItem::Reason::Malformed;
        entry.row.kind = Kind::Undecryptable;
        entry.hasRow = true;
        return;
    }
    entry.type = QString::fromUtf8(type->data(), static_cast<qsizetype>(type->size()));
    entry.proven = event.reading == Reading::Decrypted;
    entry.row.authenticity = entry.proven ? TimelineItem::Authenticity::Proven : TimelineItem::Authenticity::NotProven;
    describeContent(*type, content, relation, entry);
}

void setTime(Timestamp timestamp, TimelineEntry& entry)
{
    entry.row.timestamp = timestamp;
    entry.day = timestamp.toLocalTime().date().toJulianDay();
}

void describe(const TimelineEvent& event, const EventHead& head, TimelineEntry& entry)
{
    const EventRelation relation = head.stateKey ? EventRelation() : readRelation(head.content);
    keepRelation(relation, entry);
    const JsonValue redaction = head.unsignedData["redacted_because"];
    const bool mustHaveContent = head.type == "m.room.message" || head.type == "m.room.encrypted";
    entry.deleted = redaction.isObject() || (!head.stateKey && mustHaveContent && isEmptyObject(head.content));
    if (head.stateKey)
        describeStateChange(head, entry);
    else if (entry.deleted)
        describeDeletion(redaction, entry);
    else if (!entry.encrypted)
        describeContent(head.type, head.content, relation, entry);
    else if (event.reading == Reading::Decrypted || event.reading == Reading::Unproven)
        describePlaintext(event, relation, entry);
    else
        describeUndecryptable(event, entry);
}

} // namespace

std::optional<TimelineEntry> readTimelineEvent(const TimelineEvent& event)
{
    const auto document = JsonDocument::parse(event.json);
    const auto head = document ? readEventHead(document->root()) : std::nullopt;
    if (!head)
        return std::nullopt;
    TimelineEntry entry;
    entry.position = event.position;
    entry.id = idOf<EventId>(head->eventId);
    entry.sender = idOf<UserId>(head->sender);
    entry.type = QString::fromUtf8(head->type.data(), static_cast<qsizetype>(head->type.size()));
    entry.transactionId = head->unsignedData["transaction_id"].string().value_or(QString());
    entry.isState = head->stateKey.has_value();
    entry.encrypted = !entry.isState && head->type == "m.room.encrypted";
    setTime(head->originServerTs, entry);
    describe(event, *head, entry);
    return entry;
}

std::optional<TimelineEntry> readTimelineEcho(const TimelineEcho& echo, const UserId& ownUser)
{
    const auto document = JsonDocument::parse(echo.content);
    if (!document || !document->root().isObject())
        return std::nullopt;
    TimelineEntry entry;
    entry.id = echo.eventId;
    entry.sender = ownUser;
    entry.type = echo.type;
    entry.transactionId = echo.transactionId;
    entry.encrypted = true;
    entry.proven = true;
    setTime(echo.queuedAt, entry);
    const EventRelation relation = readRelation(document->root());
    keepRelation(relation, entry);
    describeContent(echo.type.toStdString(), document->root(), relation, entry);
    return entry;
}

} // namespace core
