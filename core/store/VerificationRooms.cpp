#include "core/store/VerificationRooms.h"

namespace core {

bool isForVerification(const RoomRecord& room)
{
    const auto& summary = room.summary;
    return summary.encrypted && summary.membership == Membership::Join && room.joinedCount + room.invitedCount <= 2;
}

} // namespace core
