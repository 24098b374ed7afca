#include "core/room/TimelineRows.h"

#include "core/room/CleanText.h"

#include <QDate>

#include <algorithm>

namespace core {

namespace {

using Kind = TimelineItem::Kind;
using SendState = TimelineItem::SendState;
using Authenticity = TimelineItem::Authenticity;

constexpr qint64 earliestTime = 1'420'070'400'000; // 2015-01-01: nothing is older than Matrix
constexpr qint64 clockTolerance = 5 * 60 * 1'000;
constexpr qint64 sendingTime = 10 * 1'000; // what takes longer waits for the connection

bool hasContent(const TimelineItem& item)
{
    return item.kind == Kind::Message || item.kind == Kind::File || item.kind == Kind::Location;
}

bool isOfPerson(const TimelineItem& item)
{
    return hasContent(item) || item.kind == Kind::Deleted || item.kind == Kind::Undecryptable || item.kind == Kind::Unsupported;
}

// May two rows stand together under one name? Not if one of them only claims to be of that person.
bool belongTogether(const TimelineItem& upper, const TimelineItem& lower)
{
    return isOfPerson(upper) && isOfPerson(lower) && !upper.sender.isEmpty() && upper.sender == lower.sender &&
           upper.authenticity == lower.authenticity;
}

void takeContent(const TimelineItem& from, TimelineItem& to)
{
    to.kind = from.kind;
    to.messageType = from.messageType;
    to.text = from.text;
    to.fileName = from.fileName;
    to.fileSize = from.fileSize;
    to.mimeType = from.mimeType;
}

} // namespace

TimelineRows::TimelineRows(const TimelineFold& fold, const TimelineFold::Context& context)
    : m_fold(fold)
    , m_context(context)
{
}

QList<TimelineItem> TimelineRows::run()
{
    bool gapShown = !m_context.gapBefore;
    for (auto place = m_fold.m_entries.lower_bound(m_fold.m_start); place != m_fold.m_entries.end(); ++place) {
        if (!gapShown && place->first >= *m_context.gapBefore) {
            gapShown = true;
            TimelineItem gap;
            gap.key = QStringLiteral("gap");
            gap.kind = Kind::Gap;
            m_items.append(gap);
        }
        if (place->second.hasRow)
            addEvent(place->second);
    }
    for (const auto& echo : m_fold.m_echoes) {
        if (echo.entry.hasRow)
            addEcho(echo);
    }
    group();
    return std::move(m_items);
}

// -- Rows ----------------------------------------------------------------------------------------------------------------

void TimelineRows::addEvent(const TimelineEntry& entry)
{
    using Change = TimelineItem::Change;
    const bool joins = entry.row.change == Change::Joined && entry.changed.isEmpty();
    if (joins && !m_items.isEmpty() && m_items.last().change == Change::Created && m_items.last().sender == entry.sender)
        return; // who starts a chat is in it
    TimelineItem item = entry.row;
    item.key = m_fold.m_keys.value(entry.id);
    item.eventId = entry.id;
    item.timeUncertain = isUncertain(entry.row.timestamp);
    fillPeople(entry, item);
    if (item.kind == Kind::Deleted)
        fillDeletion(entry, item);
    else if (item.kind != Kind::StateChange)
        fillMessage(entry, item);
    if (item.own && isOfPerson(item) && item.kind != Kind::Deleted)
        item.sendState = entry.position <= m_context.othersRead ? SendState::Read : SendState::Sent;
    append(std::move(item), entry.day);
}

void TimelineRows::addEcho(const TimelineFold::Echo& echo)
{
    const TimelineEcho& message = echo.message;
    const QString ofTransaction = QStringLiteral("t:") + message.transactionId;
    const EventId arrived = message.eventId.isEmpty() ? m_fold.m_eventOfKey.value(ofTransaction) : message.eventId;
    if (!arrived.isEmpty() && m_fold.knows(arrived))
        return; // its event has its row
    TimelineItem item = echo.entry.row;
    item.key = arrived.isEmpty() ? ofTransaction : m_fold.m_keys.value(arrived);
    item.eventId = message.eventId;
    item.transactionId = message.transactionId;
    fillPeople(echo.entry, item);
    fillMessage(echo.entry, item);
    switch (message.state) {
    case TimelineEcho::State::Waiting:
        item.sendState = m_context.now.ms - message.queuedAt.ms < sendingTime ? SendState::Sending : SendState::Waiting;
        break;
    case TimelineEcho::State::Failed:
        item.sendState = SendState::Failed;
        item.failure = message.failure;
        break;
    case TimelineEcho::State::Sent:
        item.sendState = SendState::Sent;
        break;
    }
    append(std::move(item), echo.entry.day);
}

void TimelineRows::addDivider(qint64 day, Timestamp timestamp)
{
    m_day = day;
    const int before = m_dividers[day]++; // a day can begin twice: servers deliver late
    TimelineItem divider;
    divider.kind = Kind::DayDivider;
    divider.key = QStringLiteral("d:%1/%2").arg(day).arg(before);
    // Noon, so that the row is the same whichever message comes first.
    const QDateTime noon(QDate::fromJulianDay(day), QTime(12, 0));
    divider.timestamp = noon.isValid() ? Timestamp{noon.toMSecsSinceEpoch()} : timestamp;
    m_items.append(divider);
}

void TimelineRows::append(TimelineItem item, qint64 day)
{
    if (!item.timeUncertain && day != m_day)
        addDivider(day, item.timestamp);
    m_items.append(std::move(item));
}

void TimelineRows::group()
{
    for (qsizetype i = 1; i < m_items.size(); ++i) {
        if (belongTogether(m_items[i - 1], m_items[i])) {
            m_items[i - 1].lastOfSender = false;
            m_items[i].firstOfSender = false;
        }
    }
}

// -- People --------------------------------------------------------------------------------------------------------------

QString TimelineRows::nameOf(const UserId& user) const
{
    return m_context.names.value(user);
}

void TimelineRows::fillPeople(const TimelineEntry& entry, TimelineItem& item) const
{
    if (item.reason == TimelineItem::Reason::SenderMismatch)
        return; // never the name of the person whom somebody pretends to be (S-07)
    item.sender = entry.sender;
    item.own = entry.sender == m_fold.m_ownUser;
    item.senderName = nameOf(entry.sender);
    const bool isUnknown = item.senderName.isEmpty() && entry.changed.isEmpty();
    if (item.change == TimelineItem::Change::ProfileName || isUnknown)
        item.senderName = entry.nameInEvent;
    if (entry.changed.isEmpty())
        return;
    item.targetName = nameOf(entry.changed);
    if (item.targetName.isEmpty())
        item.targetName = entry.nameInEvent;
}

// S-85: it is the server who says so.
void TimelineRows::fillDeletion(const TimelineEntry& entry, TimelineItem& item) const
{
    if (entry.deletedBy.isEmpty() || (item.own && entry.deletedBy == entry.sender))
        return;
    item.deletedBy = nameOf(entry.deletedBy);
    if (item.deletedBy.isEmpty())
        item.deletedBy = serverName(entry.deletedBy); // must not look like one's own doing
}

// -- Messages ------------------------------------------------------------------------------------------------------------

void TimelineRows::fillMessage(const TimelineEntry& entry, TimelineItem& item) const
{
    if (isUnencrypted(entry))
        item.authenticity = Authenticity::NotEncrypted;
    if (const TimelineEntry* const edit = newestEdit(entry)) {
        takeContent(edit->row, item);
        item.edited = true;
    }
    fillReply(entry, item);
    fillReactions(entry.id, item);
}

bool TimelineRows::isUnencrypted(const TimelineEntry& entry) const
{
    return m_context.encrypted && !entry.encrypted && !entry.isState && !entry.deleted;
}

bool TimelineRows::isUncertain(Timestamp timestamp) const
{
    return timestamp.ms < earliestTime || timestamp.ms > m_context.now.ms + clockTolerance;
}

// S-83. Where the original is proven to be of its sender, the edit must be so too.
bool TimelineRows::isValidEdit(const TimelineEntry& edit, const TimelineEntry& original) const
{
    const QLatin1StringView type("m.room.message");
    const bool relates = edit.relation == EventRelation::Kind::Replace && original.relation != EventRelation::Kind::Replace;
    const bool sameKind = edit.type == type && original.type == type && !edit.isState && !original.isState;
    const bool protectedAlike = !original.encrypted || (edit.encrypted && (edit.proven || !original.proven));
    return relates && sameKind && protectedAlike && edit.sender == original.sender && hasContent(edit.row) &&
           hasContent(original.row);
}

const TimelineEntry* TimelineRows::newestEdit(const TimelineEntry& original) const
{
    if (original.id.isEmpty() || !hasContent(original.row))
        return nullptr;
    for (auto echo = m_fold.m_echoes.crbegin(); echo != m_fold.m_echoes.crend(); ++echo) {
        if (echo->entry.target == original.id && isValidEdit(echo->entry, original))
            return &echo->entry;
    }
    const auto relations = m_fold.m_relations.constFind(original.id);
    if (relations == m_fold.m_relations.cend())
        return nullptr;
    for (auto position = relations->rbegin(); position != relations->rend(); ++position) {
        const TimelineEntry& edit = m_fold.m_entries.at(*position);
        if (isValidEdit(edit, original))
            return &edit;
    }
    return nullptr;
}

void TimelineRows::fillReply(const TimelineEntry& entry, TimelineItem& item) const
{
    item.isReply = !entry.inReplyTo.isEmpty();
    const TimelineEntry* const answered = item.isReply ? m_fold.find(entry.inReplyTo) : nullptr;
    // What is not sure to be of a person is not quoted as theirs.
    if (!answered || answered->isState || isUnencrypted(*answered) ||
        answered->row.reason == TimelineItem::Reason::SenderMismatch)
        return;
    item.replyToName = nameOf(answered->sender);
    item.replyToText = quoted(*answered);
}

QString TimelineRows::quoted(const TimelineEntry& entry) const
{
    constexpr qsizetype maximumLength = 200;
    if (!hasContent(entry.row) || !entry.hasRow)
        return {};
    const TimelineEntry* const edit = newestEdit(entry);
    const TimelineItem& content = edit ? edit->row : entry.row;
    const QString& text = content.text.isEmpty() ? content.fileName : content.text;
    return cleanMessage(text.left(2 * maximumLength).simplified(), maximumLength);
}

// -- Reactions -----------------------------------------------------------------------------------------------------------

void TimelineRows::fillReactions(const EventId& target, TimelineItem& item) const
{
    if (target.isEmpty())
        return;
    QSet<std::pair<UserId, QString>> seen;
    if (const auto relations = m_fold.m_relations.constFind(target); relations != m_fold.m_relations.cend()) {
        for (const qint64 position : *relations)
            addReaction(m_fold.m_entries.at(position), item.reactions, seen);
    }
    for (const auto& echo : m_fold.m_echoes) {
        if (echo.entry.target == target)
            addReaction(echo.entry, item.reactions, seen);
    }
}

void TimelineRows::addReaction(const TimelineEntry& entry, QList<Reaction>& reactions,
                               QSet<std::pair<UserId, QString>>& seen) const
{
    const bool isReaction = entry.relation == EventRelation::Kind::Annotation && entry.type == QLatin1StringView("m.reaction");
    if (!isReaction || entry.isState || entry.deleted || entry.reactionKey.isEmpty())
        return;
    const std::pair person(entry.sender, entry.reactionKey);
    if (seen.contains(person))
        return; // once is enough
    seen.insert(person);
    auto reaction =
        std::find_if(reactions.begin(), reactions.end(), [&](const Reaction& known) { return known.key == entry.reactionKey; });
    if (reaction == reactions.end())
        reaction = reactions.insert(reactions.end(), Reaction{.key = entry.reactionKey, .senderNames = {}, .own = false});
    reaction->senderNames.append(nameOf(entry.sender));
    reaction->own = reaction->own || entry.sender == m_fold.m_ownUser;
}

// Here and not beside the rest of its class, so that the two units do not include each other.
QList<TimelineItem> TimelineFold::items(const Context& context) const
{
    return TimelineRows(*this, context).run();
}

} // namespace core
