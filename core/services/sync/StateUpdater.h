#pragma once

#include "core/event/EventHead.h"
#include "core/store/RoomStore.h"

#include <QList>

#include <string_view>

namespace core {

/// What the state events of one room in one response touched.
struct StateEffects {
    bool any = false;
    bool members = false;      ///< somebody came, went, or has another name
    bool name = false;         ///< the room's name must be found anew
    bool permissions = false;  ///< who may write must be found anew
    bool somebodyLeft = false; ///< … or may not read any more, other than oneself (S-22)
    bool created = false;      ///< the room's first event was among them
    bool isDirect = false;     ///< an invitation says that it is a chat of two
    QList<UserId> present;     ///< others who joined or were invited
};

/// Folds state events into a room's record and the state table.
///
/// Thread: core. References must outlive it.
class StateUpdater {
public:
    StateUpdater(RoomStore& rooms, UserId ownUser);

    /// A state event of a room one is in, or was. `json` is the event as it came; `record` must have a row.
    Result<> apply(RoomRecord& record, const EventHead& event, std::string_view json, StateEffects& effects);
    /// Stripped state of an invitation: nothing but the record remembers it (S-88).
    void applyStripped(RoomRecord& record, const EventHead& event, StateEffects& effects) const;
    /// After the last event: name, permissions.
    Result<> finish(RoomRecord& record, const StateEffects& effects);

private:
    void applyToRecord(RoomRecord& record, const EventHead& event, StateEffects& effects) const;
    void applyMember(RoomRecord& record, const EventHead& event, StateEffects& effects) const;
    Result<> findName(RoomRecord& record);
    Result<QString> textOf(qint64 row, std::string_view type, std::string_view key);
    Result<> findPermissions(RoomRecord& record);

    RoomStore& m_rooms;
    UserId m_ownUser;
    JsonDocument m_document;
};

} // namespace core
