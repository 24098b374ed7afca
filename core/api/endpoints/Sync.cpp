#include "core/api/endpoints/Sync.h"

#include "core/api/endpoints/Common.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Views = std::vector<std::string_view>;

// Small parts are read as trees; events stay raw.
class SyncReader {
public:
    explicit SyncReader(SyncResponse& response)
        : m_response(response)
    {
    }

    Result<> read(std::string_view body)
    {
        return json::members(body, [this](std::string_view key, std::string_view value) {
            if (key == "next_batch")
                m_response.nextBatch = text(value);
            else if (key == "rooms")
                rooms(value);
            else if (key == "to_device")
                m_response.toDevice = events(value);
            else if (key == "account_data")
                m_response.accountData = events(value);
            else if (key == "device_lists")
                deviceLists(value);
            else if (key == "device_one_time_keys_count")
                m_response.oneTimeKeyCounts = counts(value);
            else if (key == "device_unused_fallback_key_types")
                m_response.unusedFallbackKeyTypes = strings(value);
        });
    }

private:
    void check(const Result<>& done)
    {
        if (!done)
            ++m_response.malformed;
    }

    JsonValue tree(std::string_view raw)
    {
        check(m_document.read(raw, JsonDocument::Padding::Present));
        return m_document.root();
    }

    QString text(std::string_view raw) { return tree(raw).string().value_or(QString()); }

    QStringList strings(std::string_view raw)
    {
        QStringList list;
        tree(raw).elements([&](JsonValue value) {
            if (const auto string = value.string())
                list.append(*string);
            return true;
        });
        return list;
    }

    QMap<QString, int> counts(std::string_view raw)
    {
        QMap<QString, int> map;
        tree(raw).members([&](std::string_view key, JsonValue value) {
            if (const auto number = value.integer(); number && *number >= 0 && *number < 1'000'000)
                map.insert(QString::fromUtf8(key.data(), qsizetype(key.size())), static_cast<int>(*number));
            return true;
        });
        return map;
    }

    // The pieces of the array `events` in an object.
    Views events(std::string_view object)
    {
        Views found;
        check(json::members(object, [&](std::string_view key, std::string_view value) {
            if (key == "events")
                check(json::elements(value, [&](std::string_view event) { found.push_back(event); }));
        }));
        return found;
    }

    void deviceLists(std::string_view raw)
    {
        check(json::members(raw, [this](std::string_view key, std::string_view value) {
            if (key == "changed")
                m_response.changedDeviceLists = strings(value);
            else if (key == "left")
                m_response.leftDeviceLists = strings(value);
        }));
    }

    void rooms(std::string_view raw)
    {
        check(json::members(raw, [this](std::string_view key, std::string_view value) {
            if (key == "join")
                section(value, SyncRoom::Section::Join);
            else if (key == "invite")
                section(value, SyncRoom::Section::Invite);
            else if (key == "leave")
                section(value, SyncRoom::Section::Leave);
        }));
    }

    void section(std::string_view raw, SyncRoom::Section kind)
    {
        check(json::members(raw, [this, kind](std::string_view key, std::string_view value) {
            const auto id = RoomId::parse(QString::fromUtf8(key.data(), qsizetype(key.size())));
            if (!id) {
                ++m_response.malformed;
                return;
            }
            SyncRoom room;
            room.section = kind;
            room.id = *id;
            fill(room, value);
            m_response.rooms.push_back(std::move(room));
        }));
    }

    void fill(SyncRoom& room, std::string_view raw)
    {
        check(json::members(raw, [this, &room](std::string_view key, std::string_view value) {
            if (key == "timeline")
                timeline(room, value);
            else if (key == "state" || key == "invite_state")
                room.state = events(value);
            else if (key == "account_data")
                room.accountData = events(value);
            else if (key == "ephemeral")
                room.ephemeral = events(value);
            else if (key == "unread_notifications")
                unread(room, value);
            else if (key == "summary")
                summary(room, value);
        }));
    }

    void timeline(SyncRoom& room, std::string_view raw)
    {
        check(json::members(raw, [this, &room](std::string_view key, std::string_view value) {
            if (key == "events")
                check(json::elements(value, [&](std::string_view event) { room.timeline.push_back(event); }));
            else if (key == "limited")
                room.limited = value == "true";
            else if (key == "prev_batch")
                room.prevBatch = text(value);
        }));
    }

    static std::optional<int> count(JsonValue value)
    {
        const auto number = value.integer();
        if (!number || *number < 0)
            return std::nullopt;
        return static_cast<int>(std::min<qint64>(*number, 1'000'000));
    }

    void unread(SyncRoom& room, std::string_view raw)
    {
        const auto root = tree(raw);
        room.notificationCount = count(root["notification_count"]);
        room.highlightCount = count(root["highlight_count"]);
    }

    void summary(SyncRoom& room, std::string_view raw)
    {
        const auto root = tree(raw);
        room.joinedMemberCount = count(root["m.joined_member_count"]);
        room.invitedMemberCount = count(root["m.invited_member_count"]);
        if (root["m.heroes"].isArray()) {
            room.heroes.emplace();
            root["m.heroes"].elements([&](JsonValue hero) {
                if (const auto name = hero.string(); name && room.heroes->size() < 10)
                    room.heroes->append(*name);
                return true;
            });
        }
    }

    SyncResponse& m_response;
    JsonDocument m_document;
};

} // namespace

Result<SyncResponse> parseSyncResponse(QByteArray body)
{
    SyncResponse response;
    response.body = std::move(body);
    const std::string_view text(response.body.constData(), size_t(response.body.size()));
    if (const auto read = SyncReader(response).read(text); !read)
        return std::unexpected(read.error());
    if (response.nextBatch.isEmpty())
        return fail(ErrorCode::Protocol, u"no next_batch"_s);
    return response;
}

Endpoint<SyncResponse> endpoints::sync(const QString& since, const QString& filterId, std::chrono::milliseconds wait)
{
    QString path = clientV3 + u"/sync?timeout="_s + QString::number(wait.count()) + u"&filter="_s + pathSegment(filterId);
    if (!since.isEmpty())
        path += u"&since="_s + pathSegment(since);
    return {.path = path,
            .timeout = wait + std::chrono::seconds(60),
            .lane = HttpRequest::Lane::LongPoll,
            .parse = [](const QByteArray& body) { return parseSyncResponse(body); }};
}

Endpoint<QString> endpoints::createFilter(const UserId& user, const QJsonObject& filter)
{
    return {.method = "POST",
            .path = clientV3 + u"/user/"_s + pathSegment(user.toString()) + u"/filter"_s,
            .body = toBody(filter),
            .retry = Retry::Idempotent,
            .parse = parseJson<QString>([](JsonValue root) -> Result<QString> {
                const auto id = root["filter_id"].string();
                if (!id || id->isEmpty())
                    return fail(ErrorCode::Protocol, u"no filter_id"_s);
                return *id;
            })};
}

} // namespace core
