#pragma once

#include "core/api/Api.h"
#include "core/base/Identifiers.h"
#include "core/encryption/OlmMachine.h"
#include "core/store/SendQueueStore.h"

#include <QObject>

#include <functional>
#include <string_view>
#include <vector>

namespace core {

class CryptoRequestSender;
class Database;
class RoomStore;

/// Sends one message of the queue.
///
/// Steps: load the members if they are not all known; give the room key to the devices that may have it; encrypt and store the
/// ciphertext together with the advanced ratchet (S-16); send that ciphertext under its transaction id. A message that already
/// has its ciphertext from an earlier run starts at the last step. Destroying the job cancels it; nothing is lost.
class SendEventJob final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Api& api;
        Database& database;
        OlmMachine& machine;
        CryptoRequestSender& requests;
        SendQueueStore& queue;
        RoomStore& rooms;
        /// Keeps an answer of GET /members, and tells the person who is new, before anything is sent to them (S-23).
        std::function<Result<>(const RoomId&, const std::vector<std::string_view>&)> storeMembers;
    };
    SendEventJob(const Parts& parts, QueuedMessage message, QObject* parent);
    void start();

    /// Whether nothing may be sent into `room` because the keys of a verified member have changed (S-26).
    static Result<bool> isBlocked(const Parts& parts, const RoomId& room);

Q_SIGNALS:
    /// The event id, stored in the queue already. Errors: those of Api, NotEncrypted, DevicesOutdated, Crypto, Storage;
    /// IdentityChanged if isBlocked(), unless it is a message of a verification.
    void finished(const core::Result<core::EventId>& result);

private:
    void loadMembers();
    void shareRoomKey();
    void sendKeyRequests();
    void encrypt();
    void put();
    void finish(const Result<EventId>& result);

    Parts m_parts;
    QueuedMessage m_message;
    SendPurpose m_purpose;
    int m_keyRounds = 0;
};

} // namespace core
