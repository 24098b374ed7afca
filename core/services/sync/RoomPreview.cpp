#include "core/services/sync/RoomPreview.h"

#include "core/room/CleanText.h"

namespace core {

namespace {

using Preview = RoomSummary::Preview;

constexpr qsizetype previewLength = 200;
constexpr int lookedThrough = 50; // events, for the newest message

Preview kindOf(MessageContent::Type type)
{
    switch (type) {
    case MessageContent::Type::Text:
    case MessageContent::Type::Notice:
    case MessageContent::Type::Emote:
        return Preview::Text;
    case MessageContent::Type::Image:
        return Preview::Image;
    case MessageContent::Type::File:
        return Preview::File;
    case MessageContent::Type::Audio:
        return Preview::Audio;
    case MessageContent::Type::Video:
        return Preview::Video;
    case MessageContent::Type::Location:
        return Preview::Location;
    }
    return Preview::Unsupported;
}

bool isReadable(EventStatus status)
{
    return status == EventStatus::Clear || status == EventStatus::Decrypted || status == EventStatus::DecryptedUnproven;
}

bool isShown(const EventContent& content)
{
    const auto* unknown = std::get_if<UnknownContent>(&content);
    return std::holds_alternative<MessageContent>(content) || (unknown && !unknown->fallback.isEmpty());
}

QString line(const QString& text)
{
    return cleanMessage(text, previewLength).simplified();
}

} // namespace

RoomPreview::RoomPreview(RoomStore& rooms, TimelineStore& timeline, UserId ownUser)
    : m_rooms(rooms)
    , m_timeline(timeline)
    , m_ownUser(std::move(ownUser))
{
}

EventContent RoomPreview::contentOf(const EventHead& event, const ReadEvent& read)
{
    if (read.plain.isNull())
        return parseEventContent(event.type, event.stateKey.has_value(), event.content);
    if (!m_document.read({read.plain.constData(), static_cast<size_t>(read.plain.size())}))
        return UnknownContent{};
    const auto root = m_document.root();
    return parseEventContent(root["type"].utf8().value_or(""), false, root["content"], readRelation(event.content));
}

// S-83: only its sender edits a message, and the edit is protected at least as well as the message.
Result<bool> RoomPreview::mayEdit(const RoomRecord& record, const EventNames& editor, const ReadEvent& read)
{
    const auto edited = m_timeline.event(record.row, record.previewEvent);
    if (!edited)
        return std::unexpected(edited.error());
    if (!*edited || !m_document.read({(*edited)->json.constData(), static_cast<size_t>((*edited)->json.size())}))
        return false;
    const bool sameSender = m_document.root()["sender"].string() == editor.sender.toString();
    const bool protectedAlike =
        (*edited)->status == EventStatus::Clear || read.status == EventStatus::Decrypted ||
        ((*edited)->status == EventStatus::DecryptedUnproven && read.status == EventStatus::DecryptedUnproven);
    return sameSender && protectedAlike;
}

Result<> RoomPreview::offer(RoomRecord& record, const EventHead& event, const ReadEvent& read)
{
    const auto names = namesOf(event);
    if (!names || event.stateKey || event.type == "m.room.redaction")
        return {};
    const auto relation = readRelation(event.content).kind;
    if (!isReadable(read.status)) {
        if (relation == EventRelation::Kind::Replace || relation == EventRelation::Kind::Annotation)
            return {};
        record.previewEvent = names->id;
        show(record, EncryptedContent{});
        return showSender(record, names->sender);
    }
    const EventContent content = contentOf(event, read);
    const auto* message = std::get_if<MessageContent>(&content);
    if (!isShown(content) || (record.summary.encrypted && read.status == EventStatus::Clear))
        return {};
    if (message && !message->replaces.isEmpty()) {
        if (message->replaces != record.previewEvent)
            return {};
        const auto allowed = mayEdit(record, *names, read);
        if (!allowed)
            return std::unexpected(allowed.error());
        if (*allowed)
            show(record, content);
        return {};
    }
    record.previewEvent = names->id;
    show(record, content);
    return showSender(record, names->sender);
}

Result<> RoomPreview::renew(RoomRecord& record, const EventHead& event, const ReadEvent& read)
{
    const auto names = namesOf(event);
    if (!names || names->id != record.previewEvent)
        return {};
    const EventContent content = isReadable(read.status) ? contentOf(event, read) : EventContent(EncryptedContent{});
    if (isReadable(read.status) && !isShown(content))
        return showNewest(record);
    show(record, content);
    return showSender(record, names->sender);
}

// What was offered one by one when it came, once more.
Result<> RoomPreview::showNewest(RoomRecord& record)
{
    record.previewEvent = {};
    record.summary.preview = Preview::None;
    record.summary.previewText.clear();
    record.summary.previewSender.clear();
    const auto page = m_timeline.newest(record.row, lookedThrough);
    if (!page)
        return std::unexpected(page.error());
    JsonDocument document;
    for (const auto& stored : page->events) {
        if (!document.read({stored.json.constData(), static_cast<size_t>(stored.json.size())}))
            continue;
        const auto event = readEventHead(document.root());
        const bool isDeleted = event && event->unsignedData["redacted_because"].isObject();
        if (!event || isDeleted)
            continue;
        const ReadEvent read{.plain = stored.plain, .status = stored.status, .sessionId = {}};
        if (const auto offered = offer(record, *event, read); !offered)
            return offered;
    }
    return {};
}

void RoomPreview::forget(RoomRecord& record, const EventId& event)
{
    if (event == record.previewEvent)
        show(record, RedactedContent{});
}

void RoomPreview::show(RoomRecord& record, const EventContent& content)
{
    auto& summary = record.summary;
    summary.previewText.clear();
    if (const auto* message = std::get_if<MessageContent>(&content)) {
        summary.preview = kindOf(message->type);
        const QString body = message->inReplyTo.isEmpty() ? message->body : withoutReplyFallback(message->body);
        summary.previewText = line(summary.preview == Preview::Text ? body : message->fileName);
    } else if (const auto* unknown = std::get_if<UnknownContent>(&content)) {
        summary.preview = Preview::Unsupported;
        summary.previewText = line(unknown->fallback);
    } else if (std::holds_alternative<EncryptedContent>(content)) {
        summary.preview = Preview::Undecryptable;
    } else {
        summary.preview = Preview::Deleted;
    }
}

Result<> RoomPreview::showSender(RoomRecord& record, const UserId& sender)
{
    record.summary.previewOwn = sender == m_ownUser;
    record.summary.previewSender.clear();
    if (record.summary.previewOwn || record.summary.direct)
        return {};
    const auto names = m_rooms.memberNames(record.summary.id, {sender});
    if (!names)
        return std::unexpected(names.error());
    record.summary.previewSender = names->value(sender);
    return {};
}

} // namespace core
