#pragma once

#include "core/api/Api.h"
#include "core/base/Identifiers.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace core {

/// Starts chats the TI-M way: the room is created without the invitee, who is invited afterwards, so that a refusal leaves no
/// half-made room behind.
class NewChatService final : public QObject {
    Q_OBJECT
public:
    NewChatService(Api& api, UserId ownUser, QObject* parent = nullptr);

public Q_SLOTS:
    /// A chat of two. Several at a time are independent. `request` comes back in the answer.
    void createDirect(quint64 request, const core::UserId& invitee);
    /// A named group; `invitee` may be empty.
    void createGroup(quint64 request, const QString& name, const QString& topic, const core::UserId& invitee);
    void invite(quint64 request, const core::RoomId& room, const core::UserId& invitee);

Q_SIGNALS:
    void created(quint64 request, const core::RoomId& room);
    void invited(quint64 request, const core::RoomId& room);
    /// Forbidden: the person cannot be reached or does not allow it; the room is gone again.
    void failed(quint64 request, const core::Error& error);

private:
    enum class Kind { Direct, Group };
    void create(quint64 request, const QJsonObject& body, const UserId& invitee, Kind kind);
    void inviteIntoNew(quint64 request, const RoomId& room, const UserId& invitee, Kind kind);
    void markDirect(quint64 request, const RoomId& room, const UserId& invitee);
    void remove(const RoomId& room, std::function<void()> done);

    Api& m_api;
    UserId m_ownUser;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
