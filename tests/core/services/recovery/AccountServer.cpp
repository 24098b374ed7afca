#include "tests/core/services/recovery/AccountServer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QTimer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

std::optional<OutgoingRequest::Kind> kindOf(const QString& path)
{
    using Kind = OutgoingRequest::Kind;
    static const QMap<QString, Kind> kinds{{u"/keys/upload"_s, Kind::KeysUpload},
                                           {u"/keys/query"_s, Kind::KeysQuery},
                                           {u"/keys/claim"_s, Kind::KeysClaim},
                                           {u"/keys/device_signing/upload"_s, Kind::SigningKeysUpload},
                                           {u"/keys/signatures/upload"_s, Kind::SignatureUpload}};
    for (auto it = kinds.begin(); it != kinds.end(); ++it) {
        if (path.endsWith(it.key()))
            return it.value();
    }
    return path.contains("/sendToDevice/"_L1) ? std::optional(Kind::ToDevice) : std::nullopt;
}

} // namespace

AccountServer::AccountServer(party::Server& keys, QString user, QString device)
    : m_keys(keys)
    , m_user(std::move(user))
    , m_device(std::move(device))
{
}

void AccountServer::send(HttpRequest request, QObject* context, Callback done)
{
    if (m_left == 0)
        return; // nobody is there any more to hear of it
    if (isOffline) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(fail(ErrorCode::Network)); });
        return;
    }
    const auto given = answer(request);
    if (m_left > 0 && --m_left == 0)
        return; // it arrived, and its answer did not
    if (wholeIsTooLarge && request.method == "GET" && request.url.path().endsWith("/room_keys/keys"_L1)) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done(fail(ErrorCode::TooLarge)); });
        return;
    }
    const auto text = withJsonPadding(QJsonDocument(given.body).toJson(QJsonDocument::Compact));
    QTimer::singleShot(0, context, [done = std::move(done), status = given.status, text] {
        done(HttpResponse{.status = status, .body = text, .contentType = "application/json", .retryAfter = {}});
    });
}

AccountServer::Answer AccountServer::answer(const HttpRequest& request)
{
    const QString path = request.url.path();
    const auto body = QJsonDocument::fromJson(request.body).object();
    if (const auto question = askForPassword(path, body))
        return *question;
    if (path.endsWith("/devices"_L1) || path.endsWith("/delete_devices"_L1))
        return answerDevices(request.method, body);
    if (const auto kind = kindOf(path)) {
        log.append(path.section(u'/', -2));
        if (loseSigningKeys && *kind == OutgoingRequest::Kind::SigningKeysUpload)
            return {};
        return {.status = 200,
                .body = m_keys.answer(m_user, m_device,
                                      {.id = {}, .kind = *kind, .method = request.method, .path = path, .body = body})};
    }
    if (path.contains("/dehydrated_device"_L1) && hasDehydrated)
        return answerDehydrated(request, body);
    if (path.contains("/account_data/"_L1))
        return answerAccountData(request.method, path.section(u'/', -1), body);
    if (path.contains("/room_keys/version"_L1))
        return answerVersion(request.method, path.section("/room_keys/version"_L1, 1).mid(1), body);
    if (path.contains("/room_keys/keys"_L1))
        return answerKeys(request, path.section("/room_keys/keys"_L1, 1).mid(1), body);
    return {.status = 404, .body = {{u"errcode"_s, u"M_UNRECOGNIZED"_s}}};
}

AccountServer::Answer AccountServer::answerAccountData(const QByteArray& method, const QString& type, const QJsonObject& body)
{
    log.append(QString::fromLatin1(method) + u' ' + type);
    if (method == "PUT") {
        m_before[type] = accountData.value(type);
        accountData[type] = body;
        return {};
    }
    if (m_stale.value(type) > 0) {
        --m_stale[type];
        return {.status = 200, .body = m_before.value(type)};
    }
    if (!accountData.contains(type))
        return {.status = 404, .body = {{u"errcode"_s, u"M_NOT_FOUND"_s}}};
    return {.status = 200, .body = accountData.value(type)};
}

std::optional<AccountServer::Answer> AccountServer::askForPassword(const QString& path, const QJsonObject& body) const
{
    const bool isAsked = path.endsWith("/delete_devices"_L1) || path.endsWith("/keys/device_signing/upload"_L1);
    if (!isAsked || password.isEmpty() || body.value("auth"_L1).toObject().value("password"_L1).toString() == password)
        return std::nullopt;
    const QJsonObject flow{{u"stages"_s, QJsonArray{u"m.login.password"_s}}};
    return Answer{.status = 401, .body = {{u"session"_s, u"s"_s}, {u"flows"_s, QJsonArray{flow}}}};
}

AccountServer::Answer AccountServer::answerDevices(const QByteArray& method, const QJsonObject& body)
{
    log.append(QString::fromLatin1(method) + u" devices"_s);
    if (method == "GET") {
        QJsonArray listed;
        for (const auto& [device, keys] : m_keys.deviceKeys) {
            if (device.first == m_user)
                listed.append(QJsonObject{{u"device_id"_s, device.second}});
        }
        return {.status = 200, .body = {{u"devices"_s, listed}}};
    }
    if (signsOutElsewhere)
        return {.status = 404, .body = {{u"errcode"_s, u"M_UNRECOGNIZED"_s}}};
    const auto gone = body.value("devices"_L1).toArray();
    for (const auto& device : gone)
        m_keys.deviceKeys.erase({m_user, device.toString()});
    return {};
}

