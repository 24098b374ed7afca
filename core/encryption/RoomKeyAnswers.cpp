#include "core/encryption/RoomKeyAnswers.h"

#include "core/base/Log.h"
#include "core/encryption/OwnDevices.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 waitFor = 7 * 24 * hour;
constexpr qsizetype waitingRequests = 1000;
constexpr qsizetype refusalsPerMinute = 50;
constexpr qsizetype maximumId = 255;

} // namespace

RoomKeyAnswers::RoomKeyAnswers(MachineContext& context, OwnIdentity& ownIdentity, InboundRoomKeys& roomKeys,
                               OlmSessions& sessions, SessionClaims& claims, ToDeviceQueue& queue)
    : m_context(context)
    , m_ownIdentity(ownIdentity)
    , m_roomKeys(roomKeys)
    , m_sessions(sessions)
    , m_claims(claims)
    , m_queue(queue)
{
}

void RoomKeyAnswers::forget()
{
    m_waiting.clear();
    m_given.clear();
}

Result<> RoomKeyAnswers::receive(const UserId& sender, JsonValue content)
{
    const auto device = DeviceId::parse(textAt(content, "requesting_device_id"));
    const QString id = textAt(content, "request_id");
    const bool isOwn = sender == m_context.user;
    if (!device || id.isEmpty() || id.size() > maximumId || (isOwn && *device == m_context.device))
        return {};
    const QString action = textAt(content, "action");
    if (action == "request_cancellation"_L1) {
        m_waiting.removeIf(
            [&](const Waiting& waiting) { return waiting.user == sender && waiting.device == *device && waiting.id == id; });
        return {};
    }
    const auto body = content["body"];
    const auto room = RoomId::parse(textAt(body, "room_id"));
    const QByteArray session = textAt(body, "session_id").toUtf8();
    if (action != "request"_L1 || textAt(body, "algorithm") != QLatin1String(megolmAlgorithm) || !room || session.isEmpty() ||
        session.size() > maximumId)
        return {};
    const Waiting request{
        .key = {*room, session}, .id = id, .user = sender, .device = *device, .received = m_context.clock.now()};
    if (!isOwn)
        return refuse(request, u"m.unauthorised"_s);
    if (wasGiven(request))
        return {};
    const auto isDone = answer(request);
    if (!isDone)
        return failureOf(isDone);
    if (!*isDone)
        wait(request);
    return {};
}

// The newest count: a server can make up any number, and must not keep out those that are real.
void RoomKeyAnswers::wait(const Waiting& request)
{
    m_waiting.removeIf([&](const Waiting& waiting) { return waiting.device == request.device && waiting.key == request.key; });
    if (m_waiting.size() >= waitingRequests)
        m_waiting.removeFirst();
    m_waiting.append(request);
}

Result<> RoomKeyAnswers::answerWaiting()
{
    return answerThose([](const Waiting&) { return true; });
}

Result<> RoomKeyAnswers::cameIn(const QList<RoomKeyId>& keys)
{
    if (keys.isEmpty() || m_waiting.isEmpty())
        return {};
    const QSet<RoomKeyId> here(keys.begin(), keys.end());
    return answerThose([&](const Waiting& waiting) { return here.contains(waiting.key); });
}

Result<> RoomKeyAnswers::answerThose(const std::function<bool(const Waiting&)>& areDue)
{
    const auto now = m_context.clock.now();
    for (qsizetype i = 0; i < m_waiting.size();) {
        const auto& waiting = m_waiting.at(i);
        const bool isOver = now.ms - waiting.received.ms >= waitFor;
        const auto isDone = isOver || !areDue(waiting) ? Result<bool>(isOver) : answer(waiting);
        if (!isDone)
            return failureOf(isDone);
        if (*isDone)
            m_waiting.removeAt(i);
        else
            ++i;
    }
    return {};
}

bool RoomKeyAnswers::wasGiven(const Waiting& waiting) const
{
    const auto found = m_given.constFind({waiting.device, waiting.key});
    return found != m_given.constEnd() && m_context.clock.now().ms - found->ms < hour;
}

