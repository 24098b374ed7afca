#pragma once

#include "core/services/sync/SyncState.h"
#include "core/session/Session.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/devices/DevicesViewModel.h"
#include "ui/devices/NewDevicesViewModel.h"
#include "ui/invitation/InvitationViewModel.h"
#include "ui/newchat/NewChatViewModel.h"
#include "ui/profile/ProfileViewModel.h"
#include "ui/recovery/KeyFileViewModel.h"
#include "ui/recovery/RecoveryViewModel.h"
#include "ui/recovery/RenewKeysViewModel.h"
#include "ui/room/Drafts.h"
#include "ui/room/RoomViewModel.h"
#include "ui/rooms/RoomListModel.h"
#include "ui/scan/ScanViewModel.h"
#include "ui/verification/VerificationViewModel.h"

#include <QObject>
#include <QtQml/qqml.h>

#include <memory>

namespace ui {

/// Everything behind the login: the places, the room list, what is open beside it, and the state of the connection.
class MainViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to AppViewModel")
    Q_PROPERTY(Place place READ place WRITE setPlace NOTIFY placeChanged)
    Q_PROPERTY(Connection connection READ connection NOTIFY connectionChanged)
    Q_PROPERTY(QString connectionText READ connectionText NOTIFY connectionChanged)
    Q_PROPERTY(ui::RoomListModel* rooms READ rooms CONSTANT)
    Q_PROPERTY(ui::ProfileViewModel* profile READ profile CONSTANT)
    Q_PROPERTY(ui::RecoveryViewModel* recovery READ recovery CONSTANT)
    Q_PROPERTY(ui::KeyFileViewModel* keyFile READ keyFile CONSTANT)
    Q_PROPERTY(ui::RenewKeysViewModel* renewal READ renewal CONSTANT)
    Q_PROPERTY(ui::DevicesViewModel* devices READ devices CONSTANT)
    Q_PROPERTY(ui::NewDevicesViewModel* newDevices READ newDevices CONSTANT)
    Q_PROPERTY(ui::VerificationViewModel* verification READ verification CONSTANT)
    Q_PROPERTY(ui::ScanViewModel* scan READ scan CONSTANT)
    Q_PROPERTY(ui::RoomViewModel* room READ room NOTIFY openedChanged)
    Q_PROPERTY(ui::InvitationViewModel* invitation READ invitation NOTIFY openedChanged)
    Q_PROPERTY(ui::NewChatViewModel* newChat READ newChat NOTIFY openedChanged)
    Q_PROPERTY(QString openedId READ openedId NOTIFY openedChanged)
public:
    enum class Place { Chats, Profile, Settings };
    Q_ENUM(Place)
    enum class Connection { Connecting, Online, Offline, ServerBusy };
    Q_ENUM(Connection)

    /// `format` must outlive this.
    explicit MainViewModel(const Format& format, QObject* parent = nullptr);
    ~MainViewModel() override;

    [[nodiscard]] Place place() const { return m_place; }
    void setPlace(Place place);
    [[nodiscard]] Connection connection() const;
    /// One sentence for the banner; empty when all is well.
    [[nodiscard]] QString connectionText() const;
    [[nodiscard]] RoomListModel* rooms() { return &m_rooms; }
    [[nodiscard]] ProfileViewModel* profile() { return &m_profile; }
    [[nodiscard]] RecoveryViewModel* recovery() { return &m_recovery; }
    [[nodiscard]] KeyFileViewModel* keyFile() { return &m_keyFile; }
    [[nodiscard]] RenewKeysViewModel* renewal() { return &m_renewal; }
    [[nodiscard]] DevicesViewModel* devices() { return &m_devices; }
    [[nodiscard]] NewDevicesViewModel* newDevices() { return &m_newDevices; }
    [[nodiscard]] VerificationViewModel* verification() { return &m_verification; }
    [[nodiscard]] ScanViewModel* scan() { return &m_scan; }
    /// At most one of these three is there; null otherwise.
    [[nodiscard]] RoomViewModel* room() const { return m_room.get(); }
    [[nodiscard]] InvitationViewModel* invitation() const { return m_invitation.get(); }
    [[nodiscard]] NewChatViewModel* newChat() const { return m_newChat.get(); }
    /// Id of the opened room or invitation; empty if none.
    [[nodiscard]] QString openedId() const;

    /// Opens the room, or the invitation, of the list. Unknown ids are ignored.
    Q_INVOKABLE void openRoom(const QString& id);
    Q_INVOKABLE void startNewChat();
    /// Closes what is open beside the list.
    Q_INVOKABLE void close();
    Q_INVOKABLE void retryConnection();
    /// Opens the list of the own devices, from wherever one is.
    Q_INVOKABLE void showDevices();

    /// Lets go of the session and of everything that belongs to it. Drafts are kept for signing in again.
    void detach();
    /// The account is gone: nothing of it stays in memory.
    void forget();
    /// Another language: texts made here are to be made anew.
    void refresh();

public Q_SLOTS:
    /// Connects to the services. The session must be alive until `detach`.
    void attach(core::Session* session);
    void applySync(const core::SyncState& state);
    /// A new room may be known before the list is: opened as soon as it is there.
    void openWhenKnown(const core::RoomId& room);
    /// Changes of the room list.
    void applyDiffs(const core::RoomListDiffs& diffs);

Q_SIGNALS:
    void placeChanged();
    void connectionChanged();
    void openedChanged();

private:
    void replaceOpened(std::unique_ptr<RoomViewModel> room, std::unique_ptr<InvitationViewModel> invitation,
                       std::unique_ptr<NewChatViewModel> newChat);

    const Format& m_format;
    core::Session* m_session = nullptr;
    core::SyncState m_sync;
    Place m_place = Place::Chats;
    Drafts m_drafts;
    RoomListModel m_rooms;
    ProfileViewModel m_profile{nullptr};
    RecoveryViewModel m_recovery;
    KeyFileViewModel m_keyFile;
    RenewKeysViewModel m_renewal;
    DevicesViewModel m_devices;
    NewDevicesViewModel m_newDevices;
    VerificationViewModel m_verification;
    ScanViewModel m_scan{nullptr};
    core::RoomId m_awaited;
    std::unique_ptr<RoomViewModel> m_room;
    std::unique_ptr<InvitationViewModel> m_invitation;
    std::unique_ptr<NewChatViewModel> m_newChat;
};

} // namespace ui
