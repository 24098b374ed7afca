#pragma once

#include "core/session/Session.h"
#include "core/session/SessionParts.h"

#include <QJsonObject>

#include <optional>

namespace headless {

/// Turns stored events into the lines of tests/peer (`describe` there): envelope, readable content, how it was encrypted, and
/// what a person is warned of.
///
/// `parts` must outlive it.
class Describe {
public:
    explicit Describe(core::SessionParts& parts)
        : m_parts(parts)
    {
    }

    /// Without edits and reactions, as the event came in.
    [[nodiscard]] QJsonObject event(const core::RoomRecord& room, const core::StoredEvent& stored) const;
    /// With the newest content after edits, reactions, and who deleted it.
    [[nodiscard]] QJsonObject message(const core::RoomRecord& room, const core::StoredEvent& stored) const;

private:
    void addEncryption(QJsonObject& line, const core::RoomRecord& room, const QJsonObject& envelope) const;
    void addRelations(QJsonObject& line, const core::RoomRecord& room) const;

    core::SessionParts& m_parts;
};

/// True for what a person has written: no state, edit, reaction, deletion or verification.
bool isMessage(const QJsonObject& line);

} // namespace headless
