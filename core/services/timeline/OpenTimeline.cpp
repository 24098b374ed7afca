#include "core/services/timeline/OpenTimeline.h"

#include "core/base/Clock.h"
#include "core/base/ListDiffer.h"
#include "core/services/timeline/StoredRows.h"
#include "core/store/RoomStore.h"

#include <algorithm>

namespace core {

namespace {

constexpr int pageSize = 50;
constexpr qsizetype rowsAtOnce = 30; // that loading older shall bring: not every event has a row
constexpr int maximumOlderRounds = 6;
constexpr int maximumGapRounds = 10;
constexpr qint64 echoAge = 10'000; // see TimelineRows: then a message waits

using Before = TimelinePage::Before;

TimelineState::CanSend canSendInto(const RoomRecord& record)
{
    using CanSend = TimelineState::CanSend;
    if (record.summary.membership != Membership::Join)
        return CanSend::NotJoined;
    if (!record.successor.isEmpty())
        return CanSend::Upgraded;
    if (!record.summary.encrypted || !record.algorithmKnown)
        return CanSend::NotEncrypted;
    return record.maySend ? CanSend::Yes : CanSend::NotPermitted;
}

qint64 chunkOf(qint64 position)
{
    return position >> 32;
}

} // namespace

OpenTimeline::OpenTimeline(const TimelineParts& parts, RoomId room, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_room(std::move(room))
    , m_fold(parts.ownUser)
    , m_history(parts, m_room)
{
    m_echoTimer.setSingleShot(true);
    connect(&m_echoTimer, &QTimer::timeout, this, &OpenTimeline::show);
}

qint64 OpenTimeline::row() const
{
    const auto* const record = m_parts.rooms.find(m_room);
    return record ? record->row : 0;
}

void OpenTimeline::open()
{
    check(readNewest());
    check(readEchoes());
    show();
    if (m_rows.size() < rowsAtOnce && m_top.before != Before::Start)
        startOlder();
}

void OpenTimeline::apply(const RoomChanges& changes)
{
    m_readError.reset();
    if (changes.members)
        m_named.clear();
    if (changes.typing)
        m_typing = *changes.typing;
    check(readNew());
    check(readAgain(changes.rewritten));
    check(readEchoes()); // together with the events: what leaves the queue is in the timeline
    if (changes.history && m_gap)
        check(readGap());
    show();
    fillGap();
}

void OpenTimeline::refreshQueue()
{
    m_readError.reset();
    check(readNew());
    check(readEchoes());
    show();
}

EventId OpenTimeline::newestToRead() const
{
    const auto* const record = m_parts.rooms.find(m_room);
    return record && record->summary.membership == Membership::Join ? m_fold.newestOfOthers() : EventId();
}

void OpenTimeline::check(const Result<>& read)
{
    if (!read)
        m_readError = read.error();
}

// -- Reading -------------------------------------------------------------------------------------------------------------

Result<> OpenTimeline::readNewest()
{
    const auto page = m_parts.timeline.newest(row(), pageSize);
    if (!page)
        return std::unexpected(page.error());
    m_top = {.position = page->events.isEmpty() ? 0 : page->events.first().position,
             .before = page->before,
             .chunk = page->chunk,
             .prevBatch = page->prevBatch};
    m_fold.setStart(m_top.position);
    return take(page->events);
}

Result<> OpenTimeline::readNew()
{
    const qint64 newest = m_fold.newestPosition();
    if (newest == 0)
        return readNewest();
    const auto events = m_parts.timeline.after(row(), newest);
    if (!events)
        return std::unexpected(events.error());
    const auto behind = std::find_if(events->begin(), events->end(),
                                     [newest](const StoredEvent& event) { return chunkOf(event.position) != chunkOf(newest); });
    if (behind != events->end()) {
        if (const auto noted = noteGap(behind->position); !noted)
            return noted;
    }
    return take(*events);
}

Result<> OpenTimeline::take(const QList<StoredEvent>& events)
{
    QList<StoredEvent> fresh;
    for (const StoredEvent& event : events) {
        if (!m_fold.holds(event.position))
            fresh.append(event);
    }
    m_fold.add(toTimelineEvents(fresh));
    for (const StoredEvent& event : fresh) {
        if (const auto taken = takeRelations(m_fold.idAt(event.position)); !taken)
            return taken;
    }
    return takeAnswered();
}

// Edits and reactions may have come before their message, or lie behind a gap.
Result<> OpenTimeline::takeRelations(const EventId& target)
{
    if (target.isEmpty())
        return {};
    const auto relations = m_parts.timeline.relations(row(), target);
    if (!relations)
        return std::unexpected(relations.error());
    for (const StoredEvent& event : *relations) {
        if (!m_fold.holds(event.position))
            m_fold.add({toTimelineEvent(event)});
    }
    return {};
}

Result<> OpenTimeline::takeAnswered()
{
    const QList<EventId> answered = m_fold.takeUnknownAnswered();
    for (const EventId& id : answered) {
        const auto event = m_parts.timeline.event(row(), id);
        if (!event)
            return std::unexpected(event.error());
        if (!*event)
            continue;
        m_fold.add({toTimelineEvent(**event)});
        if (const auto taken = takeRelations(id); !taken)
            return taken;
    }
    return {};
}

Result<> OpenTimeline::readAgain(const QList<EventId>& events)
{
    for (const EventId& id : events) {
        const auto event = m_parts.timeline.event(row(), id);
        if (!event)
            return std::unexpected(event.error());
        if (!*event || !m_fold.knows(id))
            continue;
        m_fold.add({toTimelineEvent(**event)});
        if (const auto taken = takeRelations(id); !taken)
            return taken;
    }
    return takeAnswered();
}

Result<> OpenTimeline::readEchoes()
{
    const auto messages = m_parts.queue.messages(m_room);
    if (!messages)
        return std::unexpected(messages.error());
    QList<TimelineEcho> echoes;
    for (const QueuedMessage& message : *messages)
        echoes.append(toTimelineEcho(message));
    m_fold.setEchoes(echoes);
    return takeAnswered();
}

Result<> OpenTimeline::readNames()
{
    const QSet<UserId> wanted = m_fold.people() + QSet<UserId>(m_typing.begin(), m_typing.end()) - m_named;
    if (wanted.isEmpty())
        return {};
    const auto names = m_parts.rooms.memberNames(m_room, wanted.values());
    if (!names)
        return std::unexpected(names.error());
    for (const UserId& user : wanted) {
        QString name = names->value(user);
        if (name.isEmpty()) {
            const auto former = formerName(m_parts.rooms, row(), user);
            if (!former)
                return std::unexpected(former.error());
            name = *former;
        }
        m_context.names.insert(user, name);
    }
    m_named += wanted;
    return {};
}

// Moves the edge back over what is stored.
Result<TimelinePage> OpenTimeline::readBefore(Edge& edge, int limit)
{
    auto page = m_parts.timeline.before(row(), edge.position, limit);
    if (!page)
        return page;
    if (!page->events.isEmpty())
        edge.position = page->events.first().position;
    edge.before = page->before;
    edge.chunk = page->chunk;
    edge.prevBatch = page->prevBatch;
    return page;
}

// -- Older events --------------------------------------------------------------------------------------------------------

void OpenTimeline::loadOlder()
{
    m_readError.reset();
    fillGap();
    if (m_state.loadingOlder || m_top.before == Before::Start)
        return showState();
    startOlder();
}

void OpenTimeline::startOlder()
{
    m_fetchError.reset();
    m_state.loadingOlder = true;
    m_olderRounds = 0;
    m_wantedRows = m_rows.size() + rowsAtOnce;
    continueOlder();
}

// One step: from the store, or else from the server into the store.
void OpenTimeline::continueOlder()
{
    if (const auto read = readOlder(); !read) {
        check(read);
        return finishOlder();
    }
    show();
    const bool enough = m_rows.size() >= m_wantedRows || m_top.before == Before::Start;
    if (enough || ++m_olderRounds > maximumOlderRounds)
        return finishOlder();
    if (m_top.before == Before::Stored)
        return continueOlder();
    m_history.fetch(m_top.chunk, m_top.prevBatch, [this](const Result<>& fetched) {
        if (fetched)
            return continueOlder();
        m_fetchError = fetched.error();
        finishOlder();
    });
}

Result<> OpenTimeline::readOlder()
{
    if (m_fold.isEmpty())
        return readNewest();
    const auto page = readBefore(m_top, pageSize);
    if (!page)
        return std::unexpected(page.error());
    m_fold.setStart(m_top.position);
    return take(page->events);
}

void OpenTimeline::finishOlder()
{
    m_state.loadingOlder = false;
    showState();
}

// -- Gaps ----------------------------------------------------------------------------------------------------------------

// The events from `firstBehind` on came without those before them, unless the store has joined them already.
Result<> OpenTimeline::noteGap(qint64 firstBehind)
{
    Edge edge;
    edge.position = firstBehind;
    const auto page = readBefore(edge, 1);
    if (!page)
        return std::unexpected(page.error());
    if (!page->events.isEmpty() || page->before != Before::Gap)
        return {};
    if (m_gap)
        beginBehindGap();
    m_gap = edge;
    m_gapRounds = 0;
    return {};
}

void OpenTimeline::beginBehindGap()
{
    m_top = *m_gap;
    m_gap.reset();
    m_fold.setStart(m_top.position);
}

void OpenTimeline::fillGap()
{
    if (!m_gap || m_gapBusy)
        return;
    if (++m_gapRounds > maximumGapRounds) {
        beginBehindGap();
        return show();
    }
    m_gapBusy = true;
    m_fetchError.reset();
    m_history.fetch(m_gap->chunk, m_gap->prevBatch,
                    [this, chunk = m_gap->chunk](const Result<>& fetched) { gapFetched(chunk, fetched); });
}

void OpenTimeline::gapFetched(qint64 chunk, const Result<>& fetched)
{
    m_gapBusy = false;
    if (!fetched) {
        --m_gapRounds;
        m_fetchError = fetched.error();
        return showState(); // the next change of the room, or the person, tries again
    }
    if (m_gap && m_gap->chunk == chunk)
        check(readGap());
    show();
    fillGap();
}

Result<> OpenTimeline::readGap()
{
    const qint64 chunk = m_gap->chunk;
    bool joined = false;
    do {
        const auto page = readBefore(*m_gap, 2 * pageSize);
        if (!page)
            return std::unexpected(page.error());
        if (const auto taken = take(page->events); !taken)
            return taken;
        joined = page->before == Before::Start || chunkOf(m_gap->position) < chunk;
    } while (!joined && m_gap->before == Before::Stored);
    if (joined)
        m_gap.reset();
    return {};
}

// -- Showing -------------------------------------------------------------------------------------------------------------

Result<> OpenTimeline::readContext()
{
    m_context.now = m_parts.clock.now();
    m_context.gapBefore = m_gap ? std::optional(m_gap->position) : std::nullopt;
    const auto* const record = m_parts.rooms.find(m_room);
    if (!record)
        return {};
    m_context.encrypted = record->summary.encrypted;
    if (!record->othersRead.isEmpty()) {
        const auto position = m_parts.timeline.position(record->row, record->othersRead);
        if (!position)
            return std::unexpected(position.error());
        m_context.othersRead = position->value_or(m_context.othersRead);
    }
    return readNames();
}

void OpenTimeline::show()
{
    check(readContext());
    showState();
    const QList<TimelineItem> rows = m_fold.items(m_context);
    const TimelineDiffs diffs = m_isOpen ? findDiffs(m_rows, rows, [](const TimelineItem& item) { return item.key; })
                                         : TimelineDiffs{ResetItems<TimelineItem>{rows}};
    m_isOpen = true;
    m_rows = rows;
    wakeForEchoes();
    if (!diffs.isEmpty())
        Q_EMIT changed(diffs);
}

// A message that is not sent soon waits for the connection: nothing else happens then that would say so.
void OpenTimeline::wakeForEchoes()
{
    m_echoTimer.stop();
    const auto sending = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const TimelineItem& item) {
        return item.sendState == TimelineItem::SendState::Sending;
    });
    if (sending != m_rows.cend())
        m_echoTimer.start(static_cast<int>(std::clamp<qint64>(sending->timestamp.ms + echoAge - m_context.now.ms, 1, echoAge)));
}

void OpenTimeline::showState()
{
    if (const auto state = readState())
        m_state = *state;
    else
        m_readError = state.error();
    m_state.loadError = m_fetchError ? m_fetchError : m_readError;
    if (m_shownState == m_state)
        return;
    m_shownState = m_state;
    Q_EMIT stateChanged(m_state);
}

Result<TimelineState> OpenTimeline::readState()
{
    TimelineState state = m_state;
    state.room = m_room;
    state.reachedStart = m_top.before == Before::Start;
    state.typingNames.clear();
    for (const UserId& user : m_typing) {
        if (const QString name = m_context.names.value(user); !name.isEmpty())
            state.typingNames.append(name);
    }
    const auto* const record = m_parts.rooms.find(m_room);
    if (!record) {
        state.canSend = TimelineState::CanSend::NotJoined;
        return state;
    }
    state.memberCount = record->joinedCount;
    state.canSend = canSendInto(*record);
    const auto summary = m_parts.rooms.summary(m_room);
    if (!summary)
        return std::unexpected(summary.error());
    state.summary = summary->value_or(state.summary);
    return state;
}

} // namespace core
