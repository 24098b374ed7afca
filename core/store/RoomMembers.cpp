#include "core/store/RoomMembers.h"

#include "core/room/CleanText.h"
#include "core/room/NameSkeleton.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

using Membership = MemberContent::Membership;

Membership membershipOf(JsonValue content)
{
    const auto text = content["membership"].utf8().value_or("");
    if (text == "join")
        return Membership::Join;
    if (text == "invite")
        return Membership::Invite;
    if (text == "ban")
        return Membership::Ban;
    return text == "knock" ? Membership::Knock : Membership::Leave;
}

QString nonNull(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

// Of what is shown: two names that differ behind the place where they are cut are the same to a reader. Most names need no
// cleaning for that, and there are thousands of them.
QString skeletonOf(const QString& displayName)
{
    const bool isSimple = displayName.size() <= 100 &&
                          std::all_of(displayName.cbegin(), displayName.cend(), [](QChar c) { return c.unicode() < 0x100; });
    return nameSkeleton(isSimple ? displayName : cleanName(displayName));
}

} // namespace

void RoomMembers::set(std::string_view user, JsonValue event)
{
    const auto id = UserId::parse(QString::fromUtf8(user.data(), static_cast<qsizetype>(user.size())));
    if (!id)
        return;
    const auto content = event["content"];
    auto& member = m_members[*id];
    const QString before = std::exchange(member.displayName, content["displayname"].string().value_or(QString()));
    member.membership = membershipOf(content);
    if (member.displayName == before)
        return;
    member.cleanName.clear();
    if (!before.isEmpty())
        m_lookalikes[skeletonOf(before)].removeOne(*id);
    if (!member.displayName.isEmpty())
        m_lookalikes[skeletonOf(member.displayName)].append(*id);
}

int RoomMembers::count(Membership membership) const
{
    return static_cast<int>(std::count_if(m_members.cbegin(), m_members.cend(),
                                          [&](const Member& member) { return member.membership == membership; }));
}

QList<UserId> RoomMembers::users(Membership membership) const
{
    QList<UserId> users;
    for (auto it = m_members.cbegin(); it != m_members.cend(); ++it) {
        if (it->membership == membership)
            users.append(it.key());
    }
    return users;
}

bool RoomMembers::isPresent(const UserId& user) const
{
    const auto member = m_members.constFind(user);
    return member != m_members.cend() && (member->membership == Membership::Join || member->membership == Membership::Invite);
}

QString RoomMembers::name(const UserId& user)
{
    const auto member = m_members.find(user);
    if (member == m_members.end())
        return {};
    if (member->cleanName.isNull())
        member->cleanName = nonNull(cleanName(member->displayName));
    const QString& name = member->cleanName;
    if (name.isEmpty())
        return {};
    const QList<UserId> alike = m_lookalikes.value(skeletonOf(member->displayName));
    if (alike.size() < 2)
        return name;
    const QString server = serverName(user);
    const auto isNeighbour = [&](const UserId& other) { return serverName(other) == server; };
    const auto neighbours = std::count_if(alike.cbegin(), alike.cend(), isNeighbour);
    const QString shownServer = cleanName(server);
    if (neighbours < 2)
        return QStringLiteral("%1 (%2)").arg(name, shownServer);
    const auto place =
        std::count_if(alike.cbegin(), alike.cend(), [&](const UserId& other) { return isNeighbour(other) && !(user < other); });
    return QStringLiteral("%1 (%2, %3)").arg(name, shownServer, QString::number(place));
}

} // namespace core
