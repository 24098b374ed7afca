#pragma once

#include "core/base/Identifiers.h"
#include "core/net/RetryPolicy.h"
#include "core/services/send/SendEventJob.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace core {

class Clock;

/// The persistent send queue: what is written goes out in order, room by room, and leaves the queue only with an event id.
///
/// Thread: core. Survives restarts, kill −9 and offline times (S-16): a message is stored before anything else happens, its
/// ciphertext is stored together with the advanced ratchet before it is sent, and a retry sends the same bytes again.
/// While the keys of a verified member have changed, what is written in a room waits; only the messages of a verification go
/// out, which is how the person finds out (S-26).
/// The references in `parts` and `clock` must outlive the service.
class SendService final : public QObject {
    Q_OBJECT
public:
    SendService(const SendEventJob::Parts& parts, const Clock& clock, QObject* parent = nullptr);

    /// Queues an m.room.message. Returns its transaction id once the row is committed; empty if it could not be stored.
    QString sendContent(const RoomId& room, const QJsonObject& content);
    /// Queues a message of a verification behind what waits in the room. It does not survive a restart, and if it fails it is
    /// given up: `failed` says so.
    void sendVerification(const VerificationRoomMessage& message);

public Q_SLOTS:
    /// Begins to send what waits, also from earlier runs.
    void start();
    /// Looks whether rooms that were blocked are so no more. To be called after what may change that.
    void checkBlocked();
    /// The network is back: try again now instead of after the back-off.
    void resume();
    /// Queues a plain text message. Empty and blank texts are ignored.
    void sendText(const core::RoomId& room, const QString& text);
    /// Tries a failed message again; it keeps its place before later ones.
    void retry(const core::RoomId& room, const QString& transactionId);
    /// Gives a message up that was not sent.
    void discard(const core::RoomId& room, const QString& transactionId);

Q_SIGNALS:
    /// A row of the queue was added, changed or removed.
    void queueChanged(const core::RoomId& room);
    void sent(const core::RoomId& room, const QString& transactionId, const core::EventId& event);
    /// The message stays in the queue until the person decides.
    void failed(const core::RoomId& room, const QString& transactionId, const core::Error& error);
    /// Not even queued: the disk is full or the database damaged. The text must not be cleared from where it was typed.
    void notStored(const core::RoomId& room, const core::Error& error);

private:
    Result<> add(const QueuedMessage& message);
    void advance(const RoomId& room);
    void finished(const RoomId& room, const QString& transactionId, const Result<EventId>& result);

    SendEventJob::Parts m_parts;
    const Clock& m_clock;
    RetryPolicy m_policy;
    QHash<RoomId, SendEventJob*> m_running; // at most one a room: that keeps the order
    QHash<RoomId, int> m_failures;
    QSet<RoomId> m_blocked; // because of changed keys
    bool m_started = false;
    QObject m_jobs; // last: jobs die before what they use
};

} // namespace core
