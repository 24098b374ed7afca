#include "core/encryption/RoomKeySharing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString deviceKey(const UserId& user, const DeviceId& device, const crypto::Curve25519Key& key)
{
    return user.toString() + u'\n' + device.toString() + u'\n' + base64Text(key);
}

QSet<QString> deviceKeys(const QList<DeviceRecord>& devices)
{
    QSet<QString> keys;
    for (const auto& device : devices)
        keys.insert(deviceKey(device.user, device.device, device.curve25519));
    return keys;
}

// True if somebody has the key who may not have the next messages.
bool hasLeaver(const QList<OutboundShareRecord>& shares, const QList<DeviceRecord>& eligible)
{
    const auto keys = deviceKeys(eligible);
    return std::any_of(shares.begin(), shares.end(), [&](const auto& share) {
        return share.messageIndex != OutboundShareRecord::withheld &&
               !keys.contains(deviceKey(share.user, share.device, share.curve25519));
    });
}

} // namespace

RoomKeySharing::RoomKeySharing(MachineContext& context, DeviceTracker& tracker, OlmSessions& sessions, SessionClaims& claims,
                               OutboundRoomKeys& outbound, ToDeviceQueue& queue)
    : m_context(context)
    , m_tracker(tracker)
    , m_sessions(sessions)
    , m_claims(claims)
    , m_outbound(outbound)
    , m_queue(queue)
{
}

Result<ShareProgress> RoomKeySharing::share(const RoomId& room, const RoomEncryptionSettings& settings,
                                            const QList<UserId>& members, SendPurpose purpose)
{
    if (const auto read = readUnsent(); !read)
        return failureOf(read);
    auto users = members;
    users.append(m_context.user);
    if (const auto tracked = m_tracker.track(users); !tracked)
        return failureOf(tracked);
    const auto outdated = m_tracker.isAnyOutdated(users);
    if (!outdated)
        return failureOf(outdated);
    if (*outdated)
        return ShareProgress::RequestsPending;
    const auto targets = findShareTargets(m_context, members, purpose);
    if (!targets)
        return failureOf(targets);
    auto record = m_outbound.current(room, settings);
    if (!record)
        return failureOf(record);
    auto shares = m_context.store.outboundShares(room);
    if (!shares)
        return failureOf(shares);
    if (*record && hasLeaver(*shares, targets->eligible)) {
        if (const auto removed = m_context.store.removeOutboundSession(room); !removed)
            return failureOf(removed);
        record->reset();
    }
    if (!*record)
        shares->clear();
    const auto plan = this->plan(*targets, *shares);
    if (!plan)
        return failureOf(plan);
    if (!*plan)
        return ShareProgress::RequestsPending;
    if (!*record) {
        auto created = m_outbound.create(room, settings);
        if (!created)
            return failureOf(created);
        *record = std::move(*created);
        m_unsent.remove(room);
    }
    if (!(*plan)->give.isEmpty() || !(*plan)->refuse.isEmpty() || !(*plan)->noOlm.isEmpty()) {
        const auto key = m_outbound.key(**record);
        if (!key)
            return failureOf(key);
        if (const auto done = carryOut(**plan, *key); !done)
            return failureOf(done);
    }
    return m_unsentBefore.isEmpty() && m_unsent.value(room).isEmpty() ? ShareProgress::Ready : ShareProgress::RequestsPending;
}

// Empty while Olm sessions have to be made first.
Result<std::optional<RoomKeySharing::Plan>> RoomKeySharing::plan(const ShareTargets& targets, const Shares& shares)
{
    QHash<QString, qint64> known;
    for (const auto& share : shares)
        known.insert(deviceKey(share.user, share.device, share.curve25519), share.messageIndex);
    Plan plan;
    bool claims = false;
    for (const auto& device : targets.eligible) {
        const auto share = known.constFind(deviceKey(device.user, device.device, device.curve25519));
        if (share != known.constEnd() && *share != OutboundShareRecord::withheld)
            continue;
        const auto hasSession = m_sessions.hasSession(device.curve25519);
        if (!hasSession)
            return failureOf(hasSession);
        if (*hasSession) {
            plan.give.append(device);
        } else if (!m_claims.isUnreachable(device)) {
            m_claims.want(device);
            claims = true;
        } else if (share == known.constEnd()) {
            plan.noOlm.append(device);
        }
    }
    if (claims)
        return std::nullopt;
    std::copy_if(targets.refused.begin(), targets.refused.end(), std::back_inserter(plan.refuse),
                 [&](const auto& device) { return !known.contains(deviceKey(device.user, device.device, device.curve25519)); });
    return plan;
}

