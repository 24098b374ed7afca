#pragma once

#include "core/encryption/DeviceTracker.h"
#include "core/encryption/ToDeviceQueue.h"
#include "core/encryption/verification/SignatureUploads.h"
#include "core/encryption/verification/VerificationFlow.h"

#include <deque>

namespace core {

/// The verifications between this device and others: of the own user with to-device messages, of other people in the chat with
/// them (product B6; S-29, S-33 to S-38).
///
/// They live in memory: after a restart the other side runs into its time limit. What was signed is kept until the server has it.
/// Of each user at most one that waits for the person's yes is kept, however many requests come (S-37).
class Verifications {
public:
    Verifications(MachineContext& context, AccountKeys& account, Identities& identities, OwnIdentity& ownIdentity,
                  ToDeviceQueue& queue);

    /// What the store says counts again. What runs goes on: a message that was not sent after all lets it run into its time
    /// limit.
    void forget();
    [[nodiscard]] QList<VerificationState> states() const;

    /// Asks `devices` of the own user, without this one; all that are known if empty. Returns the transaction id.
    /// Errors: NotFound if there is no such device; Forbidden if there is no own identity, or another one is offered.
    Result<QString> ask(const QList<DeviceId>& devices);
    /// Asks another person in `room`. Returns the transaction, that of an open verification with the person if there is one that
    /// is about their newest identity. What is compared need not be pinned yet; it is once both sides have said yes (S-26).
    /// Errors: Forbidden unless the own identity is verified here; NotFound if none is known of the person.
    Result<QString> askInRoom(const UserId& user, const RoomId& room);
    /// Errors: NotFound if there is no such verification; DevicesOutdated if the keys of its device are not known yet; Forbidden
    /// for another person unless the own identity is verified here (S-27).
    Result<> act(const QString& transaction, VerificationAction action);
    Result<> scan(const QString& transaction, QByteArrayView code);

    /// A to-device event whose type begins with `m.key.verification.`. What is not from the own user has no effect.
    Result<> receive(const UserId& sender, const QString& type, JsonValue content);
    /// A new event of an encrypted chat. What does not fit has no effect: of other rooms and people, seen before, unknown (S-38).
    Result<> receiveInRoom(const VerificationRoomEvent& event);

    /// What is to be sent in rooms, in this order; each is handed out once.
    QList<VerificationRoomMessage> takeRoomMessages() { return std::exchange(m_roomMessages, {}); }
    /// The event that a message has become.
    Result<> sentInRoom(const QString& transactionId, const EventId& event);
    /// A message will not be sent: its verification ends.
    Result<> notSentInRoom(const QString& transactionId);

    /// Looks for what has taken too long, and for signatures that have come back.
    Result<> goOn();

    /// The body of a signature upload that is due.
    Result<std::optional<QJsonObject>> signaturesDue();
    /// Returns the users whose keys come back signed.
    Result<QStringList> signaturesAnswered(JsonValue response);

private:
    struct Running {
        VerificationFlow flow;
        std::optional<DeviceRecord> device = {}; ///< as it was when its keys were fixed
        QSet<EventId> seen = {};                 ///< in the room
        bool isSigned = false;
    };
    Running* find(const QString& transaction);
    Running* findInRoom(const RoomId& room, const EventId& request);
    Result<> receiveRequest(const QJsonObject& content);
    Result<> receiveRequestInRoom(const VerificationRoomEvent& event);
    Result<> receiveMessage(Running& running, const QString& type, const QJsonObject& content);
    Result<> accept(Running& running);
    void show(VerificationFlow flow);
    Running& add(VerificationFlow flow);
    void sendInRoom(const VerificationFlow& flow, const VerificationMessage& message);
    Result<bool> mayVerifyPeople();
    Result<> refuseUnknown(const QString& type, const QJsonObject& content);
    Result<> fix(Running& running, const DeviceId& device);
    Result<> settle(Running& running);
    Result<> sign(Running& running);
    Result<QJsonObject> signature(const Running& running) const;
    Result<bool> isShownSigned(const Running& running);

    MachineContext& m_context;
    AccountKeys& m_account;
    Identities& m_identities;
    OwnIdentity& m_ownIdentity;
    ToDeviceQueue& m_queue;
    SignatureUploads m_signatures;
    std::deque<Running> m_running; // the newest last; those that are over stay until there are too many
    QSet<QString> m_refused;       // transactions that were answered with m.unknown_transaction
    QList<VerificationRoomMessage> m_roomMessages;
    QHash<QString, QString> m_inRoom; // of messages handed out: to which verification they belong
    std::optional<QJsonObject> m_uploading;
};

} // namespace core
