#include "core/services/rooms/InvitationService.h"

#include "core/api/endpoints/Rooms.h"

#include <QTimer>

using namespace std::chrono_literals;

namespace core {

namespace {
constexpr int joinAttempts = 6;
constexpr auto joinPause = 700ms;
} // namespace

InvitationService::InvitationService(Api& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{
}

void InvitationService::accept(const RoomId& room)
{
    join(room, 1);
}

void InvitationService::join(const RoomId& room, int attempt)
{
    m_api.call<RoomId>(endpoints::joinRoom(room), &m_jobs, [this, room, attempt](const Result<RoomId>& joined) {
        if (joined)
            return Q_EMIT accepted(room);
        // Over federation the invitation can be here before the inviting server has stored it: 403 until then.
        if (joined.error().code == ErrorCode::Forbidden && attempt < joinAttempts) {
            QTimer::singleShot(joinPause, &m_jobs, [this, room, attempt] { join(room, attempt + 1); });
            return;
        }
        Q_EMIT failed(room, joined.error());
    });
}

void InvitationService::decline(const RoomId& room)
{
    m_api.call<Empty>(endpoints::leaveRoom(room), &m_jobs, [this, room](const Result<Empty>& left) {
        if (left)
            Q_EMIT declined(room);
        else
            Q_EMIT failed(room, left.error());
    });
}

void InvitationService::leave(const RoomId& room)
{
    decline(room);
}

} // namespace core
