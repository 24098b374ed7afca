#include "core/services/verification/VerificationService.h"

#include "core/base/Log.h"
#include "core/store/AccountDataStore.h"
#include "core/store/RoomStore.h"
#include "core/store/VerificationRooms.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

// Rooms with one other person that m.direct names for `user`.
QList<RoomId> directRooms(const QByteArray& content, const UserId& user)
{
    QList<RoomId> rooms;
    const auto document = JsonDocument::parse(content);
    if (!document)
        return rooms;
    document->root()[user.toString().toStdString()].elements([&](JsonValue room) {
        if (const auto id = RoomId::parse(room.string().value_or(QString())))
            rooms.append(*id);
        return true;
    });
    return rooms;
}

} // namespace

VerificationService::VerificationService(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_nextEnd.setSingleShot(true);
    connect(&m_nextEnd, &QTimer::timeout, this, [this] {
        check();
        m_parts.requests.flush(); // the other side is told
    });
}

void VerificationService::check()
{
    if (const auto ended = m_parts.machine.endLateVerifications(); !ended)
        qCWarning(logSession, "late verifications did not end: error %d", static_cast<int>(ended.error().code));
    acceptLate();
    sendMessages();
    waitForNextEnd();
    QList<ShownVerification> now;
    for (const auto& state : m_parts.machine.verifications())
        now.append({state, deviceNameOf(state), personNameOf(state)});
    if (now == m_shown)
        return;
    const auto before = std::exchange(m_shown, now);
    for (const auto& verification : now) {
        const auto isDone = [&](const ShownVerification& other) {
            return other.state.transaction == verification.state.transaction &&
                   other.state.phase == VerificationState::Phase::Done;
        };
        const bool isOwn = verification.state.user == m_parts.machine.user();
        if (isOwn && isDone(verification) && std::none_of(before.begin(), before.end(), isDone))
            shareSecrets(verification.state);
    }
    Q_EMIT changed(now);
}

// Not longer than half a minute at once: timers do not run while the computer sleeps, the clock does.
void VerificationService::waitForNextEnd()
{
    constexpr qint64 longestMs = 30'000;
    m_nextEnd.stop();
    qint64 next = longestMs;
    bool anyRuns = false;
    for (const auto& state : m_parts.machine.verifications()) {
        if (state.phase >= VerificationState::Phase::Done)
            continue;
        anyRuns = true;
        next = std::min(next, std::max<qint64>(state.expires.ms - m_parts.clock.now().ms, 1));
    }
    if (anyRuns)
        m_nextEnd.start(static_cast<int>(next));
}

void VerificationService::shareSecrets(const VerificationState& verified)
{
    auto shared = m_parts.machine.allowSecretsFor(verified.device);
    if (shared)
        shared = m_parts.machine.requestSecrets(); // what is here is not asked for
    if (!shared)
        Q_EMIT failed(shared.error());
    m_parts.requests.flush();
}

void VerificationService::acceptLate()
{
    const auto accepted = m_accepted;
    for (const auto& transaction : accepted) {
        const auto taken = m_parts.machine.actInVerification(transaction, VerificationAction::Accept);
        if (!taken && taken.error().code == ErrorCode::DevicesOutdated)
            continue;
        m_accepted.remove(transaction);
        m_parts.requests.flush();
    }
}

void VerificationService::sendMessages()
{
    for (const auto& message : m_parts.machine.takeVerificationMessages())
        m_parts.send(message);
}

void VerificationService::messageSent(const QString& transactionId, const EventId& event)
{
    if (!transactionId.startsWith(verificationTransactions))
        return;
    if (const auto taken = m_parts.machine.verificationMessageSent(transactionId, event); !taken)
        Q_EMIT failed(taken.error());
    check();
}

void VerificationService::messageFailed(const QString& transactionId, const Error& error)
{
    if (!transactionId.startsWith(verificationTransactions))
        return;
    const auto ended = m_parts.machine.verificationMessageFailed(transactionId);
    Q_EMIT failed(ended ? error : ended.error());
    check();
}

QString VerificationService::personNameOf(const VerificationState& state) const
{
    if (state.room.isEmpty())
        return {};
    const auto names = m_parts.rooms.memberNames(state.room, {state.user});
    return names ? names->value(state.user) : QString();
}

QString VerificationService::deviceNameOf(const VerificationState& state) const
{
    const auto devices = m_parts.machine.devices(state.user);
    if (!devices)
        return {};
    for (const auto& device : *devices) {
        if (device.device == state.device)
            return device.displayName;
    }
    return {};
}

void VerificationService::load()
{
    check();
    Q_EMIT changed(m_shown);
}

void VerificationService::done(const Result<>& result)
{
    if (!result)
        Q_EMIT failed(result.error());
    check();
    m_parts.requests.flush();
}

void VerificationService::request(const QList<DeviceId>& devices)
{
    const auto asked = m_parts.machine.requestVerification(devices);
    done(asked ? Result<>() : std::unexpected(asked.error()));
}

// The chat that the account data name, else the one of two that was used last.
Result<RoomId> VerificationService::chatWith(const UserId& user) const
{
    const auto content = m_parts.accountData.content("m.direct");
    if (!content)
        return std::unexpected(content.error());
    const auto named = directRooms(*content, user);
    const RoomRecord* best = nullptr;
    const auto isBetter = [&](const RoomRecord& room) {
        if (!best || named.contains(room.summary.id) != named.contains(best->summary.id))
            return !best || named.contains(room.summary.id);
        return room.summary.lastActivity.ms > best->summary.lastActivity.ms;
    };
    for (const auto& id : m_parts.rooms.rooms()) {
        const auto* room = m_parts.rooms.find(id);
        const auto isThere = room && isForVerification(*room) ? m_parts.rooms.isPresent(id, user) : Result<bool>(false);
        if (!isThere)
            return std::unexpected(isThere.error());
        if (*isThere && isBetter(*room))
            best = room;
    }
    return best ? Result<RoomId>(best->summary.id) : fail(ErrorCode::NotFound, QStringLiteral("no chat with this person"));
}

void VerificationService::requestPerson(const UserId& user)
{
    const auto room = chatWith(user);
    const auto asked = room ? m_parts.machine.requestVerification(user, *room) : Result<QString>(std::unexpected(room.error()));
    done(asked ? Result<>() : std::unexpected(asked.error()));
}

Result<> VerificationService::askForDevice(const QString& transaction)
{
    m_accepted.insert(transaction);
    for (const auto& state : m_parts.machine.verifications()) {
        if (state.transaction == transaction)
            return m_parts.machine.askForIdentity(state.user);
    }
    return {};
}

void VerificationService::act(const QString& transaction, VerificationAction action)
{
    auto taken = m_parts.machine.actInVerification(transaction, action);
    if (!taken && taken.error().code == ErrorCode::DevicesOutdated)
        taken = askForDevice(transaction);
    else
        m_accepted.remove(transaction);
    done(taken);
}

void VerificationService::scan(const QString& transaction, const QByteArray& code)
{
    done(m_parts.machine.scanInVerification(transaction, code));
}

} // namespace core
