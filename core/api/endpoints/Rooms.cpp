#include "core/api/endpoints/Rooms.h"

using namespace Qt::StringLiterals;

namespace core::endpoints {

namespace {

QString roomPath(const RoomId& room, const QString& rest)
{
    return clientV3 + u"/rooms/"_s + pathSegment(room.toString()) + rest;
}

Result<std::vector<std::string_view>> pieces(std::string_view array)
{
    std::vector<std::string_view> events;
    if (const auto cut = json::elements(array, [&](std::string_view event) { events.push_back(event); }); !cut)
        return std::unexpected(cut.error());
    return events;
}

} // namespace

Endpoint<RoomId> createRoom(const QJsonObject& body)
{
    return {.method = "POST", .path = clientV3 + u"/createRoom"_s, .body = toBody(body), .parse = parseId<RoomId>("room_id")};
}

Endpoint<Empty> invite(const RoomId& room, const UserId& user)
{
    return {.method = "POST",
            .path = roomPath(room, u"/invite"_s),
            .body = toBody({{u"user_id"_s, user.toString()}}),
            .parse = ignoreAnswer()};
}

Endpoint<RoomId> joinRoom(const RoomId& room)
{
    return {.method = "POST", .path = roomPath(room, u"/join"_s), .body = "{}", .parse = parseId<RoomId>("room_id")};
}

Endpoint<Empty> leaveRoom(const RoomId& room)
{
    return {
        .method = "POST", .path = roomPath(room, u"/leave"_s), .body = "{}", .retry = Retry::Idempotent, .parse = ignoreAnswer()};
}

Endpoint<Empty> forgetRoom(const RoomId& room)
{
    return {.method = "POST",
            .path = roomPath(room, u"/forget"_s),
            .body = "{}",
            .retry = Retry::Idempotent,
            .parse = ignoreAnswer()};
}

Endpoint<RawEvents> members(const RoomId& room)
{
    return {.path = roomPath(room, u"/members?not_membership=leave"_s),
            .retry = Retry::Idempotent,
            .parse = [](const QByteArray& body) -> Result<RawEvents> {
                RawEvents members{.body = body, .events = {}};
                Result<> chunk = fail(ErrorCode::Protocol, u"no chunk"_s); // an unread list must not look like an empty room
                const auto cut =
                    json::members({body.data(), size_t(body.size())}, [&](std::string_view key, std::string_view value) {
                        if (key != "chunk")
                            return;
                        auto events = pieces(value);
                        chunk = events ? Result<>() : std::unexpected(events.error());
                        if (events)
                            members.events = std::move(*events);
                    });
                if (!cut)
                    return std::unexpected(cut.error());
                if (!chunk)
                    return std::unexpected(chunk.error());
                return members;
            }};
}

Endpoint<HistoryPage> messages(const RoomId& room, const QString& from, int limit)
{
    // Lazily loaded members come along, so that senders have names.
    const QString filter = u"&filter="_s + pathSegment(u"{\"lazy_load_members\":true}"_s);
    return {
        .path = roomPath(room, u"/messages?dir=b&limit="_s + QString::number(limit) + u"&from="_s + pathSegment(from) + filter),
        .retry = Retry::Idempotent,
        .parse = [](const QByteArray& body) -> Result<HistoryPage> {
            HistoryPage page{.body = body, .events = {}, .state = {}, .end = {}};
            Result<> events;
            const auto cut = json::members({body.data(), size_t(body.size())}, [&](std::string_view key, std::string_view value) {
                if (key == "chunk") {
                    auto chunk = pieces(value);
                    if (chunk)
                        page.events = std::move(*chunk);
                    else
                        events = std::unexpected(chunk.error());
                } else if (key == "state") {
                    page.state = pieces(value).value_or(std::vector<std::string_view>{});
                } else if (key == "end") {
                    const auto document = JsonDocument::parse(QByteArrayView(value.data(), qsizetype(value.size())));
                    page.end = document ? document->root().string().value_or(QString()) : QString();
                }
            });
            if (!cut)
                return std::unexpected(cut.error());
            if (!events)
                return std::unexpected(events.error());
            return page;
        }};
}

Endpoint<EventId> sendEvent(const RoomId& room, const QString& type, const QString& transactionId, const QByteArray& content)
{
    return {.method = "PUT",
            .path = roomPath(room, u"/send/"_s + pathSegment(type) + u'/' + pathSegment(transactionId)),
            .body = content,
            .retry = Retry::Idempotent,
            .parse = parseId<EventId>("event_id")};
}

Endpoint<Empty> privateReadReceipt(const RoomId& room, const EventId& event)
{
    return {.method = "POST",
            .path = roomPath(room, u"/receipt/m.read.private/"_s + pathSegment(event.toString())),
            .body = "{}",
            .parse = ignoreAnswer()};
}

} // namespace core::endpoints
