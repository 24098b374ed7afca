#include "core/services/send/SendService.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/net/RetryPolicy.h"
#include "core/services/send/SendEventJob.h"

#include <QHash>
#include <QJsonObject>
#include <QPointer>
#include <QTimer>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Faults that pass by themselves: the message waits and is tried again. Everything else needs the person.
bool passesByItself(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Network:
    case ErrorCode::Timeout:
    case ErrorCode::Tls:
    case ErrorCode::RateLimited:
    case ErrorCode::Server:
    case ErrorCode::Protocol:
    case ErrorCode::DevicesOutdated:
    case ErrorCode::Unauthorized:
    case ErrorCode::SoftLoggedOut:
        return true;
    default:
        return false;
    }
}

} // namespace

SendService::SendService(const SendEventJob::Parts& parts, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_clock(clock)
{
}

void SendService::start()
{
    if (!std::exchange(m_started, true)) {
        if (const auto removed = m_parts.queue.removeUnsentVerifications(); !removed)
            qCWarning(logSend, "messages of ended verifications stay: error %d", static_cast<int>(removed.error().code));
    }
    const auto rooms = m_parts.queue.roomsWithWaiting();
    if (!rooms)
        return;
    for (const auto& room : *rooms)
        advance(room);
}

void SendService::sendText(const RoomId& room, const QString& text)
{
    if (text.trimmed().isEmpty())
        return;
    sendContent(room, {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text}, {u"m.mentions"_s, QJsonObject{}}});
}

QString SendService::sendContent(const RoomId& room, const QJsonObject& content)
{
    QueuedMessage message;
    message.room = room;
    message.transactionId = u"tim"_s + QUuid::createUuid().toString(QUuid::Id128);
    message.type = u"m.room.message"_s;
    message.content = toBody(content);
    message.queuedAt = m_clock.now();
    if (const auto added = add(message); !added) {
        Q_EMIT notStored(room, added.error());
        return {};
    }
    return message.transactionId;
}

void SendService::sendVerification(const VerificationRoomMessage& sent)
{
    QueuedMessage message;
    message.room = sent.room;
    message.transactionId = sent.transactionId;
    message.type = sent.message.type;
    message.content = toBody(sent.message.content);
    message.queuedAt = m_clock.now();
    if (const auto added = add(message); !added)
        Q_EMIT failed(message.room, message.transactionId, added.error());
}

Result<> SendService::add(const QueuedMessage& message)
{
    if (auto added = m_parts.queue.add(message); !added)
        return added;
    Q_EMIT queueChanged(message.room);
    advance(message.room);
    return {};
}

void SendService::advance(const RoomId& room)
{
    if (!m_started || m_running.contains(room))
        return;
    const auto next = m_blocked.contains(room) ? m_parts.queue.nextWaitingVerification(room) : m_parts.queue.nextWaiting(room);
    if (!next || !next->has_value())
        return;
    const QueuedMessage& message = **next;
    auto* job = new SendEventJob(m_parts, message, &m_jobs);
    m_running.insert(room, job);
    connect(job, &SendEventJob::finished, this,
            [this, room, transactionId = message.transactionId](const Result<EventId>& result) {
                m_running.remove(room);
                finished(room, transactionId, result);
            });
    job->start();
}

void SendService::finished(const RoomId& room, const QString& transactionId, const Result<EventId>& result)
{
    if (result) {
        m_failures.remove(room);
        Q_EMIT queueChanged(room);
        Q_EMIT sent(room, transactionId, *result);
        return advance(room);
    }
    const Error& error = result.error();
    qCInfo(logSend, "a message was not sent: error %d", static_cast<int>(error.code));
    if (error.code == ErrorCode::IdentityChanged) {
        m_blocked.insert(room);
        return advance(room);
    }
    if (passesByItself(error.code)) {
        const auto pause = error.retryAfter.value_or(m_policy.backOff(++m_failures[room]));
        QTimer::singleShot(pause, &m_jobs, [this, room] { advance(room); });
        return;
    }
    const bool isOfVerification = transactionId.startsWith(verificationTransactions);
    if (!(isOfVerification ? m_parts.queue.removeUnsent(transactionId)
                           : m_parts.queue.setFailed(transactionId, static_cast<int>(error.code))))
        return;
    Q_EMIT queueChanged(room);
    Q_EMIT failed(room, transactionId, error);
    advance(room); // what is wrong with this one need not be wrong with the next
}

void SendService::checkBlocked()
{
    const auto rooms = m_blocked;
    for (const auto& room : rooms) {
        const auto blocked = SendEventJob::isBlocked(m_parts, room);
        if (!blocked || *blocked)
            continue;
        m_blocked.remove(room);
        advance(room);
    }
}

void SendService::resume()
{
    m_failures.clear();
    start();
}

void SendService::retry(const RoomId& room, const QString& transactionId)
{
    if (!m_parts.queue.setWaiting(transactionId))
        return;
    Q_EMIT queueChanged(room);
    advance(room);
}

void SendService::discard(const RoomId& room, const QString& transactionId)
{
    if (!m_parts.queue.removeUnsent(transactionId))
        return;
    Q_EMIT queueChanged(room);
}

} // namespace core
