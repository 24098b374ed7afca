#include "core/api/endpoints/DehydratedDevice.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QString path = u"/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device"_s;

constexpr qsizetype longestToken = 1000;

Result<DehydratedEvents> parseEvents(const QByteArray& body)
{
    DehydratedEvents page{.body = body, .events = {}, .next = {}};
    const std::string_view text(page.body.constData(), static_cast<size_t>(page.body.size()));
    Result<> inside;
    std::string_view token;
    const auto cut = json::members(text, [&](std::string_view key, std::string_view value) {
        if (key == "events" && inside)
            inside = json::elements(value, [&](std::string_view event) { page.events.push_back(event); });
        if (key == "next_batch")
            token = value;
    });
    if (!cut)
        return std::unexpected(cut.error());
    if (!inside)
        return std::unexpected(inside.error());
    if (token.empty())
        return page;
    JsonDocument document;
    if (const auto read = document.read(token, JsonDocument::Padding::Present); !read)
        return std::unexpected(read.error());
    page.next = document.root().string().value_or(QString());
    if (page.next.size() > longestToken)
        return fail(ErrorCode::Protocol, u"a token is too long"_s);
    return page;
}

} // namespace

bool isUnknownEndpoint(const Error& error)
{
    return error.errcode == "M_UNRECOGNIZED"_L1 || (error.code == ErrorCode::NotFound && error.errcode.isEmpty());
}

namespace endpoints {

Endpoint<ServedDehydratedDevice> dehydratedDevice()
{
    return {.path = path,
            .retry = Retry::Idempotent,
            .parse = parseJson<ServedDehydratedDevice>([](JsonValue root) -> Result<ServedDehydratedDevice> {
                const auto device = DeviceId::parse(root["device_id"].string().value_or(QString()));
                const auto data = root["device_data"].toQJsonObject();
                if (!device || !data)
                    return fail(ErrorCode::Protocol, u"no dehydrated device"_s);
                return ServedDehydratedDevice{*device, *data};
            })};
}

Endpoint<Empty> putDehydratedDevice(const QJsonObject& upload)
{
    return {.method = "PUT", .path = path, .body = toBody(upload), .retry = Retry::Idempotent, .parse = ignoreAnswer()};
}

Endpoint<Empty> deleteDehydratedDevice()
{
    return {.method = "DELETE", .path = path, .retry = Retry::Idempotent, .parse = ignoreAnswer()};
}

Endpoint<DehydratedEvents> dehydratedEvents(const DeviceId& device, const QString& from)
{
    const QString query = from.isEmpty() ? QString() : u"?from="_s + pathSegment(from);
    return {.path = path + u'/' + pathSegment(device.toString()) + u"/events"_s + query,
            .retry = Retry::Idempotent,
            .parse = parseEvents};
}

} // namespace endpoints

} // namespace core
