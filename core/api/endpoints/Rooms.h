#pragma once

#include "core/api/endpoints/Common.h"
#include "core/base/Identifiers.h"

#include <string_view>
#include <vector>

namespace core {

/// Events of an answer as they came; the views point into `body`.
struct RawEvents {
    QByteArray body;
    std::vector<std::string_view> events;
};

/// A page of a room's history. Spec: GET /rooms/{roomId}/messages.
struct HistoryPage {
    QByteArray body;
    std::vector<std::string_view> events; ///< newest first, for dir=b
    std::vector<std::string_view> state;  ///< members of the senders, with lazy loading
    QString end;                          ///< empty: there is nothing older
};

namespace endpoints {

Endpoint<RoomId> createRoom(const QJsonObject& body);
Endpoint<Empty> invite(const RoomId& room, const UserId& user);
Endpoint<RoomId> joinRoom(const RoomId& room);
Endpoint<Empty> leaveRoom(const RoomId& room);
Endpoint<Empty> forgetRoom(const RoomId& room);
/// All members but those who left.
Endpoint<RawEvents> members(const RoomId& room);
/// `limit` events before `from`.
Endpoint<HistoryPage> messages(const RoomId& room, const QString& from, int limit);
/// Sends `content` (JSON) under `transactionId`: sending it again does nothing new.
Endpoint<EventId> sendEvent(const RoomId& room, const QString& type, const QString& transactionId, const QByteArray& content);
/// A receipt that only the own devices see.
Endpoint<Empty> privateReadReceipt(const RoomId& room, const EventId& event);

} // namespace endpoints

} // namespace core
