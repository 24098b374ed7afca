#pragma once

#include "core/api/Api.h"
#include "core/base/Identifiers.h"

#include <QObject>

namespace core {

/// Answers invitations.
class InvitationService final : public QObject {
    Q_OBJECT
public:
    explicit InvitationService(Api& api, QObject* parent = nullptr);

public Q_SLOTS:
    /// Joins. Right after an invitation over federation the server may not know it yet: tried again for a few seconds.
    void accept(const core::RoomId& room);
    void decline(const core::RoomId& room);
    /// Leaves a chat one is in.
    void leave(const core::RoomId& room);

Q_SIGNALS:
    void accepted(const core::RoomId& room);
    void declined(const core::RoomId& room);
    void failed(const core::RoomId& room, const core::Error& error);

private:
    void join(const RoomId& room, int attempt);

    Api& m_api;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
