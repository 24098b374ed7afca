#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Timestamp.h"

#include <QObject>

#include <memory>

namespace core {

class ChatTrustService;
class DevicesService;
class InvitationService;
class KeyFileService;
class NewChatService;
class NewDevicesService;
class ProfileService;
class RecoveryService;
class RenewalService;
class RoomListService;
class SendService;
class SyncLoop;
class TimelineService;
class VerificationService;
struct SessionParts;

/// One signed-in account: builds the parts and wires them together; holds no logic of its own.
///
/// Thread: core. The services live as long as the session; other threads talk to them by queued invocation and signals.
class Session final : public QObject {
    Q_OBJECT
public:
    explicit Session(std::unique_ptr<SessionParts> parts);
    ~Session() override;

    [[nodiscard]] RoomListService* rooms() const;
    [[nodiscard]] TimelineService* timelines() const;
    [[nodiscard]] SendService* sending() const;
    [[nodiscard]] InvitationService* invitations() const;
    [[nodiscard]] NewChatService* newChats() const;
    [[nodiscard]] ProfileService* profile() const;
    [[nodiscard]] RecoveryService* recovery() const;
    [[nodiscard]] RenewalService* renewal() const;
    [[nodiscard]] DevicesService* devices() const;
    [[nodiscard]] NewDevicesService* newDevices() const;
    [[nodiscard]] VerificationService* verifications() const;
    [[nodiscard]] ChatTrustService* people() const;
    [[nodiscard]] KeyFileService* keyFiles() const;
    [[nodiscard]] SyncLoop* sync() const;
    /// Everything it is made of, for front ends that measure and test; see core/session/SessionParts.h.
    [[nodiscard]] SessionParts& parts() const { return *m_parts; }

public Q_SLOTS:
    /// Starts syncing and sending. The store's content is shown before the first answer.
    void start();

private:
    std::unique_ptr<SessionParts> m_parts;
};

} // namespace core
