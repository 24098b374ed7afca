#pragma once

#include "core/room/TimelineFold.h"

namespace core {

/// One pass over a TimelineFold that makes its rows. Lives for one call of TimelineFold::items.
class TimelineRows {
public:
    TimelineRows(const TimelineFold& fold, const TimelineFold::Context& context);
    QList<TimelineItem> run();

private:
    void addEvent(const TimelineEntry& entry);
    void addEcho(const TimelineFold::Echo& echo);
    void addDivider(qint64 day, Timestamp timestamp);
    void append(TimelineItem item, qint64 day);

    void fillPeople(const TimelineEntry& entry, TimelineItem& item) const;
    void fillDeletion(const TimelineEntry& entry, TimelineItem& item) const;
    void fillMessage(const TimelineEntry& entry, TimelineItem& item) const;
    void fillReply(const TimelineEntry& entry, TimelineItem& item) const;
    void fillReactions(const EventId& target, TimelineItem& item) const;
    void addReaction(const TimelineEntry& entry, QList<Reaction>& reactions, QSet<std::pair<UserId, QString>>& seen) const;

    [[nodiscard]] const TimelineEntry* newestEdit(const TimelineEntry& original) const;
    [[nodiscard]] bool isValidEdit(const TimelineEntry& edit, const TimelineEntry& original) const;
    [[nodiscard]] bool isUnencrypted(const TimelineEntry& entry) const;
    [[nodiscard]] bool isUncertain(Timestamp timestamp) const;
    [[nodiscard]] QString quoted(const TimelineEntry& entry) const;
    [[nodiscard]] QString nameOf(const UserId& user) const;
    void group();

    const TimelineFold& m_fold;
    const TimelineFold::Context& m_context;
    QList<TimelineItem> m_items;
    QHash<qint64, int> m_dividers; // how often a day has begun
    qint64 m_day = 0;
};

} // namespace core
