#pragma once

#include "core/api/Api.h"
#include "core/api/CryptoRequestSender.h"
#include "core/encryption/OlmMachine.h"
#include "core/services/devices/DevicesService.h"
#include "core/services/devices/NewDevicesService.h"
#include "core/services/people/ChatTrustService.h"
#include "core/services/profile/ProfileService.h"
#include "core/services/recovery/DehydratedDeviceService.h"
#include "core/services/recovery/KeyFileService.h"
#include "core/services/recovery/MissingKeyRequests.h"
#include "core/services/recovery/RecoveryService.h"
#include "core/services/recovery/RenewalService.h"
#include "core/services/rooms/InvitationService.h"
#include "core/services/rooms/NewChatService.h"
#include "core/services/rooms/RoomListService.h"
#include "core/services/send/SendService.h"
#include "core/services/sync/SyncLoop.h"
#include "core/services/sync/SyncProcessor.h"
#include "core/services/timeline/TimelineService.h"
#include "core/services/verification/VerificationService.h"
#include "core/session/Backlog.h"
#include "core/store/AccountDataStore.h"
#include "core/store/RoomStore.h"
#include "core/store/SendQueueStore.h"
#include "core/store/SessionStore.h"
#include "core/store/SqlCryptoStore.h"
#include "core/store/TimelineStore.h"

#include <memory>

namespace core {

/// Everything that a session consists of: built from top to bottom, taken apart from bottom to top, so that nothing outlives
/// what it uses.
struct SessionParts {
    /// What lives longer than the session.
    struct Environment {
        HttpClient& http;
        const Clock& clock;
        Database& database;
        SessionStore& session;
        TokenSource& tokens;
    };

    /// Reads what the last run left. Errors: WrongAccount if the keys belong to another device; Crypto; storage.
    static Result<std::unique_ptr<SessionParts>> open(const Environment& environment, const StoredSession& session);

    Database& database;
    Api api;
    RoomStore rooms;
    TimelineStore timeline;
    SendQueueStore queue;
    AccountDataStore accountData;
    std::unique_ptr<SqlCryptoStore> cryptoStore;
    std::unique_ptr<OlmMachine> machine;
    CryptoRequestSender requests;
    SyncProcessor processor;
    Backlog backlog;
    RoomListService roomList;
    TimelineService timelines;
    SendService sending;
    InvitationService invitations;
    NewChatService newChats;
    ProfileService profile;
    RecoveryService recovery;
    MissingKeyRequests keyRequests;
    RenewalService renewal;
    DehydratedDeviceService dehydrated;
    DevicesService devices;
    NewDevicesService newDevices;
    VerificationService verifications;
    ChatTrustService people;
    KeyFileService keyFiles;
    SyncLoop sync;

private:
    SessionParts(const Environment& environment, const StoredSession& session, std::unique_ptr<SqlCryptoStore> openedStore,
                 std::unique_ptr<OlmMachine> openedMachine);
};

} // namespace core
