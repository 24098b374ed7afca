#include "tests/support/MemoryCryptoStore.h"

#include <algorithm>

using namespace core;

namespace {

template <typename Map, typename Key>
auto found(const Map& map, const Key& key) -> std::optional<std::decay_t<decltype(*map.constFind(key))>>
{
    const auto it = map.constFind(key);
    if (it == map.constEnd())
        return std::nullopt;
    return *it;
}

QByteArray toName(std::string_view name)
{
    return {name.data(), static_cast<qsizetype>(name.size())};
}

} // namespace

MemoryCryptoStore::Data& MemoryCryptoStore::data()
{
    ++m_calls;
    return m_data;
}

Result<> MemoryCryptoStore::transaction(const std::function<Result<>()>& work)
{
    const Data before = m_data; // cheap: Qt's containers share
    auto done = work();
    if (done && m_failingCommits > 0) {
        --m_failingCommits;
        done = fail(ErrorCode::Storage);
    }
    if (!done)
        m_data = before;
    return done;
}

Result<crypto::SecretBytes> MemoryCryptoStore::pickleKey()
{
    return crypto::SecretBytes::fromBytes(QByteArray(32, 'k'));
}

Result<std::optional<crypto::SecretBytes>> MemoryCryptoStore::value(std::string_view name)
{
    const auto bytes = found(data().values, toName(name));
    if (!bytes)
        return std::nullopt;
    return crypto::SecretBytes::fromBytes(*bytes);
}

Result<> MemoryCryptoStore::saveValue(std::string_view name, const crypto::SecretBytes& value)
{
    data().values.insert(toName(name), value.bytes().toByteArray());
    return {};
}

Result<> MemoryCryptoStore::removeValue(std::string_view name)
{
    data().values.remove(toName(name));
    return {};
}

Result<std::optional<TrackedUserRecord>> MemoryCryptoStore::trackedUser(const UserId& user)
{
    const auto outdated = found(data().tracked, user);
    if (!outdated)
        return std::nullopt;
    return TrackedUserRecord{user, *outdated};
}

Result<QList<UserId>> MemoryCryptoStore::outdatedUsers()
{
    return data().tracked.keys(true);
}

Result<> MemoryCryptoStore::saveTrackedUser(const TrackedUserRecord& record)
{
    data().tracked.insert(record.user, record.isOutdated);
    return {};
}

Result<> MemoryCryptoStore::removeTrackedUser(const UserId& user)
{
    data().tracked.remove(user);
    return {};
}

Result<> MemoryCryptoStore::markAllUsersOutdated()
{
    for (auto& outdated : data().tracked)
        outdated = true;
    return {};
}

Result<QList<DeviceRecord>> MemoryCryptoStore::devices(const UserId& user)
{
    QList<DeviceRecord> devices;
    for (const auto& device : std::as_const(data().devices)) {
        if (device.user == user)
            devices.append(device);
    }
    return devices;
}

Result<std::optional<DeviceRecord>> MemoryCryptoStore::device(const UserId& user, const DeviceId& device)
{
    return found(data().devices, DeviceKey(user, device));
}

Result<std::optional<DeviceRecord>> MemoryCryptoStore::deviceByKey(const UserId& user, const crypto::Curve25519Key& key)
{
    for (const auto& device : std::as_const(data().devices)) {
        if (device.user == user && device.curve25519 == key)
            return device;
    }
    return std::nullopt;
}

Result<> MemoryCryptoStore::saveDevice(const DeviceRecord& record)
{
    data().devices.insert({record.user, record.device}, record);
    return {};
}

Result<std::optional<IdentityRecord>> MemoryCryptoStore::identity(const UserId& user)
{
    return found(data().identities, user);
}

Result<> MemoryCryptoStore::saveIdentity(const IdentityRecord& record)
{
    data().identities.insert(record.user, record);
    return {};
}

Result<> MemoryCryptoStore::removeAllVerifications()
{
    for (auto& identity : data().identities)
        identity.isVerified = false;
    return {};
}

Result<QList<OlmSessionRecord>> MemoryCryptoStore::olmSessions(const crypto::Curve25519Key& peer)
{
    QList<OlmSessionRecord> sessions;
    for (const auto& session : std::as_const(data().olmSessions)) {
        if (session.peer == peer)
            sessions.append(session);
    }
    std::stable_sort(sessions.begin(), sessions.end(),
                     [](const auto& a, const auto& b) { return a.lastReceived > b.lastReceived; });
    return sessions;
}

Result<> MemoryCryptoStore::saveOlmSession(const OlmSessionRecord& record)
{
    data().olmSessions.insert(record.sessionId, record);
    return {};
}

Result<> MemoryCryptoStore::removeOlmSession(const QByteArray& sessionId)
{
    data().olmSessions.remove(sessionId);
    return {};
}

Result<bool> MemoryCryptoStore::hasOlmHash(const QByteArray& hash)
{
    return data().hashes.contains(hash);
}

Result<> MemoryCryptoStore::saveOlmHash(const QByteArray& hash, Timestamp seen)
{
    data().hashes.insert(hash, seen);
    return {};
}

Result<> MemoryCryptoStore::removeOlmHashesBefore(Timestamp moment)
{
    auto& hashes = data().hashes;
    for (auto it = hashes.begin(); it != hashes.end();)
        it = *it < moment ? hashes.erase(it) : std::next(it);
    return {};
}

Result<std::optional<Timestamp>> MemoryCryptoStore::lastUnwedging(const crypto::Curve25519Key& peer)
{
    return found(data().unwedgings, peer);
}

