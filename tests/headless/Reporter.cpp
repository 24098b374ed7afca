#include "tests/headless/Reporter.h"

#include <QJsonDocument>

#include <utility>

using namespace core;
using namespace Qt::StringLiterals;

namespace headless {

namespace {

QString membershipName(Membership membership)
{
    switch (membership) {
    case Membership::Join:
        return u"join"_s;
    case Membership::Invite:
        return u"invite"_s;
    case Membership::Leave:
        return u"leave"_s;
    case Membership::Ban:
        return u"ban"_s;
    case Membership::Knock:
        return u"knock"_s;
    }
    return {};
}

} // namespace

Reporter::Reporter(Session& session, EventLog& log, QObject* parent)
    : QObject(parent)
    , m_parts(session.parts())
    , m_log(log)
    , m_describe(m_parts)
{
    const auto rooms = m_parts.rooms.rooms();
    for (const auto& id : rooms) {
        const auto* room = m_parts.rooms.find(id);
        m_memberships.insert(id, room->summary.membership);
        const auto newest = m_parts.timeline.newest(room->row, 1);
        if (newest && !newest->events.isEmpty())
            m_printed.insert(id, newest->events.last().position);
    }
    connect(&m_parts.processor, &SyncProcessor::changed, this, &Reporter::note);
    connect(&m_parts.requests, &CryptoRequestSender::answered, this, qOverload<>(&Reporter::printTrust), Qt::QueuedConnection);
    connect(&m_parts.sync, &SyncLoop::stateChanged, this, [this](const SyncState& state) {
        if (state.phase == SyncState::Phase::UpToDate && !std::exchange(m_synced, true) && m_listens)
            m_log.print({{u"kind"_s, u"sync"_s}, {u"state"_s, u"PREPARED"_s}});
        if (state.phase == SyncState::Phase::Offline && m_listens)
            m_log.print({{u"kind"_s, u"sync"_s}, {u"state"_s, u"ERROR"_s}});
    });
    connect(&m_parts.sending, &SendService::failed, this,
            [this](const RoomId& room, const QString& transaction, const Error& error) {
                m_log.print({{u"kind"_s, u"failed"_s},
                             {u"what"_s, u"send"_s},
                             {u"room"_s, room.toString()},
                             {u"transactionId"_s, transaction},
                             {u"error"_s, static_cast<int>(error.code)}});
            });
}

void Reporter::listen()
{
    if (std::exchange(m_listens, true))
        return;
    printAll();
    printTrust();
    if (m_synced)
        m_log.print({{u"kind"_s, u"sync"_s}, {u"state"_s, u"PREPARED"_s}});
}

void Reporter::note(const SyncChanges& changes)
{
    m_noted.append(changes);
    if (m_listens)
        printAll();
}

void Reporter::printAll()
{
    for (const auto& changes : std::exchange(m_noted, {})) {
        m_isFirst = changes.first;
        for (const auto& alert : changes.alerts)
            print(alert);
        for (const auto& room : changes.rooms)
            print(room);
    }
}

void Reporter::print(const EncryptionAlert& alert)
{
    static const QStringList kinds{u"identityChanged"_s, u"ownIdentityChanged"_s, u"newOwnDevice"_s, u"deviceKeysChanged"_s};
    QJsonObject line;
    if (!alert.device.isEmpty())
        line.insert(u"device"_s, alert.device.toString());
    printAlert(alert.user, kinds.at(static_cast<int>(alert.kind)), line);
}

void Reporter::printAlert(const UserId& user, const QString& what, QJsonObject line)
{
    line.insert(u"kind"_s, u"alert"_s);
    line.insert(u"alert"_s, what);
    line.insert(u"user"_s, user.toString());
    m_log.print(line);
}

// Of oneself and the people one has chats with.
void Reporter::printTrust()
{
    if (!m_listens)
        return;
    printTrust(m_parts.machine->user());
    const auto rooms = m_parts.rooms.rooms();
    for (const auto& room : rooms) {
        const auto people = m_parts.rooms.find(room)->heroes;
        for (const auto& user : people)
            printTrust(user);
    }
}

void Reporter::printTrust(const UserId& user)
{
    const auto status = m_parts.machine->identityStatus(user).value_or(IdentityStatus::Unknown);
    if (std::exchange(m_trust[user], status) == status)
        return;
    m_log.print({{u"kind"_s, u"trust"_s},
                 {u"user"_s, user.toString()},
                 {u"verified"_s, status == IdentityStatus::Verified},
                 {u"needsApproval"_s, status == IdentityStatus::Changed || status == IdentityStatus::Violated}});
}

void Reporter::print(const RoomChanges& changes)
{
    const auto* room = m_parts.rooms.find(changes.id);
    if (!room)
        return;
    printMembership(*room);
    for (const auto& user : changes.unexpected)
        printAlert(user, u"unexpectedMember"_s, {{u"room"_s, changes.id.toString()}});
    for (const auto& id : changes.rewritten) {
        const bool wasPending = m_pending.remove(id);
        if (!wasPending && !m_unreadable.contains(id))
            continue;
        const auto stored = m_parts.timeline.event(room->row, id);
        if (stored && *stored)
            printEvent(*room, **stored, !wasPending);
    }
    if (changes.newEvents)
        printNewEvents(*room);
}

void Reporter::printMembership(const RoomRecord& room)
{
    const auto& summary = room.summary;
    const auto known = m_memberships.constFind(summary.id);
    if (known != m_memberships.constEnd() && *known == summary.membership)
        return;
    QJsonObject line{{u"kind"_s, u"membership"_s},
                     {u"room"_s, summary.id.toString()},
                     {u"name"_s, summary.name},
                     {u"membership"_s, membershipName(summary.membership)}};
    if (known != m_memberships.constEnd())
        line.insert(u"previous"_s, membershipName(*known));
    if (!summary.inviter.isEmpty())
        line.insert(u"inviter"_s, summary.inviter.toString());
    m_memberships.insert(summary.id, summary.membership);
    m_log.print(line);
}

void Reporter::printNewEvents(const RoomRecord& room)
{
    auto& printed = m_printed[room.summary.id];
    const auto events = m_parts.timeline.after(room.row, printed);
    if (!events)
        return;
    for (const auto& stored : *events) {
        printed = stored.position;
        printEvent(room, stored, false);
    }
}

void Reporter::printEvent(const RoomRecord& room, const StoredEvent& stored, bool isLate)
{
    const auto id = EventId::parse(QJsonDocument::fromJson(stored.json).object().value("event_id"_L1).toString());
    if (!id)
        return;
    if (stored.status == EventStatus::Pending) {
        m_pending.insert(*id);
        return;
    }
    QJsonObject line = m_describe.event(room, stored);
    const bool isUnreadable = line.value("encrypted"_L1).toBool() && !line.value("decrypted"_L1).toBool();
    if (isLate && isUnreadable)
        return;
    line.insert(u"kind"_s, line.contains("stateKey"_L1) ? u"state"_s : u"message"_s);
    if (m_isFirst)
        line.insert(u"old"_s, true);
    if (isLate)
        line.insert(u"late"_s, true);
    if (isUnreadable)
        m_unreadable.insert(*id);
    else
        m_unreadable.remove(*id);
    m_log.print(line);
}

} // namespace headless
