#pragma once

#include "core/room/RoomSummary.h"
#include "ui/common/AvatarLook.h"
#include "ui/common/ErrorText.h"

#include <QObject>
#include <QtQml/qqml.h>

namespace core {
class InvitationService;
}

namespace ui {

/// An invitation: who invites, from which institution, and the answer to it.
class InvitationViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to MainViewModel")
    Q_PROPERTY(QString id READ id CONSTANT)
    Q_PROPERTY(QString roomName READ roomName CONSTANT)
    Q_PROPERTY(QString topic READ topic CONSTANT)
    Q_PROPERTY(QString inviterName READ inviterName CONSTANT)
    Q_PROPERTY(QString inviterAddress READ inviterAddress CONSTANT)
    Q_PROPERTY(QString inviterServer READ inviterServer CONSTANT)
    Q_PROPERTY(bool institution READ institution CONSTANT)
    Q_PROPERTY(bool encrypted READ encrypted CONSTANT)
    Q_PROPERTY(ui::AvatarLook avatar READ avatar CONSTANT)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(ui::ErrorText error READ error NOTIFY changed)
public:
    /// `service` may be null.
    InvitationViewModel(core::RoomSummary summary, core::InvitationService* service, QObject* parent = nullptr);

    [[nodiscard]] const core::RoomId& roomId() const { return m_summary.id; }
    [[nodiscard]] QString id() const { return m_summary.id.toString(); }
    /// Empty if the room is only named after its members.
    [[nodiscard]] QString roomName() const { return m_summary.nameIsComputed ? QString() : m_summary.name; }
    [[nodiscard]] QString topic() const { return m_summary.topic; }
    [[nodiscard]] QString inviterName() const;
    [[nodiscard]] QString inviterAddress() const { return m_summary.inviter.toString(); }
    [[nodiscard]] QString inviterServer() const { return core::serverName(m_summary.inviter); }
    [[nodiscard]] bool institution() const { return m_summary.institution; }
    [[nodiscard]] bool encrypted() const { return m_summary.encrypted; }
    [[nodiscard]] AvatarLook avatar() const { return AvatarLook::of(m_summary); }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] ErrorText error() const { return m_error; }

    Q_INVOKABLE void accept();
    Q_INVOKABLE void decline();

public Q_SLOTS:
    void applyAccepted(const core::RoomId& room);
    void applyDeclined(const core::RoomId& room);
    void applyFailed(const core::RoomId& room, const core::Error& error);

Q_SIGNALS:
    void changed();
    void accepted(const core::RoomId& room);
    void declined(const core::RoomId& room);

private:
    void setBusy(bool busy, const ErrorText& error = {});

    core::RoomSummary m_summary;
    core::InvitationService* m_service;
    bool m_busy = false;
    ErrorText m_error;
};

} // namespace ui
