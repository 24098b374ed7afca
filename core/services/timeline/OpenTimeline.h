#pragma once

#include "core/room/RoomChanges.h"
#include "core/room/TimelineFold.h"
#include "core/services/timeline/RoomHistory.h"
#include "core/services/timeline/TimelineParts.h"
#include "core/services/timeline/TimelineState.h"

#include <QTimer>

namespace core {

/// One conversation on screen: a window of the stored events that ends at the newest one.
///
/// Older events come from the store, then from the server. Where a sync response has left some out, the rows before and after
/// stand around a gap that is filled by itself; if it is too large, the window begins behind it.
/// Thread: core. Closing it: delete it later, from the event loop.
class OpenTimeline final : public QObject {
    Q_OBJECT
public:
    OpenTimeline(const TimelineParts& parts, RoomId room, QObject* parent);

    void open();
    void loadOlder();
    void apply(const RoomChanges& changes);
    void refreshQueue();

    /// What a receipt is sent for; empty if there is nothing to be read, or one is no member.
    [[nodiscard]] EventId newestToRead() const;

Q_SIGNALS:
    void changed(const core::TimelineDiffs& diffs);
    void stateChanged(const core::TimelineState& state);

private:
    /// The end of a run of neighbouring events at which older ones are missing here.
    struct Edge {
        qint64 position = 0; ///< of the oldest event of the run
        TimelinePage::Before before = TimelinePage::Before::Start;
        qint64 chunk = 0;
        QString prevBatch;
    };

    Result<> readNewest();
    Result<> readNew();
    Result<> readAgain(const QList<EventId>& events);
    Result<> readEchoes();
    Result<> take(const QList<StoredEvent>& events);
    Result<> takeRelations(const EventId& target);
    Result<> takeAnswered();
    Result<> readNames();
    Result<TimelinePage> readBefore(Edge& edge, int limit);

    void startOlder();
    void continueOlder();
    Result<> readOlder();
    void finishOlder();

    Result<> noteGap(qint64 firstBehind);
    void beginBehindGap();
    void fillGap();
    void gapFetched(qint64 chunk, const Result<>& fetched);
    Result<> readGap();

    void check(const Result<>& read);
    void show();
    void showState();
    Result<TimelineState> readState();
    Result<> readContext();
    void wakeForEchoes();
    [[nodiscard]] qint64 row() const; ///< 0 if the room is not known

    const TimelineParts& m_parts;
    RoomId m_room;
    TimelineFold m_fold;
    TimelineFold::Context m_context;
    QSet<UserId> m_named;      ///< whose names were looked up
    Edge m_top;                ///< of the window
    std::optional<Edge> m_gap; ///< inside of it
    QList<TimelineItem> m_rows;
    TimelineState m_state;
    std::optional<Error> m_readError;  ///< of the store, since the last change
    std::optional<Error> m_fetchError; ///< of the server, since the last attempt
    std::optional<TimelineState> m_shownState;
    QList<UserId> m_typing;
    bool m_isOpen = false; ///< the rows were shown once
    qsizetype m_wantedRows = 0;
    int m_olderRounds = 0;
    int m_gapRounds = 0;
    bool m_gapBusy = false;
    QTimer m_echoTimer;
    RoomHistory m_history; // last: requests die before what they use
};

} // namespace core
