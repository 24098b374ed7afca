#pragma once

#include "core/encryption/verification/QrVerificationCode.h"
#include "core/encryption/verification/SasExchange.h"
#include "core/encryption/verification/VerificationTypes.h"

namespace core {

/// One verification from the request to its end: which messages may come when, and what is sent (S-33, S-36).
///
/// Pure: what is to be sent is collected in takeMessages(). Whatever comes out of order, twice, or too late cancels it.
/// Spec: Matrix v1.11, Client-Server API, "Key verification framework".
class VerificationFlow {
public:
    using Phase = VerificationState::Phase;

    /// Both sides as they are known to be when both want the verification; never changed afterwards (S-29).
    struct Parties {
        VerificationParty own;
        VerificationParty other;
        bool masterIsTrusted = false; ///< the private keys of the own identity are here
    };
    struct Message {
        VerificationMessage message;
        QList<DeviceId> devices; ///< who gets it
    };

    /// This device asks `devices` of `user`. The request is to be sent.
    static VerificationFlow ask(const UserId& user, const DeviceId& ownDevice, const QList<DeviceId>& devices,
                                const QString& transaction, Timestamp now);
    /// `request`: what another device asks. Empty if it is malformed or too old.
    static std::optional<VerificationFlow> asked(const UserId& user, const DeviceId& ownDevice, const QJsonObject& request,
                                                 Timestamp now);
    /// This device asks `user` in a room. The request is to be sent; everything else waits for setEvent().
    static VerificationFlow askInRoom(const UserId& user, const RoomId& room, const DeviceId& ownDevice,
                                      const QString& transaction, Timestamp now);
    /// Empty unless `request` is one of its sender to `ownUser`, not too old, and from the device it names.
    static std::optional<VerificationFlow> askedInRoom(const UserId& ownUser, const DeviceId& ownDevice,
                                                       const VerificationRoomEvent& request, Timestamp now);

    [[nodiscard]] VerificationState state() const;
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] bool isOver() const { return m_phase >= Phase::Done; }
    [[nodiscard]] const UserId& user() const { return m_user; }
    /// Of the other side; empty while none has answered.
    [[nodiscard]] const DeviceId& device() const { return m_device; }
    [[nodiscard]] const QString& transaction() const { return m_transaction; }
    [[nodiscard]] bool isOurs() const { return m_isOurs; }
    /// Empty between own devices.
    [[nodiscard]] const RoomId& room() const { return m_room; }
    /// The request in the room: every other event of the verification refers to it. Empty until our own one is sent.
    [[nodiscard]] const EventId& event() const { return m_event; }
    void setEvent(const EventId& event);
    /// The device that answers is only known from its message: its keys are to be given to fix().
    [[nodiscard]] bool needsParties() const { return !m_parties; }
    [[nodiscard]] const std::optional<Parties>& parties() const { return m_parties; }
    void fix(const Parties& parties) { m_parties = parties; }

    // What the person does. Without effect in a phase where it makes no sense.
    void accept();
    void startSas();
    /// `code`: the bytes of the other side's QR code.
    void scan(QByteArrayView code);
    /// Both sides show the same emoji; or the other side shows that our code was right.
    void confirm();
    void mismatch();
    void cancel(const QString& code = cancelCode::user);

    /// `type` with its prefix; not a request. `content` is of the right transaction and user.
    /// A `ready` or `start` must not come here before fix(), unless it is refused for another reason.
    void receive(const QString& type, const QJsonObject& content);
    /// What the own user has sent in the room, from this or another device: where that was faster, this one steps aside.
    void receiveOfOwnUser(const QString& type, const QJsonObject& content);
    void expire(Timestamp now);

    /// What was compared, when both sides have said yes (Phase::Signing).
    [[nodiscard]] const VerificationProof& proof() const { return m_proof; }
    /// What was compared is signed, and the signature has come back.
    void signedAndSeen();
    void signatureRefused();

    QList<Message> takeMessages();

private:
    VerificationFlow(const UserId& user, const DeviceId& ownDevice, const QString& transaction, Timestamp expires, bool isOurs);
    void send(const QString& type, const QJsonObject& content = {});
    void stepAside(const QString& code);
    void take(const SasExchange::Step& step);
    void receiveReady(const QJsonObject& content);
    bool takeReadyDevice(const QJsonObject& content);
    void receiveStart(const QJsonObject& content);
    void receiveReciprocate(const QJsonObject& content);
    void receiveDone();
    void sayDone(const VerificationProof& proof);
    void finishIfDone();
    [[nodiscard]] bool isOurStartFirst() const;
    [[nodiscard]] VerificationParty vouchedFor() const;
    [[nodiscard]] std::optional<QrVerificationCode> shownCode() const;
    [[nodiscard]] std::optional<VerificationProof> proofOfScan(const QrVerificationCode& code) const;
    [[nodiscard]] QString protocolId() const;
    [[nodiscard]] QJsonObject addressing() const;

    UserId m_user;
    DeviceId m_ownDevice;
    DeviceId m_device;
    QList<DeviceId> m_asked; // who got our request
    QString m_transaction;
    RoomId m_room;
    EventId m_event;
    Timestamp m_expires;
    bool m_isOurs = false;
    bool m_readyArrived = false; // our own one, in the room
    Phase m_phase = Phase::Requested;
    QStringList m_theirMethods;
    std::optional<Parties> m_parties;
    std::optional<SasExchange> m_sas;
    crypto::SecretBytes m_qrSecret; // of the code that we show
    std::optional<VerificationProof> m_scanProof;
    bool m_startReceived = false;
    bool m_doneSent = false;
    bool m_doneReceived = false;
    VerificationProof m_proof;
    QString m_cancelCode;
    bool m_cancelledByUs = false;
    QList<Message> m_messages;
};

} // namespace core
