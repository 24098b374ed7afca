#include "core/services/timeline/StoredRows.h"

namespace core {

namespace {

using Reading = TimelineEvent::Reading;
using Reason = TimelineItem::Reason;

Reading readingOf(EventStatus status)
{
    switch (status) {
    case EventStatus::Clear:
        return Reading::Clear;
    case EventStatus::Decrypted:
        return Reading::Decrypted;
    case EventStatus::DecryptedUnproven:
        return Reading::Unproven;
    default:
        return Reading::Unreadable;
    }
}

Reason reasonOf(EventStatus status)
{
    switch (status) {
    case EventStatus::Clear:
    case EventStatus::Decrypted:
    case EventStatus::DecryptedUnproven:
    case EventStatus::Pending:
        return Reason::None;
    case EventStatus::MissingKey:
        return Reason::MissingKey;
    case EventStatus::Withheld:
        return Reason::Withheld;
    case EventStatus::WithheldUnverified:
        return Reason::WithheldUnverified;
    case EventStatus::UnknownIndex:
        return Reason::UnknownIndex;
    case EventStatus::Replay:
    case EventStatus::WrongRoom: // a copy too, of a message from elsewhere
        return Reason::Replay;
    case EventStatus::SenderMismatch:
        return Reason::SenderMismatch;
    case EventStatus::UntrustedDevice:
        return Reason::UntrustedDevice;
    case EventStatus::Malformed:
        return Reason::Malformed;
    case EventStatus::UnsupportedAlgorithm:
        return Reason::UnsupportedAlgorithm;
    case EventStatus::KeysRenewed:
        return Reason::KeysRenewed;
    }
    return Reason::Malformed;
}

TimelineEcho::State stateOf(QueuedMessage::State state)
{
    switch (state) {
    case QueuedMessage::State::Waiting:
        return TimelineEcho::State::Waiting;
    case QueuedMessage::State::Failed:
        return TimelineEcho::State::Failed;
    case QueuedMessage::State::Sent:
        return TimelineEcho::State::Sent;
    }
    return TimelineEcho::State::Waiting;
}

} // namespace

TimelineEvent toTimelineEvent(const StoredEvent& stored)
{
    return {.position = stored.position,
            .json = stored.json,
            .plain = stored.plain,
            .reading = readingOf(stored.status),
            .reason = reasonOf(stored.status)};
}

QList<TimelineEvent> toTimelineEvents(const QList<StoredEvent>& stored)
{
    QList<TimelineEvent> events;
    events.reserve(stored.size());
    for (const StoredEvent& event : stored)
        events.append(toTimelineEvent(event));
    return events;
}

TimelineEcho toTimelineEcho(const QueuedMessage& message)
{
    return {.transactionId = message.transactionId,
            .type = message.type,
            .content = message.content,
            .state = stateOf(message.state),
            .eventId = message.eventId,
            .failure = message.failure,
            .queuedAt = message.queuedAt};
}

} // namespace core
