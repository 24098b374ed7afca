#pragma once

#include "core/room/TimelineEntry.h"
#include "core/room/TimelineEvent.h"

#include <QHash>
#include <QSet>

#include <map>
#include <optional>
#include <set>

namespace core {

/// Makes the rows of a conversation out of stored events, the messages of the send queue, and what is known of the people.
///
/// It holds a window of the room: all events from a position on to the newest, parsed once. Events outside of the window may be
/// added too: edits and reactions of rows inside, and messages that are answered inside; they have no row.
/// Pure: no store, no clock. Thread: any, one at a time.
class TimelineFold {
public:
    /// What is not in the events.
    struct Context {
        bool encrypted = false; ///< the room is: unencrypted messages are marked (S-84)
        Timestamp now;
        qint64 othersRead = 0;           ///< position of the newest event that somebody else has read; 0 if none
        QHash<UserId, QString> names;    ///< clean display names
        std::optional<qint64> gapBefore; ///< older events are missing before the event at this position
    };

    explicit TimelineFold(UserId ownUser);

    /// The window starts at this position; it may move in both directions. Events that fall out of it are forgotten.
    void setStart(qint64 position);
    /// Adds new events, or known ones that read otherwise now. An unusable event is ignored (S-72).
    void add(const QList<TimelineEvent>& events);
    void setEchoes(const QList<TimelineEcho>& echoes);

    [[nodiscard]] QList<TimelineItem> items(const Context& context) const;

    [[nodiscard]] bool isEmpty() const; ///< no event in the window
    [[nodiscard]] bool knows(const EventId& event) const;
    [[nodiscard]] bool holds(qint64 position) const;   ///< an event is known at this position
    [[nodiscard]] EventId idAt(qint64 position) const; ///< of that event; empty if none is known there
    [[nodiscard]] qint64 newestPosition() const;       ///< 0 if empty
    /// Newest event in the window that somebody else has sent; empty if there is none.
    [[nodiscard]] EventId newestOfOthers() const;
    /// Everybody whose name is shown somewhere.
    [[nodiscard]] const QSet<UserId>& people() const { return m_people; }
    /// Messages that are answered in the window and not known here. Each is handed out once.
    QList<EventId> takeUnknownAnswered();

private:
    friend class TimelineRows;
    using Entries = std::map<qint64, TimelineEntry>;
    struct Echo {
        TimelineEcho message;
        TimelineEntry entry;
    };

    [[nodiscard]] const TimelineEntry* find(const EventId& event) const;
    void put(TimelineEntry entry);
    void forget(Entries::iterator place);
    void noteAnswered(const TimelineEntry& entry);
    QString keyOf(const EventId& event, const QString& transactionId);

    UserId m_ownUser;
    qint64 m_start = 0;
    Entries m_entries; // by position; also those outside of the window
    QHash<EventId, qint64> m_positions;
    QHash<EventId, std::set<qint64>> m_relations; // edits and reactions by what they relate to
    QList<Echo> m_echoes;
    QHash<EventId, QString> m_keys; // of rows, for the fold's whole life
    QHash<QString, EventId> m_eventOfKey;
    QSet<UserId> m_people;
    QSet<EventId> m_answered;         // asked for
    QList<EventId> m_unknownAnswered; // not yet handed out
};

} // namespace core