// False while it may be answered later.
Result<bool> RoomKeyAnswers::answer(const Waiting& waiting)
{
    // Whose device it is, only the identity can tell, and only if nobody else can have made it.
    if (!m_ownIdentity.secrets())
        return true;
    const auto device = m_context.store.device(m_context.user, waiting.device);
    const auto isSigned = device && *device ? isOwnSigned(m_context, **device) : Result<bool>(false);
    if (!device || !isSigned)
        return std::unexpected(!device ? device.error() : isSigned.error());
    if (*isSigned)
        return give(**device, waiting.key);
    if (const auto refused = refuse(waiting, u"m.unverified"_s); !refused)
        return failureOf(refused);
    return true;
}

Result<bool> RoomKeyAnswers::give(const DeviceRecord& device, const RoomKeyId& key)
{
    const auto record = m_context.store.inboundSession(key.room, key.sessionId);
    if (!record)
        return failureOf(record);
    if (!*record)
        return false; // it may come later
    const auto exported = m_roomKeys.exported(**record);
    if (!exported)
        return true; // damaged: another device may have it
    const auto hasSession = m_sessions.hasSession(device.curve25519);
    if (!hasSession)
        return failureOf(hasSession);
    if (!*hasSession) {
        if (m_claims.isUnreachable(device))
            return true;
        m_claims.want(device);
        return false;
    }
    if (const auto forwarded = forward(device, *exported); !forwarded)
        return failureOf(forwarded);
    const auto now = m_context.clock.now();
    m_given.removeIf([&](const auto& given) { return now.ms - given.value().ms >= hour; });
    m_given.insert({device.device, key}, now);
    return true;
}

Result<> RoomKeyAnswers::forward(const DeviceRecord& device, const ExportedRoomKey& key)
{
    const QByteArrayView text = key.sessionKey.bytes();
    const auto content = m_sessions.encrypt(device, u"m.forwarded_room_key"_s,
                                            {{u"algorithm"_s, QLatin1String(megolmAlgorithm)},
                                             {u"room_id"_s, key.id.room.toString()},
                                             {u"session_id"_s, QString::fromLatin1(key.id.sessionId)},
                                             {u"session_key"_s, QString::fromLatin1(text.data(), text.size())},
                                             {u"sender_key"_s, base64Text(key.senderKey)},
                                             {u"sender_claimed_ed25519_key"_s, base64Text(key.claimedEd25519)},
                                             {u"forwarding_curve25519_key_chain"_s, QJsonArray()},
                                             {u"shared_history"_s, key.sharedHistory},
                                             {u"org.matrix.msc3061.shared_history"_s, key.sharedHistory}});
    if (!content)
        return failureOf(content);
    const auto ids = m_queue.append(u"m.room.encrypted"_s, {{m_context.user, device.device, *content}});
    return ids ? Result<>() : failureOf(ids);
}

// Whoever makes up requests gets no more answers than a person's devices would need.
Result<> RoomKeyAnswers::refuse(const Waiting& waiting, const QString& code)
{
    const auto now = m_context.clock.now();
    m_refusals.removeIf([&](const Timestamp& refused) { return now.ms - refused.ms >= minute; });
    if (m_refusals.size() >= refusalsPerMinute)
        return {};
    m_refusals.append(now);
    qCInfo(logEncryption, "a device that may not have a room key asked for it: refused");
    const auto ids =
        m_queue.append(u"m.room_key.withheld"_s, {{waiting.user,
                                                   waiting.device,
                                                   {{u"algorithm"_s, QLatin1String(megolmAlgorithm)},
                                                    {u"code"_s, code},
                                                    {u"room_id"_s, waiting.key.room.toString()},
                                                    {u"session_id"_s, QString::fromLatin1(waiting.key.sessionId)}}}});
    return ids ? Result<>() : failureOf(ids);
}

} // namespace core
