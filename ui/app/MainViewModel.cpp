#include "ui/app/MainViewModel.h"

#include "core/services/profile/ProfileService.h"
#include "core/services/rooms/InvitationService.h"
#include "core/services/rooms/NewChatService.h"
#include "core/services/rooms/RoomListService.h"
#include "core/services/send/SendService.h"
#include "core/services/sync/SyncLoop.h"
#include "core/services/timeline/TimelineService.h"
#include "ui/app/Scanning.h"
#include "ui/common/Post.h"

#include <QCoreApplication>

#include <utility>

namespace ui {

using Phase = core::SyncState::Phase;

MainViewModel::MainViewModel(const Format& format, QObject* parent)
    : QObject(parent)
    , m_format(format)
    , m_rooms(format)
    , m_recovery(format)
    , m_keyFile(format)
    , m_renewal(format)
    , m_devices(format)
    , m_newDevices(format)
    , m_verification(format)
{
    connect(&m_profile, &ProfileViewModel::changed, this, [this] {
        const AccountOwner owner = m_profile.owner();
        m_recovery.setOwner(owner);
        m_keyFile.setOwner(owner);
        m_renewal.setOwner(owner);
        m_devices.setOwner(owner);
        m_verification.setOwner(owner);
    });
    connectScanning(m_scan, m_recovery, m_verification);
    connect(&m_renewal, &RenewKeysViewModel::sheetRequested, &m_recovery, &RecoveryViewModel::openSheet);
    connect(&m_recovery, &RecoveryViewModel::changed, this, [this] {
        if (m_room)
            m_room->setCodeHelps(m_recovery.codeHelps());
    });
}

MainViewModel::~MainViewModel() = default;

void MainViewModel::setPlace(Place place)
{
    if (place == m_place)
        return;
    m_place = place;
    m_devices.close();
    Q_EMIT placeChanged();
}

MainViewModel::Connection MainViewModel::connection() const
{
    switch (m_sync.phase) {
    case Phase::Starting:
    case Phase::Catching:
        return Connection::Connecting;
    case Phase::UpToDate:
        return Connection::Online;
    case Phase::Offline:
    case Phase::LoggedOut:
        return Connection::Offline;
    case Phase::ServerBusy:
        return Connection::ServerBusy;
    }
    return Connection::Connecting;
}

QString MainViewModel::connectionText() const
{
    const QString since = m_format.moment(m_sync.lastSuccess);
    switch (connection()) {
    case Connection::Online:
        return {};
    case Connection::Connecting:
        //% "Fetching new messages …"
        return qtTrId("connection.connecting");
    case Connection::Offline:
        if (since.isEmpty())
            //% "No connection. You can read and write. We send as soon as the connection is back."
            return qtTrId("connection.offline");
        //% "No connection. Last connected: %1. You can read and write. We send as soon as the connection is back."
        return qtTrId("connection.offlineSince").arg(since);
    case Connection::ServerBusy:
        //% "The server is overloaded. We keep trying. You can read and write."
        return qtTrId("connection.serverBusy");
    }
    return {};
}

QString MainViewModel::openedId() const
{
    if (m_room)
        return m_room->id();
    return m_invitation ? m_invitation->id() : QString();
}

void MainViewModel::openRoom(const QString& id)
{
    if (id == openedId() && !id.isEmpty()) {
        setPlace(Place::Chats);
        return;
    }
    const auto summary = m_rooms.find(id);
    if (!summary)
        return;
    setPlace(Place::Chats);
    if (summary->membership == core::Membership::Invite) {
        // The answers close this view model: not before its own code has ended.
        auto invitation = std::make_unique<InvitationViewModel>(*summary, m_session ? m_session->invitations() : nullptr);
        connect(invitation.get(), &InvitationViewModel::accepted, this, &MainViewModel::openWhenKnown, Qt::QueuedConnection);
        connect(invitation.get(), &InvitationViewModel::declined, this, &MainViewModel::close, Qt::QueuedConnection);
        replaceOpened({}, std::move(invitation), {});
        return;
    }
    const RoomViewModel::Services services = m_session ? RoomViewModel::Services{.timelines = m_session->timelines(),
                                                                                 .sending = m_session->sending(),
                                                                                 .people = m_session->people()}
                                                       : RoomViewModel::Services{};
    auto room = std::make_unique<RoomViewModel>(*summary, services, m_format, m_drafts);
    connect(room->trust(), &ChatTrustViewModel::compareRequested, &m_verification, &VerificationViewModel::requestPerson);
    room->setCodeHelps(m_recovery.codeHelps());
    connect(room.get(), &RoomViewModel::codeRequested, &m_recovery, &RecoveryViewModel::openWelcome);
    replaceOpened(std::move(room), {}, {});
}

void MainViewModel::startNewChat()
{
    auto newChat = std::make_unique<NewChatViewModel>(m_session ? m_session->newChats() : nullptr);
    connect(newChat.get(), &NewChatViewModel::created, this, &MainViewModel::openWhenKnown, Qt::QueuedConnection);
    setPlace(Place::Chats);
    replaceOpened({}, {}, std::move(newChat));
}

void MainViewModel::close()
{
    m_awaited = {};
    replaceOpened({}, {}, {});
}

void MainViewModel::retryConnection()
{
    if (m_session)
        post(m_session->sync(), [](core::SyncLoop& sync) { sync.retryNow(); });
}

void MainViewModel::showDevices()
{
    setPlace(Place::Settings);
    m_devices.open();
}

void MainViewModel::attach(core::Session* session)
{
    detach();
    m_session = session;
    connect(session->rooms(), &core::RoomListService::changed, this, &MainViewModel::applyDiffs);
    connect(session->sync(), &core::SyncLoop::stateChanged, this, &MainViewModel::applySync);
    m_profile.setService(session->profile());
    m_recovery.setService(session->recovery());
    m_keyFile.setService(session->keyFiles());
    m_renewal.setService(session->renewal());
    m_devices.setService(session->devices());
    m_newDevices.setService(session->newDevices());
    m_verification.setService(session->verifications());
    post(session->rooms(), [](core::RoomListService& rooms) { rooms.start(); });
}

void MainViewModel::detach()
{
    if (!m_session)
        return;
    close();
    m_session->rooms()->disconnect(this);
    m_session->sync()->disconnect(this);
    m_profile.setService(nullptr);
    m_recovery.setService(nullptr);
    m_keyFile.setService(nullptr);
    m_renewal.setService(nullptr);
    m_devices.setService(nullptr);
    m_newDevices.setService(nullptr);
    m_verification.setService(nullptr);
    m_rooms.clear();
    m_session = nullptr;
    applySync({});
}

void MainViewModel::forget()
{
    close();
    m_drafts.clear();
    m_rooms.clear();
    m_profile.applyProfile({});
    m_recovery.setService(nullptr);
    m_keyFile.setService(nullptr);
    m_renewal.setService(nullptr);
    m_devices.setService(nullptr);
    m_newDevices.setService(nullptr);
    m_verification.setService(nullptr);
    setPlace(Place::Chats);
}

void MainViewModel::refresh()
{
    m_rooms.refresh();
    if (m_room)
        m_room->refresh();
    m_recovery.refresh();
    m_keyFile.refresh();
    m_renewal.refresh();
    m_devices.refresh();
    m_newDevices.refresh();
    m_verification.refresh();
    m_scan.refresh();
    Q_EMIT connectionChanged();
    if (m_invitation)
        Q_EMIT m_invitation->changed();
    if (m_newChat)
        Q_EMIT m_newChat->changed();
}

void MainViewModel::applySync(const core::SyncState& state)
{
    m_sync = state;
    Q_EMIT connectionChanged();
}

void MainViewModel::openWhenKnown(const core::RoomId& room)
{
    const QString& id = room.toString();
    m_awaited = room;
    const auto summary = m_rooms.find(id);
    if (!summary || summary->membership != core::Membership::Join)
        return;
    m_awaited = {};
    // The opened invitation has the same id as its room.
    if (m_invitation)
        replaceOpened({}, {}, {});
    openRoom(id);
}

void MainViewModel::applyDiffs(const core::RoomListDiffs& diffs)
{
    m_rooms.applyDiffs(diffs);
    if (!m_awaited.isEmpty())
        openWhenKnown(core::RoomId(m_awaited)); // a copy: it is cleared meanwhile
}

void MainViewModel::replaceOpened(std::unique_ptr<RoomViewModel> room, std::unique_ptr<InvitationViewModel> invitation,
                                  std::unique_ptr<NewChatViewModel> newChat)
{
    // QML lets go of the old ones while the signal is emitted; they must live until then.
    const auto oldRoom = std::exchange(m_room, std::move(room));
    const auto oldInvitation = std::exchange(m_invitation, std::move(invitation));
    const auto oldNewChat = std::exchange(m_newChat, std::move(newChat));
    Q_EMIT openedChanged();
}

} // namespace ui
