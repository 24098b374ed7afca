#include "core/services/people/ChatTrustService.h"

#include "core/store/RoomStore.h"
#include "core/store/VerificationRooms.h"

#include <algorithm>

namespace core {

ChatTrustService::ChatTrustService(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
}

Result<ChatTrust> ChatTrustService::trustIn(const RoomId& room) const
{
    ChatTrust trust;
    const auto* record = m_parts.rooms.find(room);
    if (!record || !record->summary.encrypted)
        return trust;
    auto people = m_parts.rooms.keyRecipients(room, true);
    if (!people)
        return std::unexpected(people.error());
    people->removeAll(m_parts.machine.user());
    const auto names = m_parts.rooms.memberNames(room, *people);
    if (!names)
        return std::unexpected(names.error());
    for (const auto& user : std::as_const(*people)) {
        const auto identity = m_parts.machine.identityStatus(user);
        if (!identity)
            return std::unexpected(identity.error());
        const ChatPerson person{.user = user, .name = names->value(user), .identity = *identity};
        if (*identity == IdentityStatus::Violated || *identity == IdentityStatus::Changed)
            trust.changed.append(person);
        if (people->size() == 1 && isForVerification(*record))
            trust.other = person;
    }
    std::stable_partition(trust.changed.begin(), trust.changed.end(),
                          [](const ChatPerson& person) { return person.identity == IdentityStatus::Violated; });
    const auto own = m_parts.machine.identityStatus(m_parts.machine.user());
    if (!own)
        return std::unexpected(own.error());
    trust.canConfirm = *own == IdentityStatus::Verified;
    return trust;
}

void ChatTrustService::show(const RoomId& room)
{
    const auto trust = trustIn(room);
    if (!trust) {
        Q_EMIT failed(trust.error());
        return;
    }
    auto& shown = m_open[room];
    if (shown == *trust)
        return;
    shown = *trust;
    Q_EMIT changed(room, *trust);
}

void ChatTrustService::check()
{
    const auto rooms = m_open.keys();
    for (const auto& room : rooms)
        show(room);
}

void ChatTrustService::open(const RoomId& room)
{
    m_open.insert(room, {});
    show(room);
}

void ChatTrustService::close(const RoomId& room)
{
    m_open.remove(room);
}

void ChatTrustService::acknowledge(const UserId& user)
{
    if (const auto taken = m_parts.machine.acknowledgeIdentity(user); !taken)
        Q_EMIT failed(taken.error());
    check();
    m_parts.flush();
}

} // namespace core
