#pragma once

#include "core/api/Endpoint.h"
#include "core/base/Identifiers.h"

#include <QHash>
#include <QMap>

#include <optional>
#include <string_view>
#include <vector>

namespace core {

/// What one room has in a /sync response. Events are raw pieces of the response's body, unread.
struct SyncRoom {
    enum class Section { Join, Invite, Leave };
    Section section = Section::Join;
    RoomId id;
    std::vector<std::string_view> state; ///< Join, Leave: `state.events`; Invite: `invite_state.events`
    std::vector<std::string_view> timeline;
    bool limited = false;
    QString prevBatch; ///< empty if absent
    std::vector<std::string_view> accountData;
    std::vector<std::string_view> ephemeral;
    std::optional<int> notificationCount; ///< `unread_notifications`
    std::optional<int> highlightCount;
    std::optional<int> joinedMemberCount; ///< `summary`
    std::optional<int> invitedMemberCount;
    std::optional<QStringList> heroes;
};

/// A /sync response, cut into pieces. One malformed part is left out and counted; it never stops the rest (S-72).
///
/// Owns the body that all views point into. Spec: Matrix v1.11, Client-Server API, GET /_matrix/client/v3/sync.
struct SyncResponse {
    QByteArray body;
    QString nextBatch;
    std::vector<SyncRoom> rooms;
    std::vector<std::string_view> accountData;
    std::vector<std::string_view> toDevice;
    QStringList changedDeviceLists;
    QStringList leftDeviceLists;
    std::optional<QMap<QString, int>> oneTimeKeyCounts;
    std::optional<QStringList> unusedFallbackKeyTypes;
    int malformed = 0; ///< parts that were left out
};

/// Cuts `body` (padded, see JsonPadding) into a SyncResponse. Errors: Protocol if it is no object or has no `next_batch` string.
Result<SyncResponse> parseSyncResponse(QByteArray body);

namespace endpoints {
/// Waits at the server up to `wait` for something new. `since` empty: the initial sync.
Endpoint<SyncResponse> sync(const QString& since, const QString& filterId, std::chrono::milliseconds wait);
/// Stores a filter; the answer is its id.
Endpoint<QString> createFilter(const UserId& user, const QJsonObject& filter);
} // namespace endpoints

} // namespace core
