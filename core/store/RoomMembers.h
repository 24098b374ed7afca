#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Json.h"
#include "core/event/EventContent.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <string_view>

namespace core {

/// Who is or was in a room, as its m.room.member events say: names and memberships, without the events themselves.
///
/// Names are distinct within the room (S-82; Matrix v1.11, "Calculating the display name for a user"). Where two look alike, both
/// get the name of their server behind them: "Anna (a.example)". Where that is the same too, they are counted in the order of
/// their user ids: "Anna (a.example, 1)". A user id is never part of a name: that of an insured person holds the health
/// insurance number. Who has left counts as well, because what he or she wrote is still shown.
/// Thread: any, one at a time.
class RoomMembers {
public:
    /// `event`: an m.room.member event, in place of the one before. Ignored unless `user` is a user id.
    void set(std::string_view user, JsonValue event);

    [[nodiscard]] int size() const { return static_cast<int>(m_members.size()); }
    [[nodiscard]] int count(MemberContent::Membership membership) const;
    [[nodiscard]] QList<UserId> users(MemberContent::Membership membership) const;
    [[nodiscard]] bool isPresent(const UserId& user) const; ///< joined or invited
    /// Empty if the user has no display name or is not known. Cleaned when it is asked for the first time.
    [[nodiscard]] QString name(const UserId& user);

private:
    struct Member {
        MemberContent::Membership membership = MemberContent::Membership::Leave;
        QString displayName; ///< as it came
        QString cleanName;   ///< null until it was asked for
    };
    QHash<UserId, Member> m_members;
    QHash<QString, QList<UserId>> m_lookalikes; ///< by the skeleton of their names
};

} // namespace core
