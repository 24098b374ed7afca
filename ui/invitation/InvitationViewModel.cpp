#include "ui/invitation/InvitationViewModel.h"

#include "core/services/rooms/InvitationService.h"
#include "ui/common/Post.h"

#include <QCoreApplication>

namespace ui {

InvitationViewModel::InvitationViewModel(core::RoomSummary summary, core::InvitationService* service, QObject* parent)
    : QObject(parent)
    , m_summary(std::move(summary))
    , m_service(service)
{
    if (m_service) {
        connect(m_service, &core::InvitationService::accepted, this, &InvitationViewModel::applyAccepted);
        connect(m_service, &core::InvitationService::declined, this, &InvitationViewModel::applyDeclined);
        connect(m_service, &core::InvitationService::failed, this, &InvitationViewModel::applyFailed);
    }
}

QString InvitationViewModel::inviterName() const
{
    //% "Somebody without a name"
    return m_summary.inviterName.isEmpty() ? qtTrId("invitation.nameless") : m_summary.inviterName;
}

void InvitationViewModel::accept()
{
    if (m_busy)
        return;
    setBusy(m_service != nullptr);
    post(m_service, [room = m_summary.id](core::InvitationService& service) { service.accept(room); });
}

void InvitationViewModel::decline()
{
    if (m_busy)
        return;
    setBusy(m_service != nullptr);
    post(m_service, [room = m_summary.id](core::InvitationService& service) { service.decline(room); });
}

void InvitationViewModel::applyAccepted(const core::RoomId& room)
{
    if (room != m_summary.id)
        return;
    setBusy(false);
    Q_EMIT accepted(room);
}

void InvitationViewModel::applyDeclined(const core::RoomId& room)
{
    if (room != m_summary.id)
        return;
    setBusy(false);
    Q_EMIT declined(room);
}

void InvitationViewModel::applyFailed(const core::RoomId& room, const core::Error& error)
{
    if (room == m_summary.id)
        setBusy(false, ErrorText::of(error));
}

void InvitationViewModel::setBusy(bool busy, const ErrorText& error)
{
    m_busy = busy;
    m_error = error;
    Q_EMIT changed();
}

} // namespace ui