AccountServer::Answer AccountServer::answerDehydrated(const HttpRequest& request, const QJsonObject& body)
{
    const Answer nothing{.status = 404, .body = {{u"errcode"_s, u"M_NOT_FOUND"_s}}};
    const QString rest = request.url.path(QUrl::FullyEncoded).section("/dehydrated_device"_L1, 1);
    log.append(QString::fromLatin1(request.method) + u" dehydrated"_s + (rest.isEmpty() ? QString() : u" events"_s));
    if (!rest.isEmpty())
        return answerDehydratedEvents(QUrl::fromPercentEncoding(rest.section(u'/', 1, 1).toUtf8()),
                                      QUrlQuery(request.url).queryItemValue(u"from"_s));
    if (request.method == "PUT") {
        m_keys.putDehydrated(m_user, body);
        return {.status = 200, .body = {{u"device_id"_s, body.value("device_id"_L1)}}};
    }
    if (request.method == "DELETE")
        return m_keys.deleteDehydrated(m_user) ? Answer{} : nothing;
    if (servedDehydrated)
        return {.status = 200, .body = *servedDehydrated};
    const auto found = m_keys.dehydrated.find(m_user);
    if (found == m_keys.dehydrated.end())
        return nothing;
    return {.status = 200,
            .body = {{u"device_id"_s, found->second.value("device_id"_L1)},
                     {u"device_data"_s, found->second.value("device_data"_L1)}}};
}

// What was delivered stays there until the device is deleted.
AccountServer::Answer AccountServer::answerDehydratedEvents(const QString& device, const QString& from)
{
    const auto waiting = m_keys.inbox.find({m_user, device});
    const QList<QByteArray> all = waiting == m_keys.inbox.end() ? QList<QByteArray>() : waiting->second;
    const qsizetype start = isEndless ? 0 : from.toLongLong();
    QJsonArray events;
    for (const auto& event : all.mid(start, pageSize))
        events.append(QJsonDocument::fromJson(event).object());
    QJsonObject page{{u"events"_s, events}};
    if (isEndless)
        page.insert("next_batch"_L1, QString::number(++m_pages));
    else if (start + pageSize < all.size())
        page.insert("next_batch"_L1, QString::number(start + pageSize));
    return {.status = 200, .body = page};
}

AccountServer::Answer AccountServer::answerVersion(const QByteArray& method, const QString& version, const QJsonObject& body)
{
    log.append(QString::fromLatin1(method) + u" version"_s);
    if (method == "DELETE") {
        const auto removed = std::erase_if(backups, [&](const Backup& backup) { return backup.version == version; });
        return removed > 0 ? Answer{} : Answer{.status = 404, .body = {{u"errcode"_s, u"M_NOT_FOUND"_s}}};
    }
    if (method == "POST") {
        if (std::exchange(m_countsAnew, false))
            m_madeVersions = 0;
        m_madeVersions = std::max(m_madeVersions, backups.size()) + 1; // no number twice
        backups.push_back(
            {.version = QString::number(m_madeVersions), .authData = body.value("auth_data"_L1).toObject(), .rooms = {}});
        return {.status = 200, .body = {{u"version"_s, backups.back().version}}};
    }
    if (backups.empty() || hiddenVersions > 0) {
        hiddenVersions = std::max(0, hiddenVersions - 1);
        return {.status = 404, .body = {{u"errcode"_s, u"M_NOT_FOUND"_s}}};
    }
    qint64 count = 0;
    const auto& rooms = backups.back().rooms;
    for (const auto& room : rooms)
        count += room.toObject().value("sessions"_L1).toObject().size();
    return {.status = 200,
            .body = {{u"algorithm"_s, u"m.megolm_backup.v1.curve25519-aes-sha2"_s},
                     {u"auth_data"_s, backups.back().authData},
                     {u"version"_s, backups.back().version},
                     {u"count"_s, count},
                     {u"etag"_s, u"1"_s}}};
}

AccountServer::Answer AccountServer::answerKeys(const HttpRequest& request, const QString& room, const QJsonObject& body)
{
    log.append(QString::fromLatin1(request.method) + u" keys"_s);
    const QString version = QUrlQuery(request.url).queryItemValue(u"version"_s);
    if (backups.empty() || backups.back().version != version)
        return {.status = 403, .body = {{u"errcode"_s, u"M_WRONG_ROOM_KEYS_VERSION"_s}}};
    auto& kept = backups.back().rooms;
    if (request.method == "GET" && room.contains(u'/')) {
        const auto sessions = kept.value(room.section(u'/', 0, 0)).toObject().value("sessions"_L1).toObject();
        const auto entry = sessions.value(room.section(u'/', 1)).toObject();
        if (entry.isEmpty())
            return {.status = 404, .body = {{u"errcode"_s, u"M_NOT_FOUND"_s}}};
        return {.status = 200, .body = entry};
    }
    if (request.method == "GET")
        return {.status = 200, .body = room.isEmpty() ? QJsonObject{{u"rooms"_s, kept}} : kept.value(room).toObject()};
    if (refusesKeys)
        return {.status = 507, .body = {{u"errcode"_s, u"M_UNKNOWN"_s}}};
    const auto rooms = body.value("rooms"_L1).toObject();
    for (auto it = rooms.begin(); it != rooms.end(); ++it) {
        auto sessions = kept.value(it.key()).toObject().value("sessions"_L1).toObject();
        const auto added = it.value().toObject().value("sessions"_L1).toObject();
        for (auto entry = added.begin(); entry != added.end(); ++entry)
            sessions.insert(entry.key(), entry.value());
        kept.insert(it.key(), QJsonObject{{u"sessions"_s, sessions}});
    }
    return {.status = 200, .body = {{u"count"_s, 0}, {u"etag"_s, u"2"_s}}};
}
