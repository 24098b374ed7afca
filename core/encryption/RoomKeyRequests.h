#pragma once

#include "core/encryption/InboundRoomKeys.h"
#include "core/encryption/OlmPayload.h"
#include "core/encryption/OwnIdentity.h"
#include "core/encryption/ToDeviceQueue.h"

#include <QSet>

namespace core {

/// Room keys that this device asks its own other devices for.
///
/// Asked are devices of the own account that are signed by the pinned identity, and only while the private keys of that identity
/// are here: nobody can have made it up. What is asked is remembered across restarts, so that answers that come later are taken.
/// Spec: Matrix v1.11, Client-Server API, "Key requests"; S-58, S-61; gematik A_25514.
class RoomKeyRequests {
public:
    RoomKeyRequests(MachineContext& context, OwnIdentity& ownIdentity, InboundRoomKeys& roomKeys, ToDeviceQueue& queue);
    /// This device is gone: nobody can answer it any more.
    static Result<> removeRequests(CryptoStore& store);

    /// Drops what is cached and what waits to be asked.
    void forget();
    /// Each key is asked for once in a run, and not again within a day: at once, or as soon as the limits and the own devices
    /// allow it.
    Result<> want(const QList<RoomKeyId>& keys);
    /// Asks for what waits, takes back what has not been answered for a week. To be called after each sync; costs nothing while
    /// nothing is wanted and nothing is open.
    Result<> goOn();
    /// A key came, by whatever way: the others need not send it any more.
    Result<> cameIn(const QList<RoomKeyId>& keys);
    /// `m.forwarded_room_key` that came over Olm. `device`: the one with the key of the Olm session, if it is known.
    Result<> receiveForwarded(const std::optional<DeviceRecord>& device, const OlmPayload& payload);

private:
    struct Request {
        RoomKeyId key;
        QString id;
        Timestamp asked;
        QStringList devices;
    };

    Result<QList<Request>*> open();
    Result<> save();
    Result<> askWaiting();
    Result<> ask(const RoomKeyId& key, const QList<DeviceRecord>& devices);
    Result<> cancel(const Request& request, const QString& except);
    /// Removes and cancels what `isOver` says; `except`, a device, knows already.
    Result<> close(const std::function<bool(const Request&)>& isOver, const QString& except = {});
    [[nodiscard]] int askedInLastMinute() const;

    MachineContext& m_context;
    OwnIdentity& m_ownIdentity;
    InboundRoomKeys& m_roomKeys;
    ToDeviceQueue& m_queue;
    std::optional<QList<Request>> m_open; // as stored, oldest first
    QList<RoomKeyId> m_waiting;           // newest last
    QSet<RoomKeyId> m_asked;              // in this run
    QList<Timestamp> m_recent;            // when was asked, at most a minute ago
};

} // namespace core
