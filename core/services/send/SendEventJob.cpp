#include "core/services/send/SendEventJob.h"

#include "core/api/CryptoRequestSender.h"
#include "core/api/endpoints/Rooms.h"
#include "core/store/Database.h"
#include "core/store/RoomStore.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Query devices, claim one-time keys, send the key: three rounds, and some more for devices that appear in between.
constexpr int maximumKeyRounds = 8;

QJsonObject toObject(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object(); // our own queue row, written by us
}

} // namespace

SendEventJob::SendEventJob(const Parts& parts, QueuedMessage message, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_message(std::move(message))
    , m_purpose(m_message.transactionId.startsWith(verificationTransactions) ? SendPurpose::Verification : SendPurpose::Message)
{
}

Result<bool> SendEventJob::isBlocked(const Parts& parts, const RoomId& room)
{
    const auto members = parts.rooms.keyRecipients(room, true);
    if (!members)
        return std::unexpected(members.error());
    for (const auto& member : *members) {
        if (member == parts.machine.user())
            continue;
        const auto identity = parts.machine.identityStatus(member);
        if (!identity)
            return std::unexpected(identity.error());
        if (*identity == IdentityStatus::Violated)
            return true;
    }
    return false;
}

void SendEventJob::start()
{
    if (m_purpose == SendPurpose::Message) {
        const auto blocked = isBlocked(m_parts, m_message.room);
        if (!blocked || *blocked)
            return finish(blocked ? fail(ErrorCode::IdentityChanged) : std::unexpected(blocked.error()));
    }
    if (!m_message.ciphertext.isEmpty())
        return put();
    const auto room = m_parts.rooms.encryption(m_message.room);
    if (!room)
        return finish(std::unexpected(room.error()));
    if (!room->encrypted)
        return finish(fail(ErrorCode::NotEncrypted));
    if (room->membersComplete)
        return shareRoomKey();
    loadMembers();
}

void SendEventJob::loadMembers()
{
    m_parts.api.call<RawEvents>(endpoints::members(m_message.room), this, [this](const Result<RawEvents>& members) {
        if (!members)
            return finish(std::unexpected(members.error()));
        if (const auto saved = m_parts.storeMembers(m_message.room, members->events); !saved)
            return finish(std::unexpected(saved.error()));
        shareRoomKey();
    });
}

void SendEventJob::shareRoomKey()
{
    const auto room = m_parts.rooms.encryption(m_message.room);
    if (!room)
        return finish(std::unexpected(room.error()));
    const auto members = m_parts.rooms.keyRecipients(m_message.room, room->settings.invitedMayRead);
    if (!members)
        return finish(std::unexpected(members.error()));
    const auto progress = m_parts.machine.shareRoomKey(m_message.room, room->settings, *members, m_purpose);
    if (!progress)
        return finish(std::unexpected(progress.error()));
    if (*progress == ShareProgress::Ready)
        return encrypt();
    if (++m_keyRounds > maximumKeyRounds)
        return finish(fail(ErrorCode::DevicesOutdated));
    sendKeyRequests();
}

void SendEventJob::sendKeyRequests()
{
    m_parts.requests.flush(this, [this](const Result<>& sent) {
        if (!sent)
            return finish(std::unexpected(sent.error()));
        shareRoomKey();
    });
}

void SendEventJob::encrypt()
{
    // S-16: the advanced ratchet and the ciphertext are committed together, before anything is sent.
    auto transaction = Transaction::begin(m_parts.database);
    if (!transaction)
        return finish(std::unexpected(transaction.error()));
    const auto content = m_parts.machine.encrypt(m_message.room, m_message.type, toObject(m_message.content));
    if (!content)
        return finish(std::unexpected(content.error()));
    m_message.ciphertext = toBody(*content);
    const auto saved = m_parts.queue.setCiphertext(m_message.transactionId, m_message.ciphertext);
    const auto committed = saved ? transaction->commit() : saved;
    if (!committed) {
        (void)m_parts.machine.reset(); // should it fail, so does what comes next
        return finish(std::unexpected(committed.error()));
    }
    put();
}

void SendEventJob::put()
{
    const auto endpoint =
        endpoints::sendEvent(m_message.room, u"m.room.encrypted"_s, m_message.transactionId, m_message.ciphertext);
    m_parts.api.call<EventId>(endpoint, this, [this](const Result<EventId>& sent) {
        if (!sent)
            return finish(sent);
        if (const auto saved = m_parts.queue.setSent(m_message.transactionId, *sent); !saved)
            return finish(std::unexpected(saved.error()));
        finish(sent);
    });
}

void SendEventJob::finish(const Result<EventId>& result)
{
    Q_EMIT finished(result);
    deleteLater();
}

} // namespace core
