#include "ui/room/ChatTrustViewModel.h"

#include "core/room/CleanText.h"
#include "core/services/people/ChatTrustService.h"
#include "ui/common/Format.h"
#include "ui/common/Post.h"

#include <QCoreApplication>

namespace ui {

using core::IdentityStatus;

ChatTrustViewModel::ChatTrustViewModel(const core::RoomId& room, core::ChatTrustService* service, QObject* parent)
    : QObject(parent)
    , m_room(room)
    , m_service(service)
{
    if (m_service) {
        connect(m_service, &core::ChatTrustService::changed, this, &ChatTrustViewModel::applyTrust);
        connect(m_service, &core::ChatTrustService::failed, this, &ChatTrustViewModel::applyFailed);
    }
    post(m_service, [room](core::ChatTrustService& people) { people.open(room); });
}

ChatTrustViewModel::~ChatTrustViewModel()
{
    post(m_service, [room = m_room](core::ChatTrustService& people) { people.close(room); });
}

QString ChatTrustViewModel::nameOf(const core::ChatPerson& person)
{
    const QString name = core::cleanName(person.name);
    return name.isEmpty() ? core::cleanName(person.user.toString()) : name;
}

QString ChatTrustViewModel::cannotCompareReason() const
{
    if (!ofTwo() || canCompare())
        return {};
    //% "To compare, confirm this device first: in the settings under “My devices”."
    return qtTrId("trust.cannot.ownDevice");
}

bool ChatTrustViewModel::blocked() const
{
    return !m_trust.changed.isEmpty() && m_trust.changed.first().identity == IdentityStatus::Violated;
}

QString ChatTrustViewModel::noticeTitle() const
{
    if (m_trust.changed.isEmpty())
        return {};
    //: %1 is the name of a person
    //% "The keys of %1 have changed"
    return qtTrId("trust.changed").arg(Format::isolated(nameOf(m_trust.changed.first())));
}

QString ChatTrustViewModel::noticeText() const
{
    if (m_trust.changed.isEmpty())
        return {};
    if (!blocked())
        //% "That happens when somebody sets up the messenger anew. If you are not sure, ask on a number that you know."
        return qtTrId("trust.changed.calm");
    //% "You had confirmed the old keys. Nothing is sent here until you decide. Best call, on a number that you know."
    return qtTrId("trust.changed.blocked");
}

void ChatTrustViewModel::compare()
{
    if (!canCompare())
        return;
    const core::ChatPerson& other = *m_trust.other;
    Q_EMIT compareRequested(other.user.toString(), nameOf(other));
}

void ChatTrustViewModel::acknowledge()
{
    if (m_trust.changed.isEmpty())
        return;
    m_failure.reset();
    post(m_service, [user = m_trust.changed.first().user](core::ChatTrustService& people) { people.acknowledge(user); });
    Q_EMIT changed();
}

void ChatTrustViewModel::applyTrust(const core::RoomId& room, const core::ChatTrust& trust)
{
    if (room != m_room)
        return;
    m_trust = trust;
    m_failure.reset();
    Q_EMIT changed();
}

void ChatTrustViewModel::applyFailed(const core::Error& error)
{
    m_failure = error;
    Q_EMIT changed();
}

} // namespace ui
