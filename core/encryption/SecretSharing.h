#pragma once

#include "core/encryption/OlmPayload.h"
#include "core/encryption/OwnIdentity.h"
#include "core/encryption/SessionClaims.h"
#include "core/encryption/ToDeviceQueue.h"

#include <QHash>

#include <array>

namespace core {

/// Secrets between the devices of the own account: the private cross-signing keys and the key of the backup.
///
/// A device counts only if it is there, signed by the pinned own identity, and if the person has confirmed it on this device at
/// most 15 minutes ago: nothing is asked of others and nothing given to them (S-59). A server that invents an identity and a
/// device signed by it gets as far as asking, therefore, and not further. What is asked is remembered across restarts; what
/// was confirmed, and who waits for an answer, is not.
/// Spec: Matrix v1.11, Client-Server API, "Sharing"; S-40, S-43, S-59, S-60.
class SecretSharing {
public:
    SecretSharing(MachineContext& context, OwnIdentity& ownIdentity, OlmSessions& sessions, SessionClaims& claims,
                  ToDeviceQueue& queue);
    /// This device is gone: nobody can answer it any more.
    static Result<> removeRequests(CryptoStore& store);

    /// Drops what is cached and who waits; confirmations and the key of the backup stay.
    void forget();
    /// The key to answer with; without one it is missing, and asked for.
    void setBackupKey(std::optional<crypto::SecretBytes> key);
    /// Opens the 15 minutes, and answers what the device has asked for already.
    Result<> allow(const DeviceId& device);
    /// Asks for what is missing; who was asked already is not asked again. Nothing happens if no device may be asked.
    Result<> request();
    /// Takes back what was not answered within an hour. To be called now and then; costs nothing while nothing is open.
    Result<> cancelObsolete();
    /// Answers what could not be answered before: devices have become known, or a session was made.
    Result<> answerWaiting();

    /// `m.secret.request`, which nobody has proven: the answer is for the device that it names.
    Result<> receiveRequest(const UserId& sender, JsonValue content);
    /// `m.secret.send` that came over Olm. `device`: the one with the key of the Olm session, if it is known.
    Result<> receiveSecret(const std::optional<DeviceRecord>& device, const OlmPayload& payload);

    /// The key of the backup that came; not compared with anything yet.
    Result<std::optional<crypto::SecretBytes>> receivedBackupKey();
    Result<> discardReceivedBackupKey();
    /// When the first of the requests that are open was made; 0 if none is.
    Result<Timestamp> waitsSince();

private:
    struct Request { // ours
        QString name, id;
        Timestamp asked;
        QStringList devices;
    };
    struct Waiting { // another device's
        QString name, id;
        DeviceId device;
        Timestamp received;
    };
    struct Confirmation {
        Timestamp since;
        int answers = 0;
    };

    Result<QList<Request>*> open();
    Result<> save();
    [[nodiscard]] bool isConfirmed(const DeviceId& device) const;
    [[nodiscard]] bool isMissing(const QString& name) const;
    /// Empty if it is not here.
    [[nodiscard]] std::optional<crypto::SecretBytes> secret(const QString& name) const;
    Result<QList<DeviceId>> trustedDevices();
    Result<bool> isStillWanted(const QString& name);
    Result<bool> ask(const QString& name, const QList<DeviceId>& devices);
    Result<bool> belongsToIdentity(const QString& name, const crypto::SecretBytes& secret);
    Result<> cancel(const Request& request, const QString& except);
    Result<bool> answer(const Waiting& waiting);
    Result<> importIfComplete();

    MachineContext& m_context;
    OwnIdentity& m_ownIdentity;
    OlmSessions& m_sessions;
    SessionClaims& m_claims;
    ToDeviceQueue& m_queue;
    std::optional<QList<Request>> m_open; // as stored
    QList<Waiting> m_waiting;
    QHash<DeviceId, Confirmation> m_confirmed;
    std::optional<crypto::SecretBytes> m_backupKey;
};

} // namespace core
