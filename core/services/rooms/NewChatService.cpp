#include "core/services/rooms/NewChatService.h"

#include "core/api/endpoints/AccountData.h"
#include "core/api/endpoints/Rooms.h"
#include "core/tim/RoomCreation.h"

namespace core {

NewChatService::NewChatService(Api& api, UserId ownUser, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_ownUser(std::move(ownUser))
{
}

void NewChatService::createDirect(quint64 request, const UserId& invitee)
{
    create(request, tim::directChat(), invitee, Kind::Direct);
}

void NewChatService::createGroup(quint64 request, const QString& name, const QString& topic, const UserId& invitee)
{
    create(request, tim::groupChat(name, topic), invitee, Kind::Group);
}

void NewChatService::create(quint64 request, const QJsonObject& body, const UserId& invitee, Kind kind)
{
    m_api.call<RoomId>(endpoints::createRoom(body), &m_jobs, [this, request, invitee, kind](const Result<RoomId>& room) {
        if (!room)
            return Q_EMIT failed(request, room.error());
        if (invitee.isEmpty())
            return Q_EMIT created(request, *room);
        inviteIntoNew(request, *room, invitee, kind);
    });
}

void NewChatService::inviteIntoNew(quint64 request, const RoomId& room, const UserId& invitee, Kind kind)
{
    m_api.call<Empty>(endpoints::invite(room, invitee), &m_jobs, [this, request, room, invitee, kind](const Result<Empty>& sent) {
        if (!sent)
            return remove(room, [this, request, error = sent.error()] { Q_EMIT failed(request, error); });
        if (kind == Kind::Direct)
            return markDirect(request, room, invitee);
        Q_EMIT created(request, room);
    });
}

// m.direct is shared by all devices: read, add, write back.
void NewChatService::markDirect(quint64 request, const RoomId& room, const UserId& invitee)
{
    const auto type = QStringLiteral("m.direct");
    m_api.call<QJsonObject>(endpoints::accountData(m_ownUser, type), &m_jobs,
                            [this, type, request, room, invitee](const Result<QJsonObject>& known) {
                                const bool readable = known || known.error().code == ErrorCode::NotFound;
                                if (!readable)
                                    return Q_EMIT created(request, room); // the chat works; only its mark is missing
                                const auto direct = tim::withDirectChat(known.value_or(QJsonObject{}), invitee, room);
                                m_api.call<Empty>(endpoints::setAccountData(m_ownUser, type, direct), &m_jobs,
                                                  [this, request, room](const Result<Empty>&) { Q_EMIT created(request, room); });
                            });
}

// A room nobody could be invited into is of no use: leave and forget it.
void NewChatService::remove(const RoomId& room, std::function<void()> done)
{
    m_api.call<Empty>(endpoints::leaveRoom(room), &m_jobs, [this, room, done = std::move(done)](const Result<Empty>&) {
        m_api.call<Empty>(endpoints::forgetRoom(room), &m_jobs, [done](const Result<Empty>&) { done(); });
    });
}

void NewChatService::invite(quint64 request, const RoomId& room, const UserId& invitee)
{
    m_api.call<Empty>(endpoints::invite(room, invitee), &m_jobs, [this, request, room](const Result<Empty>& sent) {
        if (sent)
            Q_EMIT invited(request, room);
        else
            Q_EMIT failed(request, sent.error());
    });
}

} // namespace core
