#pragma once

#include "core/base/Identifiers.h"
#include "core/encryption/OlmMachine.h"
#include "core/event/EventHead.h"
#include "core/store/TimelineStore.h"

namespace core {

/// An event as it goes into the store: its readable form, as far as there is one.
struct ReadEvent {
    QByteArray plain; ///< null unless it was decrypted
    EventStatus status = EventStatus::Clear;
    QByteArray sessionId; ///< of an encrypted event that is not readable
    DeviceId device = {}; ///< with Decrypted: the one that has sent it
    bool operator==(const ReadEvent&) const = default;
};

/// Decrypts an m.room.encrypted event; every other event is Clear. Errors: those of the store.
Result<ReadEvent> readEvent(OlmMachine& machine, const RoomId& room, const EventHead& event);

/// … and one that is left for later: Pending if it is encrypted.
ReadEvent postponeEvent(const EventHead& event);

/// What is left of a deleted event: its envelope, with the raw `redaction` in `unsigned.redacted_because`. State events keep
/// what their room would still apply: the membership of a member. An edit stays known as one, so that it gets no row of its own.
/// Valid JSON.
/// Spec: Matrix v1.11, Room Version 11, "Redactions".
QByteArray redactedEvent(const EventHead& event, std::string_view redaction);

/// For events that name their sender and themselves as the grammar says; empty otherwise.
struct EventNames {
    EventId id;
    UserId sender;
};
std::optional<EventNames> namesOf(const EventHead& event);

} // namespace core