Result<> MemoryCryptoStore::saveUnwedging(const crypto::Curve25519Key& peer, Timestamp moment)
{
    data().unwedgings.insert(peer, moment);
    return {};
}

Result<std::optional<InboundSessionRecord>> MemoryCryptoStore::inboundSession(const RoomId& room, const QByteArray& sessionId)
{
    return found(data().inbound, RoomKeyId{room, sessionId});
}

Result<> MemoryCryptoStore::saveInboundSession(const InboundSessionRecord& record)
{
    data().inbound.insert({record.room, record.sessionId}, record);
    return {};
}

Result<> MemoryCryptoStore::removeInboundSession(const RoomKeyId& key)
{
    data().inbound.remove(key);
    return {};
}

Result<QList<RoomKeyId>> MemoryCryptoStore::inboundSessionsOf(const UserId& owner)
{
    QList<RoomKeyId> keys;
    for (const auto& session : std::as_const(data().inbound)) {
        if (session.owner == owner)
            keys.append({session.room, session.sessionId});
    }
    return keys;
}

Result<QList<RoomKeyId>> MemoryCryptoStore::inboundSessionsAfter(const RoomKeyId& after, int limit)
{
    const auto place = [](const RoomKeyId& key) { return std::pair(key.room.toUtf8(), key.sessionId); };
    QList<RoomKeyId> keys = data().inbound.keys();
    keys.removeIf([&](const RoomKeyId& key) { return place(key) <= place(after); });
    std::sort(keys.begin(), keys.end(), [&](const RoomKeyId& a, const RoomKeyId& b) { return place(a) < place(b); });
    return keys.first(std::min<qsizetype>(keys.size(), limit));
}

Result<qint64> MemoryCryptoStore::countInboundSessions()
{
    return data().inbound.size();
}

Result<QList<InboundSessionRecord>> MemoryCryptoStore::sessionsToBackUp(int limit)
{
    QList<InboundSessionRecord> sessions;
    for (const auto& session : std::as_const(data().inbound)) {
        if (!session.isBackedUp && sessions.size() < limit)
            sessions.append(session);
    }
    return sessions;
}

Result<qint64> MemoryCryptoStore::countSessionsToBackUp()
{
    const auto& all = data().inbound;
    return std::count_if(all.begin(), all.end(), [](const InboundSessionRecord& session) { return !session.isBackedUp; });
}

Result<> MemoryCryptoStore::markBackedUp(const RoomKeyId& key, quint32 firstIndex)
{
    const auto session = data().inbound.find(key);
    if (session != data().inbound.end() && session->firstIndex == firstIndex)
        session->isBackedUp = true;
    return {};
}

Result<> MemoryCryptoStore::markNoneBackedUp()
{
    for (auto& session : data().inbound)
        session.isBackedUp = false;
    return {};
}

Result<MessageIndexRecord> MemoryCryptoStore::keepFirstMessageIndex(const MessageIndexRecord& record)
{
    auto& indexes = data().indexes;
    const auto key = std::pair(record.sessionId, record.index);
    if (!indexes.contains(key))
        indexes.insert(key, record);
    return indexes.value(key);
}

Result<std::optional<MessageIndexRecord>> MemoryCryptoStore::lastMessageIndex(const QByteArray& sessionId)
{
    std::optional<MessageIndexRecord> last;
    for (const auto& record : std::as_const(data().indexes)) {
        if (record.sessionId == sessionId && (!last || record.index > last->index))
            last = record;
    }
    return last;
}

Result<std::optional<QString>> MemoryCryptoStore::withheldCode(const RoomKeyId& key)
{
    return found(data().withheld, key);
}

Result<> MemoryCryptoStore::saveWithheldCode(const RoomKeyId& key, const QString& code)
{
    data().withheld.insert(key, code);
    return {};
}

Result<std::optional<OutboundSessionRecord>> MemoryCryptoStore::outboundSession(const RoomId& room)
{
    return found(data().outbound, room);
}

Result<> MemoryCryptoStore::saveOutboundSession(const OutboundSessionRecord& record)
{
    data().outbound.insert(record.room, record);
    return {};
}

Result<> MemoryCryptoStore::removeOutboundSession(const RoomId& room)
{
    data().outbound.remove(room);
    m_data.shares.remove(room);
    return {};
}

Result<> MemoryCryptoStore::removeAllOutboundSessions()
{
    data().outbound.clear();
    m_data.shares.clear();
    return {};
}

Result<> MemoryCryptoStore::removeDeviceState()
{
    data().olmSessions.clear();
    m_data.hashes.clear();
    m_data.unwedgings.clear();
    m_data.outbound.clear();
    m_data.shares.clear();
    m_data.toDevice.clear();
    return {};
}

Result<QList<OutboundShareRecord>> MemoryCryptoStore::outboundShares(const RoomId& room)
{
    return data().shares.value(room).values();
}

Result<> MemoryCryptoStore::saveOutboundShare(const OutboundShareRecord& record)
{
    data().shares[record.room].insert({record.user, record.device}, record);
    return {};
}

Result<QList<ToDeviceRecord>> MemoryCryptoStore::toDeviceRequests()
{
    return data().toDevice;
}

Result<> MemoryCryptoStore::appendToDeviceRequest(const ToDeviceRecord& record)
{
    data().toDevice.append(record);
    return {};
}

Result<> MemoryCryptoStore::removeToDeviceRequest(const QString& transactionId)
{
    data().toDevice.removeIf([&](const ToDeviceRecord& record) { return record.transactionId == transactionId; });
    return {};
}
