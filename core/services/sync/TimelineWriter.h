#pragma once

#include "core/base/Clock.h"
#include "core/room/RoomChanges.h"
#include "core/services/sync/EventReader.h"
#include "core/services/sync/RoomPreview.h"
#include "core/store/RoomStore.h"
#include "core/store/SendQueueStore.h"
#include "core/store/TimelineStore.h"

namespace core {

/// Writes the events of one room's timeline: decrypts them, applies deletions, matches own messages with the send queue.
///
/// Thread: core. References must outlive it.
class TimelineWriter {
public:
    struct Parts {
        OlmMachine& machine;
        RoomStore& rooms;
        TimelineStore& timeline;
        SendQueueStore& queue;
        const Clock& clock;
        UserId ownUser;
    };
    explicit TimelineWriter(const Parts& parts);

    enum class Decrypt { Now, Later };

    /// A new event at the newest end; `position` is that of the event before and moves on. One of somebody else that belongs to a
    /// verification, and so is not for people, becomes `changes.readAlready`.
    Result<> append(RoomRecord& record, qint64& position, const EventHead& event, std::string_view json, Decrypt decrypt,
                    RoomChanges& changes);

    /// An event before all others of its chunk, at `position`, which moves on. False if it is known already; then it stays.
    Result<bool> prepend(const RoomRecord& record, qint64& position, const EventHead& event, std::string_view json,
                         RoomChanges& changes);

    /// Tries to read a stored event once more. True if it reads otherwise now.
    Result<bool> readAgain(RoomRecord& record, const StoredEvent& stored, RoomChanges& changes);

private:
    Result<bool> insert(const RoomRecord& record, qint64 position, const EventHead& event, std::string_view json,
                        const ReadEvent& read, RoomChanges& changes);
    Result<bool> offerVerification(const RoomRecord& record, const EventHead& event, const ReadEvent& read);
    Result<> applyRedaction(RoomRecord& record, const EventHead& event, std::string_view json, RoomChanges& changes);
    Result<> matchQueue(const RoomRecord& record, const EventHead& event, RoomChanges& changes);
    void noteActivity(RoomRecord& record, const EventHead& event) const;

    Parts m_parts;
    std::string m_ownUser;
    RoomPreview m_preview;
    JsonDocument m_document;
};

} // namespace core
