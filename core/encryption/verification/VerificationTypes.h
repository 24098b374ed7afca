#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Timestamp.h"
#include "crypto/Ed25519.h"
#include "crypto/Sas.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace core {

/// One verification between this device and another one, of the own user or of another person, as a person sees it
/// (product B6; S-32 to S-38).
struct VerificationState {
    enum class Phase {
        Requested, ///< one side has asked; the other one has not said yes
        Ready,     ///< both want it: compare emoji, or let one device scan the code of the other
        Preparing, ///< keys are being exchanged for the emoji
        Comparing, ///< the person compares emoji or numbers and says whether they are the same
        Scanned,   ///< the other device says that it has scanned our code: does it show that all went well?
        Waiting,   ///< this side has said yes and waits for the other one
        Signing,   ///< both have said yes; the server is being told
        Done,      ///< what was compared is signed, and the server shows the signature
        Cancelled, ///< by one of the two sides, or because it took too long
        Refused,   ///< both have said yes, but the server did not take or show the signature in time: nothing is verified
    };
    QString transaction; ///< names it as long as it lives
    UserId user;         ///< the other side: oneself, or another person
    RoomId room;         ///< the chat in which it runs with another person; empty between own devices
    DeviceId device;     ///< empty while no device has answered
    Phase phase = Phase::Requested;
    bool isOurs = false;                 ///< this device has asked
    std::optional<crypto::SasBytes> sas; ///< in Comparing
    QByteArray qrCode;                   ///< in Ready, if the other side can scan: the bytes to show
    QString codeTransaction;             ///< in Ready: QrVerificationCode::transaction of the codes of both sides
    bool canScan = false;                ///< in Ready: the other side shows a code
    bool canCompare = false;             ///< in Ready: both know how to compare emoji
    QString cancelCode;                  ///< `m.user`, `m.timeout`, … in Cancelled
    bool isCancelledByUs = false;
    Timestamp expires; ///< cancelled by itself then
    bool operator==(const VerificationState&) const = default;
};

/// A message of a verification, without what says to which one it belongs.
struct VerificationMessage {
    QString type; ///< from `m.key.verification.`
    QJsonObject content;
};

/// What the transaction ids of messages of verifications begin with.
inline const QString verificationTransactions = QStringLiteral("verify.");

/// A message of a verification with another person: it goes into a room, encrypted.
struct VerificationRoomMessage {
    RoomId room;
    QString transactionId; ///< to be sent under; that of a request comes back in `unsigned` of its event
    VerificationMessage message;
};

/// A new event of an encrypted chat that asks for a verification, or belongs to one.
struct VerificationRoomEvent {
    RoomId room;
    EventId event;
    UserId sender;
    DeviceId device;       ///< the one that is proven to have sent it; empty if it is not known, as for what is not encrypted
    Timestamp sent;        ///< `origin_server_ts`
    QString transactionId; ///< under which this device has sent it; empty for every other device
    EventId request;       ///< what it refers to with `m.reference`; empty for a request
    QString type;
    QJsonObject content; ///< with `m.relates_to` as it stands in the readable part of the event
};

/// Why a verification has to end: a `code` of the specification.
struct VerificationCancel {
    QString code;
};

/// One side of a verification, with the keys fixed when it began (S-29).
struct VerificationParty {
    UserId user;
    DeviceId device;
    crypto::Ed25519Key key;                   ///< of the device
    std::optional<crypto::Ed25519Key> master; ///< of the user, if it is known
};

/// Which keys of the other side a verification has shown to be right.
struct VerificationProof {
    bool device = false;
    bool master = false;
    bool operator==(const VerificationProof&) const = default;
};

/// What a person does in a verification.
enum class VerificationAction {
    Accept,       ///< in Requested, if the other side has asked
    CompareEmoji, ///< in Ready
    Confirm,      ///< in Comparing: both show the same; in Scanned: the other device shows that all went well
    Deny,         ///< in Comparing and Scanned: not so
    Cancel,       ///< at any time
};

namespace cancelCode {
inline const QString user = QStringLiteral("m.user");
inline const QString timeout = QStringLiteral("m.timeout");
inline const QString unknownTransaction = QStringLiteral("m.unknown_transaction");
inline const QString unknownMethod = QStringLiteral("m.unknown_method");
inline const QString unexpectedMessage = QStringLiteral("m.unexpected_message");
inline const QString keyMismatch = QStringLiteral("m.key_mismatch");
inline const QString invalidMessage = QStringLiteral("m.invalid_message");
inline const QString accepted = QStringLiteral("m.accepted");
inline const QString mismatchedCommitment = QStringLiteral("m.mismatched_commitment");
inline const QString mismatchedSas = QStringLiteral("m.mismatched_sas");
} // namespace cancelCode

} // namespace core
