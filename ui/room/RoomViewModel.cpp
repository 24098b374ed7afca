#include "ui/room/RoomViewModel.h"

#include "core/services/send/SendService.h"
#include "core/services/timeline/TimelineService.h"
#include "ui/common/Format.h"
#include "ui/common/Post.h"

#include <QCoreApplication>

namespace ui {

using CanSend = core::TimelineState::CanSend;

RoomViewModel::RoomViewModel(const core::RoomSummary& summary, Services services, const Format& format, Drafts& drafts,
                             QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_timeline(format)
    , m_composer(summary.id, services.sending, drafts)
    , m_trust(summary.id, services.people)
{
    m_state.room = summary.id;
    m_state.summary = summary;
    if (!summary.encrypted)
        m_state.canSend = CanSend::NotEncrypted;
    if (m_services.timelines) {
        connect(m_services.timelines, &core::TimelineService::changed, this, &RoomViewModel::applyDiffs);
        connect(m_services.timelines, &core::TimelineService::stateChanged, this, &RoomViewModel::applyState);
    }
    post(m_services.timelines, [room = summary.id](core::TimelineService& service) { service.open(room); });
}

RoomViewModel::~RoomViewModel()
{
    post(m_services.timelines, [room = m_state.room](core::TimelineService& service) { service.close(room); });
}

QString RoomViewModel::subtitle() const
{
    //% "not encrypted"
    const QString open = qtTrId("room.notEncrypted");
    //% "encrypted"
    QString protection = encrypted() ? qtTrId("room.encrypted") : open;
    if (m_state.summary.direct || m_state.memberCount <= 2)
        return protection;
    //% "%n member(s)"
    return qtTrId("room.members", m_state.memberCount) + QStringLiteral(" · ") + protection;
}

bool RoomViewModel::encrypted() const
{
    return m_state.summary.encrypted && m_state.canSend != CanSend::NotEncrypted;
}

QString RoomViewModel::typingText() const
{
    const QStringList& names = m_state.typingNames;
    if (names.isEmpty())
        return {};
    if (names.size() == 1)
        //% "%1 is writing …"
        return qtTrId("room.typing.one").arg(Format::isolated(names.first()));
    //% "Several people are writing …"
    return qtTrId("room.typing.many");
}

ErrorText RoomViewModel::loadError() const
{
    return m_state.loadError ? ErrorText::of(*m_state.loadError) : ErrorText();
}

QString RoomViewModel::cannotWriteReason() const
{
    switch (m_state.canSend) {
    case CanSend::Yes:
        return {};
    case CanSend::NotEncrypted:
        //% "This chat is not encrypted. For your protection you cannot write here."
        return qtTrId("room.cannotWrite.notEncrypted");
    case CanSend::NotPermitted:
        //% "In this chat only some people may write. You can read everything."
        return qtTrId("room.cannotWrite.notPermitted");
    case CanSend::NotJoined:
        //% "You are no longer in this chat. You can read what was written until then."
        return qtTrId("room.cannotWrite.notJoined");
    case CanSend::Upgraded:
        //% "This chat goes on in a new chat. You find it in your list."
        return qtTrId("room.cannotWrite.upgraded");
    }
    return {};
}

void RoomViewModel::setCodeHelps(bool helps)
{
    if (helps == m_codeHelps)
        return;
    m_codeHelps = helps;
    Q_EMIT codeHelpsChanged();
}

void RoomViewModel::loadOlder()
{
    if (m_state.loadingOlder || m_state.reachedStart)
        return;
    post(m_services.timelines, [room = m_state.room](core::TimelineService& service) { service.loadOlder(room); });
}

void RoomViewModel::markRead()
{
    post(m_services.timelines, [room = m_state.room](core::TimelineService& service) { service.markRead(room); });
}

void RoomViewModel::retry(const QString& key)
{
    const QString transaction = m_timeline.transactionOf(key);
    if (!transaction.isEmpty())
        post(m_services.sending,
             [room = m_state.room, transaction](core::SendService& service) { service.retry(room, transaction); });
}

void RoomViewModel::discard(const QString& key)
{
    const QString transaction = m_timeline.transactionOf(key);
    if (!transaction.isEmpty())
        post(m_services.sending,
             [room = m_state.room, transaction](core::SendService& service) { service.discard(room, transaction); });
}

void RoomViewModel::applyDiffs(const core::RoomId& room, const core::TimelineDiffs& diffs)
{
    if (room != m_state.room)
        return;
    m_timeline.applyDiffs(diffs);
    if (!m_loaded) {
        m_loaded = true;
        Q_EMIT stateChanged();
    }
}

void RoomViewModel::applyState(const core::RoomId& room, const core::TimelineState& state)
{
    if (room != m_state.room)
        return;
    m_state = state;
    m_state.room = room; // the id names this object; it never changes
    Q_EMIT stateChanged();
}

void RoomViewModel::refresh()
{
    m_timeline.refresh();
    Q_EMIT stateChanged();
    Q_EMIT m_trust.changed();
}

} // namespace ui
