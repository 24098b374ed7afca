#include "core/encryption/DeviceTracker.h"

#include "core/base/Log.h"

#include <algorithm>

namespace core {

namespace {

constexpr qint64 unreachableFor = 5LL * 60 * 1000;
constexpr qsizetype maximumDevices = 500; // per user: more is not a person

QJsonObject objectAt(JsonValue parent, std::string_view key)
{
    return parent[key].toQJsonObject().value_or(QJsonObject());
}

} // namespace

DeviceTracker::DeviceTracker(MachineContext& context, AccountKeys& account, Identities& identities, OwnIdentity& ownIdentity)
    : m_context(context)
    , m_account(account)
    , m_identities(identities)
    , m_ownIdentity(ownIdentity)
{
}

void DeviceTracker::forget()
{
    m_tracked.clear();
    m_asking.clear();
    m_changedMeanwhile.clear();
    m_anyOutdated.reset();
}

Result<> DeviceTracker::track(const QList<UserId>& users)
{
    for (const auto& user : users) {
        if (m_tracked.contains(user))
            continue;
        const auto record = m_context.store.trackedUser(user);
        if (!record)
            return failureOf(record);
        if (!*record) {
            if (const auto saved = m_context.store.saveTrackedUser({user, true}); !saved)
                return saved;
            m_anyOutdated.reset();
        }
        m_tracked.insert(user);
    }
    return {};
}

Result<> DeviceTracker::receiveChanges(const QStringList& changed, const QStringList& left)
{
    for (const auto& text : changed) {
        const auto user = UserId::parse(text);
        if (!user)
            continue;
        const auto record = m_context.store.trackedUser(*user);
        if (!record)
            return failureOf(record);
        if (!*record)
            continue;
        if (m_asking.contains(*user))
            m_changedMeanwhile.insert(*user);
        m_unreachable.remove(*user);
        m_anyOutdated.reset();
        if (const auto saved = m_context.store.saveTrackedUser({*user, true}); !saved)
            return saved;
    }
    for (const auto& text : left) {
        const auto user = UserId::parse(text);
        if (!user || *user == m_context.user)
            continue;
        m_tracked.remove(*user);
        if (const auto removed = m_context.store.removeTrackedUser(*user); !removed)
            return removed;
    }
    return {};
}

Result<> DeviceTracker::outdateAll()
{
    m_changedMeanwhile.unite(m_asking);
    m_anyOutdated.reset();
    return m_context.store.markAllUsersOutdated();
}

bool DeviceTracker::isBackedOff(const UserId& user) const
{
    const auto since = m_unreachable.constFind(user);
    return since != m_unreachable.constEnd() && m_context.clock.now().ms - since->ms < unreachableFor;
}

Result<QList<UserId>> DeviceTracker::usersToQuery()
{
    if (m_anyOutdated == false)
        return QList<UserId>();
    const auto outdated = m_context.store.outdatedUsers();
    if (!outdated)
        return outdated;
    m_anyOutdated = !outdated->isEmpty();
    QList<UserId> users;
    std::copy_if(outdated->begin(), outdated->end(), std::back_inserter(users),
                 [this](const UserId& user) { return !m_asking.contains(user) && !isBackedOff(user); });
    return users;
}

void DeviceTracker::queryStarted(const QList<UserId>& users)
{
    for (const auto& user : users) {
        m_asking.insert(user);
        m_changedMeanwhile.remove(user);
    }
}

void DeviceTracker::queryFailed(const QList<UserId>& users)
{
    for (const auto& user : users)
        m_asking.remove(user);
}

Result<bool> DeviceTracker::isAnyOutdated(const QList<UserId>& users)
{
    if (m_anyOutdated == false)
        return false;
    for (const auto& user : users) {
        const auto record = m_context.store.trackedUser(user);
        if (!record)
            return failureOf(record);
        if ((!*record || (*record)->isOutdated) && !isBackedOff(user))
            return true;
    }
    return false;
}

Result<> DeviceTracker::queryAnswered(const QList<UserId>& users, JsonValue response)
{
    QSet<QString> failing;
    response["failures"].members([&](std::string_view server, JsonValue) {
        failing.insert(QString::fromUtf8(server.data(), static_cast<qsizetype>(server.size())));
        return true;
    });
    for (const auto& user : users) {
        m_asking.remove(user);
        const std::string name = user.toString().toStdString();
        if (response["device_keys"][name].isAbsent() && failing.contains(serverName(user))) {
            m_unreachable.insert(user, m_context.clock.now());
            continue;
        }
        m_unreachable.remove(user);
        if (const auto received = receiveUser(user, response); !received)
            return received;
        const auto record = m_context.store.trackedUser(user);
        if (!record)
            return failureOf(record);
        const bool stillOutdated = m_changedMeanwhile.remove(user);
        if (*record) {
            if (const auto saved = m_context.store.saveTrackedUser({user, stillOutdated}); !saved)
                return saved;
        }
    }
    m_anyOutdated.reset();
    return {};
}

Result<> DeviceTracker::receiveUser(const UserId& user, JsonValue response)
{
    const std::string name = user.toString().toStdString();
    const quint64 before = m_context.trustGeneration;
    const auto published = readIdentity(objectAt(response["master_keys"], name), objectAt(response["self_signing_keys"], name),
                                        objectAt(response["user_signing_keys"], name), user);
    auto identity = m_identities.receive(user, published);
    if (!identity)
        return failureOf(identity);
    if (user == m_context.user) {
        // Any master key at all, also one that cannot be read, means that there is an identity which must not be overwritten.
        if (published || response["master_keys"][name].isAbsent()) {
            if (const auto received = m_ownIdentity.receive(*identity); !received)
                return received;
            identity = m_context.store.identity(user);
            if (!identity)
                return failureOf(identity);
        }
    }
    if (const auto received = receiveDevices(user, response["device_keys"][name], *identity); !received)
        return received;
    if (m_context.trustGeneration == before)
        return {};
    const auto sessions = m_context.store.inboundSessionsOf(user);
    if (!sessions)
        return failureOf(sessions);
    m_context.news.newRoomKeys.append(*sessions);
    return {};
}

Result<> DeviceTracker::receiveDevices(const UserId& user, JsonValue devices, const std::optional<IdentityRecord>& identity)
{
    const auto known = m_context.store.devices(user);
    if (!known)
        return failureOf(known);
    QList<DeviceRecord> listed;
    devices.members([&](std::string_view key, JsonValue value) {
        const auto device = DeviceId::parse(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
        const auto object = value.toQJsonObject();
        auto record = device && object ? readDeviceKeys(*object, user, *device) : std::nullopt;
        if (!record)
            return true;
        const auto hasSameKey = [&](const DeviceRecord& other) { return other.curve25519 == record->curve25519; };
        const QString id = device->toString();
        const bool isKeyName = identity && (id == base64Text(identity->master) || id == base64Text(identity->selfSigning) ||
                                            (identity->userSigning && id == base64Text(*identity->userSigning)));
        if (isKeyName || std::any_of(listed.begin(), listed.end(), hasSameKey)) // S-29
            return true;
        record->signedByOwner = identity && isSignedBy(*object, user, identity->selfSigning);
        listed.append(*record);
        return listed.size() < maximumDevices;
    });
    QSet<DeviceId> present;
    for (auto& record : listed) {
        const auto received = receiveDevice(record, *known);
        if (!received)
            return failureOf(received);
        if (*received)
            present.insert(record.device);
    }
    for (auto record : *known) {
        if (!record.isPresent || present.contains(record.device))
            continue;
        record.isPresent = false;
        ++m_context.trustGeneration;
        if (const auto saved = m_context.store.saveDevice(record); !saved)
            return saved;
    }
    return {};
}

// True if the device is one to be listed. One that came back with other keys stays as it was (S-28).
Result<bool> DeviceTracker::receiveDevice(DeviceRecord& record, const QList<DeviceRecord>& known)
{
    const bool isOwn = record.user == m_context.user;
    const auto old = std::find_if(known.begin(), known.end(), [&](const auto& other) { return other.device == record.device; });
    const auto twin = std::find_if(known.begin(), known.end(), [&](const auto& other) {
        return other.curve25519 == record.curve25519 && other.device != record.device;
    });
    const bool isThisDevice = isOwn && record.device == m_context.device;
    const bool isOther = (old != known.end() && (old->curve25519 != record.curve25519 || old->ed25519 != record.ed25519)) ||
                         (isThisDevice && (record.curve25519 != m_account.account().curve25519() ||
                                           record.ed25519 != m_account.account().ed25519()));
    if (isOther) {
        qCWarning(logEncryption, "a known device came back with other keys: refused");
        m_context.news.alerts.append({EncryptionAlert::Kind::DeviceKeysChanged, record.user, record.device});
        return old != known.end();
    }
    if (twin != known.end())
        return false;
    record.firstSeen = old != known.end() ? old->firstSeen : m_context.clock.now();
    if (old != known.end() && *old == record)
        return true;
    const bool isHidden = record.signedByOwner && isDehydrated(record);
    if (isOwn && old == known.end() && !isThisDevice && !isHidden && !known.isEmpty())
        m_context.news.alerts.append({EncryptionAlert::Kind::NewOwnDevice, record.user, record.device});
    ++m_context.trustGeneration;
    if (const auto saved = m_context.store.saveDevice(record); !saved)
        return failureOf(saved);
    return true;
}

} // namespace core
