#pragma once

#include "core/base/Clock.h"
#include "core/services/timeline/TimelineService.h"
#include "core/store/RoomStore.h"
#include "core/store/SendQueueStore.h"
#include "core/store/TimelineStore.h"
#include "tests/support/FakeHomeserver.h"
#include "tests/support/TemporaryDatabase.h"

#include <QJsonObject>

namespace core {

/// One room in a real database, a server that answers from a script, and what the service shows of it, replayed from its diffs.
class ShownRoom {
public:
    ShownRoom();

    static const UserId own;
    static const UserId anna;
    static const RoomId id;

    struct FixedClock final : Clock {
        [[nodiscard]] Timestamp now() const override { return time; }
        Timestamp time;
    };

    // -- What the store has ----------------------------------------------------------------------------------------------

    /// A message as the server sends it: number `n` has the id $n and was sent n minutes after the first.
    static QByteArray message(int number, const UserId& sender = anna, const QJsonObject& more = {});
    static QByteArray reaction(int number, int target, const UserId& sender = anna);
    static EventId eventId(int number);

    void append(const QByteArray& event, EventStatus status = EventStatus::Clear, const QByteArray& plain = {});
    void appendMessages(int first, int last);
    void startChunk(const QString& prevBatch); ///< what is appended next comes after a gap
    void queue(const QString& transaction, const QString& text, QueuedMessage::State state = QueuedMessage::State::Waiting);
    void setMember(const UserId& user, const QString& name);
    void changeRecord(const std::function<void(RoomRecord&)>& change);
    [[nodiscard]] qint64 row() const { return rooms.find(id)->row; }

    // -- What the server has ---------------------------------------------------------------------------------------------

    /// A page of messages, newest first.
    static FakeHomeserver::Answer page(int newest, int oldest, const QString& end, const QByteArray& state = "[]");
    void answerMessages(std::vector<FakeHomeserver::Answer> answers);
    [[nodiscard]] qsizetype messageRequests() const
    {
        return server.count("GET", QStringLiteral("/_matrix/client/v3/rooms/*/messages"));
    }

    // -- What is shown ---------------------------------------------------------------------------------------------------

    void open() { service->open(id); }
    void apply(const RoomChanges& room) { service->apply({room}); }
    [[nodiscard]] QList<TimelineItem> messages() const; ///< rows of people
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] bool hasGap() const;

    TemporaryDatabase database;
    RoomStore rooms{*database};
    TimelineStore timeline{*database};
    SendQueueStore sendQueue{*database};
    FakeHomeserver server;
    FixedClock clock;
    Api api;
    std::unique_ptr<TimelineService> service;
    bool storesHistory = true;

    QList<TimelineItem> shown;
    QList<TimelineDiffs> changes; ///< as they came
    QList<TimelineState> states;

private:
    Result<> storeHistory(qint64 chunk, const std::vector<std::string_view>& events, const QString& end);
    void replay(const TimelineDiffs& diffs);

    qint64 m_position = 0;
};

} // namespace core
