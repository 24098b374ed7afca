#include "core/event/EventContent.h"

#include <algorithm>
#include <array>
#include <utility>

namespace core {

namespace {

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString textIn(JsonValue value)
{
    return value.string().value_or(QString());
}

EventId idOf(std::string_view text)
{
    return EventId::parse(textOf(text)).value_or(EventId());
}

// -- Messages ------------------------------------------------------------------------------------------------------------

using Type = MessageContent::Type;

constexpr std::array<std::pair<std::string_view, Type>, 8> messageTypes = {{
    {"m.text", Type::Text},
    {"m.notice", Type::Notice},
    {"m.emote", Type::Emote},
    {"m.image", Type::Image},
    {"m.file", Type::File},
    {"m.audio", Type::Audio},
    {"m.video", Type::Video},
    {"m.location", Type::Location},
}};

Type messageType(std::string_view name)
{
    const auto* const found =
        std::find_if(messageTypes.begin(), messageTypes.end(), [name](const auto& row) { return row.first == name; });
    return found == messageTypes.end() ? Type::Text : found->second;
}

bool isFile(Type type)
{
    return type == Type::Image || type == Type::File || type == Type::Audio || type == Type::Video;
}

// Without relations. Empty if `body` or `msgtype` is missing.
std::optional<MessageContent> readMessage(JsonValue content)
{
    const auto type = content["msgtype"].utf8();
    const auto body = content["body"].string();
    if (!type || !body)
        return std::nullopt;
    MessageContent message;
    message.type = messageType(*type);
    message.body = *body;
    if (isFile(message.type)) {
        message.fileName = textIn(content["filename"]);
        if (message.fileName.isEmpty())
            message.fileName = message.body;
        message.fileSize = std::max<qint64>(content["info"]["size"].integer().value_or(-1), -1);
        message.mimeType = textIn(content["info"]["mimetype"]);
    }
    return message;
}

EventContent parseMessage(JsonValue content, const EventRelation& relation)
{
    if (content["msgtype"].utf8() == "m.key.verification.request") // its text is for programs that do not know it
        return UnknownContent{.type = QStringLiteral("m.key.verification.request"), .fallback = {}};
    const bool isEdit = relation.kind == EventRelation::Kind::Replace;
    auto message = readMessage(isEdit ? content["m.new_content"] : content);
    if (!message)
        return UnknownContent{.type = QStringLiteral("m.room.message"), .fallback = {}};
    message->inReplyTo = idOf(relation.inReplyTo);
    if (isEdit)
        message->replaces = idOf(relation.target);
    return *message;
}

// -- Other events --------------------------------------------------------------------------------------------------------

// Of an extensible event: `m.text` is a list of representations, in its unstable form a text.
QString extensibleText(JsonValue content)
{
    QString text;
    content["m.text"].elements([&](JsonValue representation) {
        const auto mimeType = representation["mimetype"].utf8();
        if (mimeType && *mimeType != "text/plain")
            return true;
        text = textIn(representation["body"]);
        return text.isEmpty();
    });
    return text.isEmpty() ? textIn(content["org.matrix.msc1767.text"]) : text;
}

UnknownContent parseUnknown(std::string_view type, JsonValue content)
{
    if (type.starts_with("m.key.verification.")) // between programs
        return {.type = textOf(type), .fallback = {}};
    const QString body = textIn(content["body"]);
    return {.type = textOf(type), .fallback = body.isEmpty() ? extensibleText(content) : body};
}

EventContent parseReaction(JsonValue /*content*/, const EventRelation& relation)
{
    if (relation.kind != EventRelation::Kind::Annotation)
        return UnknownContent{.type = QStringLiteral("m.reaction"), .fallback = {}};
    return ReactionContent{.target = idOf(relation.target), .key = textOf(relation.key)};
}

EventContent parseEncrypted(JsonValue content, const EventRelation& /*relation*/)
{
    return EncryptedContent{.algorithm = textIn(content["algorithm"]), .sessionId = textIn(content["session_id"]).toUtf8()};
}

// The place in the content is that of room version 11; EventHead::redacts knows both.
EventContent parseRedaction(JsonValue content, const EventRelation& /*relation*/)
{
    return RedactionContent{.target = idOf(content["redacts"].utf8().value_or(std::string_view()))};
}

// -- State ---------------------------------------------------------------------------------------------------------------

using Membership = MemberContent::Membership;

constexpr std::array<std::pair<std::string_view, Membership>, 5> memberships = {{
    {"join", Membership::Join},
    {"invite", Membership::Invite},
    {"leave", Membership::Leave},
    {"ban", Membership::Ban},
    {"knock", Membership::Knock},
}};

EventContent parseMember(JsonValue content)
{
    const auto name = content["membership"].utf8().value_or(std::string_view());
    const auto* const found =
        std::find_if(memberships.begin(), memberships.end(), [name](const auto& row) { return row.first == name; });
    if (found == memberships.end())
        return UnknownContent{.type = QStringLiteral("m.room.member"), .fallback = {}};
    return MemberContent{.membership = found->second, .displayName = textIn(content["displayname"])};
}

EventContent parseName(JsonValue content)
{
    return RoomTextContent{.kind = RoomTextContent::Kind::Name, .text = textIn(content["name"])};
}

EventContent parseTopic(JsonValue content)
{
    return RoomTextContent{.kind = RoomTextContent::Kind::Topic, .text = textIn(content["topic"])};
}

// -- Tables --------------------------------------------------------------------------------------------------------------

template <typename Parse>
struct Row {
    std::string_view type;
    Parse parse;
};
using MessageParser = EventContent (*)(JsonValue content, const EventRelation& relation);
using StateParser = EventContent (*)(JsonValue content);

constexpr std::array<Row<MessageParser>, 4> messageParsers = {{
    {.type = "m.room.message", .parse = parseMessage},
    {.type = "m.room.encrypted", .parse = parseEncrypted},
    {.type = "m.reaction", .parse = parseReaction},
    {.type = "m.room.redaction", .parse = parseRedaction},
}};

constexpr std::array<Row<StateParser>, 3> stateParsers = {{
    {.type = "m.room.member", .parse = parseMember},
    {.type = "m.room.name", .parse = parseName},
    {.type = "m.room.topic", .parse = parseTopic},
}};

template <typename Table>
auto find(const Table& table, std::string_view type)
{
    return std::find_if(table.begin(), table.end(), [type](const auto& row) { return row.type == type; });
}

} // namespace

EventContent parseEventContent(std::string_view type, bool isState, JsonValue content)
{
    return parseEventContent(type, isState, content, readRelation(content));
}

EventContent parseEventContent(std::string_view type, bool isState, JsonValue content, const EventRelation& relation)
{
    if (isState) {
        const auto* const state = find(stateParsers, type);
        return state == stateParsers.end() ? OtherStateContent{.type = textOf(type)} : state->parse(content);
    }
    const auto* const message = find(messageParsers, type);
    return message == messageParsers.end() ? parseUnknown(type, content) : message->parse(content, relation);
}

// Spec: Matrix v1.11, "Fallbacks for rich replies": "> <@alice:example.org> first line", more lines with "> ", an empty line.
QString withoutReplyFallback(const QString& body)
{
    if (!body.startsWith(QStringLiteral("> <@")) && !body.startsWith(QStringLiteral("> * <@")))
        return body;
    qsizetype line = 0;
    while (body.mid(line, 1) == u">") {
        const qsizetype end = body.indexOf(u'\n', line);
        if (end < 0)
            return body; // nothing but a quotation: then it is the text
        line = end + 1;
    }
    return body.mid(body.mid(line, 1) == u"\n" ? line + 1 : line);
}

} // namespace core
