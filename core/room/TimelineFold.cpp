#include "core/room/TimelineFold.h"

#include "core/room/TimelineReading.h"

#include <utility>

namespace core {

TimelineFold::TimelineFold(UserId ownUser)
    : m_ownUser(std::move(ownUser))
{
}

void TimelineFold::setStart(qint64 position)
{
    const bool shrinks = position > m_start && !m_entries.empty();
    m_start = position;
    if (!shrinks)
        return;
    while (!m_entries.empty() && m_entries.begin()->first < position)
        forget(m_entries.begin());
    m_answered.clear();
    m_unknownAnswered.clear();
    for (const auto& [unused, entry] : m_entries)
        noteAnswered(entry);
    for (const Echo& echo : m_echoes)
        noteAnswered(echo.entry);
}

void TimelineFold::add(const QList<TimelineEvent>& events)
{
    for (const TimelineEvent& event : events) {
        if (auto entry = readTimelineEvent(event))
            put(std::move(*entry));
    }
}

void TimelineFold::put(TimelineEntry entry)
{
    if (const auto elsewhere = m_positions.constFind(entry.id); elsewhere != m_positions.cend() && *elsewhere != entry.position)
        forget(m_entries.find(*elsewhere)); // an event has one place, and one row
    if (const auto known = m_entries.find(entry.position); known != m_entries.end()) {
        // A deleted edit does not say any more that it was one.
        if (known->second.relation == EventRelation::Kind::Replace && entry.deleted)
            entry.hasRow = false;
        forget(known);
    }
    keyOf(entry.id, entry.sender == m_ownUser ? entry.transactionId : QString());
    m_positions.insert(entry.id, entry.position);
    if (!entry.target.isEmpty())
        m_relations[entry.target].insert(entry.position);
    for (const UserId& user : {entry.sender, entry.changed, entry.deletedBy}) {
        if (!user.isEmpty())
            m_people.insert(user);
    }
    noteAnswered(entry);
    const qint64 position = entry.position;
    m_entries.insert_or_assign(position, std::move(entry));
}

void TimelineFold::forget(Entries::iterator place)
{
    const TimelineEntry& entry = place->second;
    m_positions.remove(entry.id);
    if (const auto relations = m_relations.find(entry.target); relations != m_relations.end()) {
        relations->erase(entry.position);
        if (relations->empty())
            m_relations.erase(relations);
    }
    m_entries.erase(place);
}

void TimelineFold::noteAnswered(const TimelineEntry& entry)
{
    if (entry.inReplyTo.isEmpty() || m_answered.contains(entry.inReplyTo))
        return;
    m_answered.insert(entry.inReplyTo);
    m_unknownAnswered.append(entry.inReplyTo);
}

QList<EventId> TimelineFold::takeUnknownAnswered()
{
    QList<EventId> unknown;
    for (const EventId& event : std::exchange(m_unknownAnswered, {})) {
        if (!knows(event))
            unknown.append(event);
    }
    return unknown;
}

// An own message has the key of its transaction, from the moment it is written; every other event that of its id.
QString TimelineFold::keyOf(const EventId& event, const QString& transactionId)
{
    if (const auto known = m_keys.constFind(event); known != m_keys.cend())
        return *known;
    const QString ofTransaction = QStringLiteral("t:") + transactionId;
    const bool free = !transactionId.isEmpty() && !m_eventOfKey.contains(ofTransaction); // a server may say the same of two
    const QString key = free ? ofTransaction : QStringLiteral("e:") + event.toString();
    m_keys.insert(event, key);
    m_eventOfKey.insert(key, event);
    return key;
}

void TimelineFold::setEchoes(const QList<TimelineEcho>& echoes)
{
    m_echoes.clear();
    for (const TimelineEcho& message : echoes) {
        auto entry = readTimelineEcho(message, m_ownUser);
        if (!entry)
            continue;
        noteAnswered(*entry);
        m_people.insert(m_ownUser);
        if (!message.eventId.isEmpty())
            keyOf(message.eventId, message.transactionId); // its event will stand where it stands
        m_echoes.append({.message = message, .entry = std::move(*entry)});
    }
}

bool TimelineFold::isEmpty() const
{
    return m_entries.lower_bound(m_start) == m_entries.end();
}

const TimelineEntry* TimelineFold::find(const EventId& event) const
{
    const auto position = m_positions.constFind(event);
    return position == m_positions.cend() ? nullptr : &m_entries.at(*position);
}

bool TimelineFold::knows(const EventId& event) const
{
    return m_positions.contains(event);
}

bool TimelineFold::holds(qint64 position) const
{
    return m_entries.contains(position);
}

EventId TimelineFold::idAt(qint64 position) const
{
    const auto entry = m_entries.find(position);
    return entry == m_entries.end() ? EventId() : entry->second.id;
}

qint64 TimelineFold::newestPosition() const
{
    return isEmpty() ? 0 : m_entries.rbegin()->first;
}

EventId TimelineFold::newestOfOthers() const
{
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend() && entry->first >= m_start; ++entry) {
        if (entry->second.sender != m_ownUser)
            return entry->second.id;
    }
    return {};
}

} // namespace core
