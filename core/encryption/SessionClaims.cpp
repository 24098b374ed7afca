#include "core/encryption/SessionClaims.h"

#include "crypto/JsonSignature.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qint64 unreachableFor = 15LL * 60 * 1000;

// The one key that the server gave for the device, if it is signed by the device.
std::optional<crypto::Curve25519Key> claimedKey(JsonValue keys, const DeviceRecord& device)
{
    int count = 0;
    std::optional<crypto::Curve25519Key> claimed;
    keys.members([&](std::string_view id, JsonValue value) {
        ++count;
        const auto object = value.toQJsonObject();
        if (!id.starts_with("signed_curve25519:") || !object)
            return true;
        const auto key = crypto::Curve25519Key::parse(object->value("key"_L1).toString().toUtf8());
        if (key && crypto::verifyJson(*object, device.user.toString(), ed25519KeyId(device.device.toString()), device.ed25519))
            claimed = *key;
        return true;
    });
    return count == 1 ? claimed : std::nullopt;
}

} // namespace

SessionClaims::SessionClaims(MachineContext& context, OlmSessions& sessions)
    : m_context(context)
    , m_sessions(sessions)
{
}

void SessionClaims::forget()
{
    m_wanted.clear();
    m_underWay.clear();
}

void SessionClaims::want(const DeviceRecord& device)
{
    if (!m_underWay.contains(device.curve25519))
        m_wanted.insert(device.curve25519, device);
}

bool SessionClaims::isUnreachable(const DeviceRecord& device) const
{
    const auto since = m_unreachable.constFind(device.curve25519);
    return since != m_unreachable.constEnd() && m_context.clock.now().ms - since->ms < unreachableFor;
}

QList<DeviceRecord> SessionClaims::start()
{
    const auto devices = m_wanted.values();
    m_underWay.insert(m_wanted);
    m_wanted.clear();
    return devices;
}

QJsonObject SessionClaims::body(const QList<DeviceRecord>& devices)
{
    QMap<QString, QJsonObject> users;
    for (const auto& device : devices)
        users[device.user.toString()].insert(device.device.toString(), u"signed_curve25519"_s);
    QJsonObject keys;
    for (auto it = users.cbegin(); it != users.cend(); ++it)
        keys.insert(it.key(), it.value());
    return {{u"one_time_keys"_s, keys}, {u"timeout"_s, 10000}};
}

void SessionClaims::failed(const QList<DeviceRecord>& devices)
{
    for (const auto& device : devices) {
        m_underWay.remove(device.curve25519);
        m_wanted.insert(device.curve25519, device);
    }
}

Result<> SessionClaims::answered(const QList<DeviceRecord>& devices, JsonValue response)
{
    for (const auto& device : devices) {
        m_underWay.remove(device.curve25519);
        const auto ofUser = response["one_time_keys"][device.user.toString().toStdString()];
        const auto key = claimedKey(ofUser[device.device.toString().toStdString()], device);
        const auto made = key ? m_sessions.createOutbound(device.curve25519, *key) : fail(ErrorCode::Crypto);
        if (!made && made.error().code != ErrorCode::Crypto)
            return made;
        if (made)
            m_unreachable.remove(device.curve25519);
        else
            m_unreachable.insert(device.curve25519, m_context.clock.now());
    }
    return {};
}

} // namespace core
