#include "core/encryption/Unwedging.h"

#include "core/encryption/DeviceKeys.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {
constexpr qint64 hour = 60LL * 60 * 1000;
}

Unwedging::Unwedging(MachineContext& context, OlmSessions& sessions, SessionClaims& claims, ToDeviceQueue& queue)
    : m_context(context)
    , m_sessions(sessions)
    , m_claims(claims)
    , m_queue(queue)
{
}

Result<> Unwedging::undecryptable(const UserId& sender, const crypto::Curve25519Key& senderKey)
{
    const auto device = m_context.store.deviceByKey(sender, senderKey);
    if (!device)
        return failureOf(device);
    if (!*device || !(*device)->isPresent || isDehydrated(**device))
        return {};
    const auto last = m_context.store.lastUnwedging(senderKey);
    if (!last)
        return failureOf(last);
    const Timestamp now = m_context.clock.now();
    if (*last && now.ms - (*last)->ms < hour)
        return {};
    if (const auto saved = m_context.store.saveUnwedging(senderKey, now); !saved)
        return saved;
    m_claims.want(**device);
    m_waiting.append(senderKey);
    return {};
}

Result<> Unwedging::claimed(const QList<DeviceRecord>& devices)
{
    QList<ToDeviceQueue::Message> messages;
    for (const auto& device : devices) {
        if (!m_waiting.removeOne(device.curve25519) || m_claims.isUnreachable(device))
            continue;
        const auto content = m_sessions.encrypt(device, u"m.dummy"_s, {});
        if (!content)
            return failureOf(content);
        messages.append({device.user, device.device, *content});
    }
    const auto ids = m_queue.append(u"m.room.encrypted"_s, messages);
    return ids ? Result<>() : failureOf(ids);
}

} // namespace core
