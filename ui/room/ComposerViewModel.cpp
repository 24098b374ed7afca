#include "ui/room/ComposerViewModel.h"

#include "core/services/send/SendService.h"
#include "ui/common/Post.h"
#include "ui/room/Drafts.h"

#include <memory>

namespace ui {

ComposerViewModel::ComposerViewModel(core::RoomId room, core::SendService* service, Drafts& drafts, QObject* parent)
    : QObject(parent)
    , m_room(std::move(room))
    , m_service(service)
    , m_drafts(drafts)
    , m_text(drafts.of(m_room))
{
    if (m_service)
        connect(m_service, &core::SendService::queueChanged, this, &ComposerViewModel::applyQueueChanged);
}

void ComposerViewModel::setText(const QString& text)
{
    if (text == m_text)
        return;
    const bool couldSend = canSend();
    m_text = text;
    m_drafts.keep(m_room, text);
    Q_EMIT textChanged();
    if (canSend() != couldSend)
        Q_EMIT canSendChanged();
}

bool ComposerViewModel::canSend() const
{
    return !m_pending && !m_text.trimmed().isEmpty();
}

void ComposerViewModel::send()
{
    if (!canSend())
        return;
    m_given = m_text;
    m_pending = true;
    Q_EMIT canSendChanged();
    // The receipt dies on this thread after the call, also when the service goes away before it.
    const std::shared_ptr<QObject> receipt(new QObject, [](QObject* object) { object->deleteLater(); });
    connect(receipt.get(), &QObject::destroyed, this, &ComposerViewModel::applyAttemptEnded);
    post(m_service, [room = m_room, text = m_text, receipt](core::SendService& service) { service.sendText(room, text); });
}

void ComposerViewModel::applyQueueChanged(const core::RoomId& room)
{
    if (room != m_room || m_given.isEmpty())
        return;
    const bool unchanged = m_text == m_given;
    m_given.clear();
    m_pending = false;
    // What was typed meanwhile is the next message.
    if (unchanged)
        setText({});
    Q_EMIT canSendChanged();
    Q_EMIT queued();
}

void ComposerViewModel::applyAttemptEnded()
{
    if (!m_pending)
        return;
    m_pending = false;
    Q_EMIT canSendChanged();
}

} // namespace ui
