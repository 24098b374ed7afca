#pragma once

#include "core/encryption/DeviceTracker.h"
#include "core/encryption/ToDeviceQueue.h"
#include "core/encryption/verification/SignatureUploads.h"
#include "core/encryption/verification/VerificationFlow.h"

#include <deque>

namespace core {

/// The verifications between this device and other devices of the own user (product B6; S-29, S-33 to S-37).
///
/// They live in memory: after a restart the other side runs into its time limit. What was signed is kept until the server has it.
/// At most one that waits for the person's yes is kept, however many requests come (S-37).
class Verifications {
public:
    Verifications(MachineContext& context, AccountKeys& account, OwnIdentity& ownIdentity, ToDeviceQueue& queue);

    /// What the store says counts again. What runs goes on: a message that was not sent after all lets it run into its time
    /// limit.
    void forget();
    [[nodiscard]] const UserId& user() const { return m_context.user; }
    [[nodiscard]] QList<VerificationState> states() const;

    /// Asks `devices` of the own user, without this one; all that are known if empty. Returns the transaction id.
    /// Errors: NotFound if there is no such device; Forbidden if there is no own identity, or another one is offered.
    Result<QString> ask(const QList<DeviceId>& devices);
    /// Errors: NotFound if there is no such verification; DevicesOutdated if the keys of its device are not known yet.
    Result<> act(const QString& transaction, VerificationAction action);
    Result<> scan(const QString& transaction, QByteArrayView code);

    /// A to-device event whose type begins with `m.key.verification.`. What is not from the own user has no effect.
    Result<> receive(const UserId& sender, const QString& type, JsonValue content);
    /// Looks for what has taken too long, and for signatures that have come back.
    Result<> goOn();

    /// The body of a signature upload that is due.
    Result<std::optional<QJsonObject>> signaturesDue();
    Result<> signaturesAnswered(JsonValue response);

private:
    struct Running {
        VerificationFlow flow;
        std::optional<DeviceRecord> device; ///< as it was when its keys were fixed
        bool isSigned = false;
    };
    Running* find(const QString& transaction);
    Result<> receiveRequest(const QJsonObject& content);
    Result<> refuseUnknown(const QString& type, const QJsonObject& content);
    Result<> fix(Running& running, const DeviceId& device);
    Result<> settle(Running& running);
    Result<> sign(Running& running);

    MachineContext& m_context;
    AccountKeys& m_account;
    OwnIdentity& m_ownIdentity;
    ToDeviceQueue& m_queue;
    SignatureUploads m_signatures;
    std::deque<Running> m_running; // the newest last; those that are over stay until there are too many
    QSet<QString> m_refused;       // transactions that were answered with m.unknown_transaction
    std::optional<QJsonObject> m_uploading;
};

} // namespace core
