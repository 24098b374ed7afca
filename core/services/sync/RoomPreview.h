#pragma once

#include "core/event/EventContent.h"
#include "core/services/sync/EventReader.h"
#include "core/store/RoomStore.h"

namespace core {

/// Keeps the last line of a room's row: which event it shows and how that reads.
///
/// Thread: core. References must outlive it.
class RoomPreview {
public:
    RoomPreview(RoomStore& rooms, TimelineStore& timeline, UserId ownUser);

    /// A new event at the newest end. `read`: how it can be read. Events that are no message leave the line as it is, and so do
    /// unencrypted messages in an encrypted room (S-84) and edits of others' messages (S-83).
    Result<> offer(RoomRecord& record, const EventHead& event, const ReadEvent& read);
    /// The event was decrypted late; does nothing unless it is the shown one. If it turns out to be no message, the line shows
    /// the newest one before.
    Result<> renew(RoomRecord& record, const EventHead& event, const ReadEvent& read);
    /// The event was deleted; does nothing unless it is the shown one.
    static void forget(RoomRecord& record, const EventId& event);

private:
    static void show(RoomRecord& record, const EventContent& content);
    Result<> showNewest(RoomRecord& record);
    EventContent contentOf(const EventHead& event, const ReadEvent& read);
    Result<> showSender(RoomRecord& record, const UserId& sender);
    Result<bool> mayEdit(const RoomRecord& record, const EventNames& editor, const ReadEvent& read);

    RoomStore& m_rooms;
    TimelineStore& m_timeline;
    UserId m_ownUser;
    JsonDocument m_document;
};

} // namespace core