Result<> RoomKeySharing::carryOut(const Plan& plan, const OutboundRoomKeys::Key& key)
{
    if (const auto given = giveTo(plan.give, key); !given)
        return given;
    if (const auto refused = withhold(plan.refuse, key.record, u"m.unverified"_s); !refused)
        return refused;
    return withhold(plan.noOlm, key.record, u"m.no_olm"_s);
}

Result<> RoomKeySharing::giveTo(const QList<DeviceRecord>& devices, const OutboundRoomKeys::Key& key)
{
    const QByteArrayView text = key.sessionKey.bytes();
    const QJsonObject content{{u"algorithm"_s, QLatin1String(megolmAlgorithm)},
                              {u"room_id"_s, key.record.room.toString()},
                              {u"session_id"_s, QString::fromLatin1(key.record.sessionId)},
                              {u"session_key"_s, QString::fromLatin1(text.data(), text.size())},
                              {u"shared_history"_s, key.record.historyIsShared},
                              {u"org.matrix.msc3061.shared_history"_s, key.record.historyIsShared}};
    QList<ToDeviceQueue::Message> messages;
    for (const auto& device : devices) {
        const auto encrypted = m_sessions.encrypt(device, u"m.room_key"_s, content);
        if (!encrypted)
            return failureOf(encrypted);
        messages.append({device.user, device.device, *encrypted});
        if (const auto saved = m_context.store.saveOutboundShare(
                {key.record.room, device.user, device.device, device.curve25519, static_cast<qint64>(key.messageIndex)});
            !saved)
            return saved;
    }
    const auto ids = m_queue.append(u"m.room.encrypted"_s, messages);
    if (!ids)
        return failureOf(ids);
    for (const auto& id : *ids)
        m_unsent[key.record.room].insert(id);
    return {};
}

Result<> RoomKeySharing::withhold(const QList<DeviceRecord>& devices, const OutboundSessionRecord& record, const QString& code)
{
    QJsonObject content{{u"algorithm"_s, QLatin1String(megolmAlgorithm)},
                        {u"code"_s, code},
                        {u"sender_key"_s, base64Text(m_outbound.senderKey())},
                        {u"room_id"_s, record.room.toString()},
                        {u"session_id"_s, QString::fromLatin1(record.sessionId)}};
    if (code == "m.no_olm"_L1) { // about the device, not about one session
        content.remove("room_id"_L1);
        content.remove("session_id"_L1);
    }
    QList<ToDeviceQueue::Message> messages;
    for (const auto& device : devices) {
        messages.append({device.user, device.device, content});
        if (const auto saved = m_context.store.saveOutboundShare(
                {record.room, device.user, device.device, device.curve25519, OutboundShareRecord::withheld});
            !saved)
            return saved;
    }
    const auto ids = m_queue.append(u"m.room_key.withheld"_s, messages);
    return ids ? Result<>() : failureOf(ids);
}

void RoomKeySharing::forget()
{
    m_unsent.clear();
    m_unsentBefore.clear();
    m_unsentIsRead = false;
}

Result<> RoomKeySharing::readUnsent()
{
    if (m_unsentIsRead)
        return {};
    const auto records = m_queue.records();
    if (!records)
        return failureOf(records);
    for (const auto& record : *records)
        m_unsentBefore.insert(record.transactionId);
    m_unsentIsRead = true;
    return {};
}

void RoomKeySharing::sent(const QString& transactionId)
{
    m_unsentBefore.remove(transactionId);
    for (auto it = m_unsent.begin(); it != m_unsent.end();) {
        it->remove(transactionId);
        it = it->isEmpty() ? m_unsent.erase(it) : std::next(it);
    }
}

} // namespace core
