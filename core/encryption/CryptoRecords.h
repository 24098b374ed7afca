#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Timestamp.h"
#include "core/encryption/EncryptionTypes.h"
#include "crypto/Keys.h"

#include <QByteArray>
#include <QString>

#include <optional>

// What CryptoStore keeps, as values. Pickles are already encrypted with CryptoStore::pickleKey(); the store seals them again
// or not, as it does with all rows that hold private keys (S-94).
namespace core {

/// A device as published by its owner and checked: ids match, self-signature valid, keys usable (S-28).
struct DeviceRecord {
    UserId user;
    DeviceId device;
    crypto::Curve25519Key curve25519;
    crypto::Ed25519Key ed25519;
    bool supportsMegolm = false;
    bool signedByOwner = false; ///< by the self-signing key of the newest identity
    bool isPresent = true;      ///< in the newest answer of the server; the keys are remembered for ever
    QString displayName;
    Timestamp firstSeen;
    QByteArray json; ///< the signed object, canonical JSON
    bool operator==(const DeviceRecord&) const = default;
};

/// The cross-signing identity of a user (S-26).
struct IdentityRecord {
    UserId user;
    crypto::Ed25519Key master;                       ///< pinned: first seen or acknowledged
    crypto::Ed25519Key selfSigning;                  ///< of the newest master key
    std::optional<crypto::Ed25519Key> userSigning;   ///< the same; only of the own user
    bool isVerified = false;                         ///< the pinned master key was signed by the own user-signing key
    std::optional<crypto::Ed25519Key> offeredMaster; ///< the newest one, if it is not the pinned one
    bool operator==(const IdentityRecord&) const = default;
};

struct OlmSessionRecord {
    QByteArray sessionId;
    crypto::Curve25519Key peer;
    QByteArray pickle;
    Timestamp lastReceived; ///< or when it was made
    bool operator==(const OlmSessionRecord&) const = default;
};

struct InboundSessionRecord {
    RoomId room;
    QByteArray sessionId;
    QByteArray pickle;
    quint32 firstIndex = 0;
    UserId owner;
    DeviceId ownerDevice; ///< empty if the device was not known when the key came
    crypto::Curve25519Key ownerCurve25519;
    crypto::Ed25519Key ownerEd25519;
    KeyOrigin origin = KeyOrigin::Proven;
    bool sharedHistory = false;
    bool isBackedUp = false;
    bool operator==(const InboundSessionRecord&) const = default;
};

/// The event in which a message index of a session was seen first (S-11).
struct MessageIndexRecord {
    QByteArray sessionId;
    quint32 index = 0;
    EventId event;
    Timestamp originServerTs;
    bool operator==(const MessageIndexRecord&) const = default;
};

struct OutboundSessionRecord {
    RoomId room;
    QByteArray sessionId;
    QByteArray pickle;
    Timestamp created;
    qint64 messages = 0; ///< encrypted so far
    bool invitedMayRead = false;
    bool historyIsShared = false;
    bool operator==(const OutboundSessionRecord&) const = default;
};

/// A device that was given, or refused, the outbound session of a room.
struct OutboundShareRecord {
    static constexpr qint64 withheld = -1;

    RoomId room;
    UserId user;
    DeviceId device;
    crypto::Curve25519Key curve25519;
    qint64 messageIndex = 0; ///< the first one it can read, or `withheld`
    bool operator==(const OutboundShareRecord&) const = default;
};

/// A to-device request that must reach the server as it is, also after a crash (S-16).
struct ToDeviceRecord {
    QString transactionId;
    QString type;
    QByteArray body; ///< compact JSON: {"messages": …}
    bool operator==(const ToDeviceRecord&) const = default;
};

struct TrackedUserRecord {
    UserId user;
    bool isOutdated = true;
    bool operator==(const TrackedUserRecord&) const = default;
};

} // namespace core
