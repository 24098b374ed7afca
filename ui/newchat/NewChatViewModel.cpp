#include "ui/newchat/NewChatViewModel.h"

#include "core/services/rooms/NewChatService.h"
#include "ui/common/Post.h"

#include <QCoreApplication>

namespace ui {

NewChatViewModel::NewChatViewModel(core::NewChatService* service, QObject* parent)
    : QObject(parent)
    , m_service(service)
{
    if (m_service) {
        connect(m_service, &core::NewChatService::created, this, &NewChatViewModel::applyCreated);
        connect(m_service, &core::NewChatService::failed, this, &NewChatViewModel::applyFailed);
    }
}

void NewChatViewModel::setAddress(const QString& address)
{
    if (address == m_address)
        return;
    m_address = address;
    m_addressState = AddressState::Fine;
    m_error = {};
    Q_EMIT changed();
}

QString NewChatViewModel::addressError() const
{
    switch (m_addressState) {
    case AddressState::Fine:
        return {};
    case AddressState::Empty:
        //% "Please type the address first."
        return qtTrId("newchat.address.empty");
    case AddressState::Wrong:
        //% "This is not a TI-M address. It looks like this: @name:server.de"
        return qtTrId("newchat.address.wrong");
    }
    return {};
}

core::UserId NewChatViewModel::parseAddress(const QString& text)
{
    QString address = text.trimmed();
    const QString uriScheme = QStringLiteral("matrix:u/");
    if (address.startsWith(uriScheme, Qt::CaseInsensitive))
        address = u'@' + address.mid(uriScheme.size()).section(u'?', 0, 0);
    const auto user = core::UserId::parse(address);
    return user ? *user : core::UserId();
}

void NewChatViewModel::start()
{
    if (m_busy)
        return;
    const core::UserId user = parseAddress(m_address);
    m_error = {};
    m_addressState = m_address.trimmed().isEmpty() ? AddressState::Empty
                     : user.isEmpty()              ? AddressState::Wrong
                                                   : AddressState::Fine;
    if (m_addressState == AddressState::Fine) {
        m_busy = m_service != nullptr;
        ++m_request;
        post(m_service, [request = m_request, user](core::NewChatService& service) { service.createDirect(request, user); });
    }
    Q_EMIT changed();
}

void NewChatViewModel::applyCreated(quint64 request, const core::RoomId& room)
{
    if (request != m_request)
        return;
    m_busy = false;
    Q_EMIT changed();
    Q_EMIT created(room);
}

void NewChatViewModel::applyFailed(quint64 request, const core::Error& error)
{
    if (request != m_request)
        return;
    m_busy = false;
    m_error = ErrorText::of(error);
    if (error.code == core::ErrorCode::Forbidden || error.code == core::ErrorCode::NotFound) {
        //% "This person cannot be reached, or does not allow new chats."
        m_error.cause = qtTrId("newchat.unreachable");
        //% "No chat was started."
        m_error.effect = qtTrId("newchat.unreachable.effect");
        //% "Check the address. You can also call the practice and ask them to write to you."
        m_error.next = qtTrId("newchat.unreachable.next");
    }
    Q_EMIT changed();
}

} // namespace ui
