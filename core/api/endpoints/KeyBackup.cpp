#include "core/api/endpoints/KeyBackup.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace core::endpoints {

namespace {

const QString& keysPath()
{
    static const QString path = clientV3 + u"/room_keys/keys"_s;
    return path;
}

QString withVersion(const QString& path, const QString& version)
{
    return path + u"?version="_s + pathSegment(version);
}

Result<> addSessions(BackedUpKeys& keys, const RoomId& room, std::string_view sessions)
{
    return json::members(sessions, [&](std::string_view session, std::string_view entry) {
        const QByteArray id(session.data(), static_cast<qsizetype>(session.size()));
        if (room.isEmpty() || id.isEmpty() || id.size() > 255)
            ++keys.malformed;
        else
            keys.entries.push_back({.id = {room, id}, .json = entry});
    });
}

Result<> addRoom(BackedUpKeys& keys, const RoomId& room, std::string_view object)
{
    std::string_view sessions;
    if (const auto cut = json::members(object,
                                       [&](std::string_view key, std::string_view value) {
                                           if (key == "sessions")
                                               sessions = value;
                                       });
        !cut)
        return cut;
    return sessions.empty() ? Result<>() : addSessions(keys, room, sessions);
}

std::string_view viewOf(const QByteArray& body)
{
    return {body.constData(), static_cast<size_t>(body.size())};
}

Result<BackedUpKeys> parseKeys(const QByteArray& body)
{
    BackedUpKeys keys{.body = body, .entries = {}, .malformed = 0};
    Result<> inside;
    const auto cut = json::members(viewOf(keys.body), [&](std::string_view key, std::string_view rooms) {
        if (key != "rooms" || !inside)
            return;
        inside = json::members(rooms, [&](std::string_view name, std::string_view room) {
            const auto id = RoomId::parse(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
            if (!addRoom(keys, id.value_or(RoomId()), room))
                ++keys.malformed;
        });
    });
    if (!cut)
        return std::unexpected(cut.error());
    if (!inside)
        return std::unexpected(inside.error());
    return keys;
}

} // namespace

Endpoint<BackupVersion> backupVersion()
{
    return {.path = clientV3 + u"/room_keys/version"_s,
            .retry = Retry::Idempotent,
            .parse = parseJson<BackupVersion>([](JsonValue root) -> Result<BackupVersion> {
                const auto version = readBackupVersion(root);
                return version ? Result<BackupVersion>(*version) : fail(ErrorCode::Protocol, u"no backup that can be used"_s);
            })};
}

Endpoint<QString> createBackupVersion(const QJsonObject& authData)
{
    return {.method = "POST",
            .path = clientV3 + u"/room_keys/version"_s,
            .body = toBody({{u"algorithm"_s, u"m.megolm_backup.v1.curve25519-aes-sha2"_s}, {u"auth_data"_s, authData}}),
            .parse = parseJson<QString>([](JsonValue root) -> Result<QString> {
                const auto version = root["version"].string();
                return version && !version->isEmpty() ? Result<QString>(*version) : fail(ErrorCode::Protocol, u"no version"_s);
            })};
}

Endpoint<Empty> deleteBackupVersion(const QString& version)
{
    return {.method = "DELETE",
            .path = clientV3 + u"/room_keys/version/"_s + pathSegment(version),
            .retry = Retry::Idempotent,
            .parse = ignoreAnswer()};
}

Endpoint<Empty> putBackedUpKeys(const QString& version, const QJsonObject& rooms)
{
    return {.method = "PUT",
            .path = withVersion(keysPath(), version),
            .body = toBody({{u"rooms"_s, rooms}}),
            .retry = Retry::Idempotent,
            .parse = ignoreAnswer()};
}

Endpoint<BackedUpKeys> backedUpKeys(const QString& version)
{
    return {.path = withVersion(keysPath(), version),
            .retry = Retry::Idempotent,
            .timeout = std::chrono::minutes(10),
            .parse = parseKeys};
}

Endpoint<BackedUpKeys> backedUpKeys(const QString& version, const RoomId& room)
{
    return {.path = withVersion(keysPath() + u'/' + pathSegment(room.toString()), version),
            .retry = Retry::Idempotent,
            .parse = [room](const QByteArray& body) -> Result<BackedUpKeys> {
                BackedUpKeys keys{.body = body, .entries = {}, .malformed = 0};
                if (const auto cut = addRoom(keys, room, viewOf(keys.body)); !cut)
                    return std::unexpected(cut.error());
                return keys;
            }};
}

Endpoint<BackedUpKeys> backedUpKey(const QString& version, const RoomKeyId& key)
{
    return {.path = withVersion(keysPath() + u'/' + pathSegment(key.room.toString()) + u'/' +
                                    pathSegment(QString::fromLatin1(key.sessionId)),
                                version),
            .retry = Retry::Idempotent,
            .parse = [key](const QByteArray& body) -> Result<BackedUpKeys> {
                BackedUpKeys keys{.body = body, .entries = {}, .malformed = 0};
                keys.entries.push_back({.id = key, .json = viewOf(keys.body)});
                return keys;
            }};
}

} // namespace core::endpoints
