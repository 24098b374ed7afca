#include "core/api/endpoints/Devices.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::endpoints {

namespace {

Result<QList<ListedDevice>> readDevices(JsonValue root)
{
    if (!root["devices"].isArray())
        return fail(ErrorCode::Protocol, u"no list of devices"_s);
    QList<ListedDevice> devices;
    QSet<DeviceId> seen;
    root["devices"].elements([&](JsonValue entry) {
        const auto id = DeviceId::parse(entry["device_id"].string().value_or(QString()));
        if (!id || seen.contains(*id))
            return true;
        seen.insert(*id);
        devices.append({.device = *id,
                        .displayName = entry["display_name"].string().value_or(QString()),
                        .lastSeen = {std::max<qint64>(0, entry["last_seen_ts"].integer().value_or(0))}});
        return true;
    });
    return devices;
}

} // namespace

Endpoint<QList<ListedDevice>> devices()
{
    return {.path = clientV3 + u"/devices"_s, .retry = Retry::Idempotent, .parse = parseJson<QList<ListedDevice>>(&readDevices)};
}

Endpoint<Empty> renameDevice(const DeviceId& device, const QString& displayName)
{
    return {.method = "PUT",
            .path = clientV3 + u"/devices/"_s + pathSegment(device.toString()),
            .body = toBody({{u"display_name"_s, displayName}}),
            .retry = Retry::Idempotent,
            .parse = ignoreAnswer()};
}

Endpoint<MaybeQuestion> deleteDevices(const QList<DeviceId>& devices, const QJsonObject& auth)
{
    QJsonArray ids;
    for (const auto& device : devices)
        ids.append(device.toString());
    QJsonObject body{{u"devices"_s, ids}};
    if (!auth.isEmpty())
        body.insert(u"auth"_s, auth);
    return {.method = "POST",
            .path = clientV3 + u"/delete_devices"_s,
            .body = toBody(body),
            .retry = Retry::Never, // a password that is sent again by itself counts as another attempt
            .parseQuestion = [](const QByteArray& answer) -> Result<MaybeQuestion> { return MaybeQuestion{answer}; },
            .parse = [](const QByteArray&) -> Result<MaybeQuestion> { return MaybeQuestion{}; }};
}

Endpoint<MaybeQuestion> replaceSigningKeys(QJsonObject keys, const QJsonObject& auth)
{
    if (!auth.isEmpty())
        keys.insert(u"auth"_s, auth);
    return {.method = "POST",
            .path = clientV3 + u"/keys/device_signing/upload"_s,
            .body = toBody(keys),
            .retry = Retry::Never, // as above
            .parseQuestion = [](const QByteArray& answer) -> Result<MaybeQuestion> { return MaybeQuestion{answer}; },
            .parse = [](const QByteArray&) -> Result<MaybeQuestion> { return MaybeQuestion{}; }};
}

} // namespace core::endpoints
