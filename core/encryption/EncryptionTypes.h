#pragma once

#include "core/base/Identifiers.h"
#include "crypto/SecretBytes.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace core {

/// What one sync response says about encryption. Views into the response: valid only during the call.
struct EncryptionSyncChanges {
    std::vector<std::string_view> toDevice; ///< each a whole to-device event as JSON
    QStringList changedDeviceLists;         ///< `device_lists.changed`
    QStringList leftDeviceLists;            ///< `device_lists.left`
    std::optional<QMap<QString, int>> oneTimeKeyCounts;
    std::optional<QStringList> unusedFallbackKeyTypes;
};

/// A Megolm session in a room. `sessionId` is the text of the protocol (unpadded base64).
struct RoomKeyId {
    RoomId room;
    QByteArray sessionId;
    bool operator==(const RoomKeyId&) const = default;
};
size_t qHash(const RoomKeyId& id, size_t seed = 0) noexcept;

/// Something a person has to be told (S-26, S-28, S-31).
struct EncryptionAlert {
    enum class Kind {
        IdentityChanged,    ///< another user has a new master key; see OlmMachine::acknowledgeIdentity
        OwnIdentityChanged, ///< the server shows a master key for the own user that is not the pinned one
        NewOwnDevice,       ///< a device of the own account that was not there before
        DeviceKeysChanged,  ///< a known device came back with other keys: the old ones are kept, the new ones refused
    };
    Kind kind = Kind::IdentityChanged;
    UserId user;
    DeviceId device; ///< empty for the kinds about identities
    bool operator==(const EncryptionAlert&) const = default;
};

struct SyncOutcome {
    /// Sessions whose events are worth another try: their key came, or the trust in their owner changed.
    QList<RoomKeyId> newRoomKeys;
    QList<EncryptionAlert> alerts;
    bool operator==(const SyncOutcome&) const = default;
};

/// What is shown beside a message. Colours and reasons are those of matrix-js-sdk's EventShieldColour and EventShieldReason.
struct Shield {
    enum class Colour { None, Grey, Red };
    enum class Reason {
        None,
        UnverifiedIdentity,        ///< UNVERIFIED_IDENTITY
        UnsignedDevice,            ///< UNSIGNED_DEVICE
        UnknownDevice,             ///< UNKNOWN_DEVICE
        AuthenticityNotGuaranteed, ///< AUTHENTICITY_NOT_GUARANTEED: the key came from a backup or a file (S-47)
        SentInClear,               ///< SENT_IN_CLEAR: set by the caller for unencrypted events of an encrypted room
        VerificationViolation,     ///< VERIFICATION_VIOLATION: was verified, has another identity now
        MismatchedSender,          ///< MISMATCHED_SENDER
    };
    Colour colour = Colour::None;
    Reason reason = Reason::None;
    bool operator==(const Shield&) const = default;
};

/// Whether the owner of a room key is proven by the Olm channel it came through, or only claimed (S-07, S-47).
enum class KeyOrigin { Proven, Unproven };

struct DecryptedEvent {
    QByteArray json; ///< the plaintext: an object with "type", "content", "room_id"; valid JSON
    QString type;
    Shield shield;
    KeyOrigin origin = KeyOrigin::Proven;
    DeviceId senderDevice; ///< empty if the device is not known
    QByteArray sessionId;
    quint32 messageIndex = 0;
    bool operator==(const DecryptedEvent&) const = default;
};

struct Undecryptable {
    enum class Reason {
        MissingKey,
        Withheld,
        WithheldUnverified, ///< the sender shares keys only with devices signed by their owner (`m.unverified`)
        UnknownIndex,       ///< the key we have starts after this message
        Replay,             ///< the ciphertext was seen in another event (S-11)
        SenderMismatch,     ///< the event claims a sender who does not own the session (S-07)
        WrongRoom,          ///< the plaintext belongs into another room (S-10)
        UntrustedDevice,    ///< from a device that its owner has not signed, or that is not known yet (S-30)
        Malformed,
        UnsupportedAlgorithm,
        KeysRenewed, ///< written before the person had the keys renewed: OlmMachine::destroyRoomKeys
    };
    Reason reason = Reason::MissingKey;
    QByteArray sessionId; ///< empty if the event names none
    bool operator==(const Undecryptable&) const = default;
};

using Decryption = std::variant<DecryptedEvent, Undecryptable>;

/// The room's settings as the server shows them; they can only make things stricter (S-22).
struct RoomEncryptionSettings {
    std::optional<qint64> rotationMessages; ///< `rotation_period_msgs`
    std::optional<qint64> rotationPeriodMs; ///< `rotation_period_ms`
    bool invitedMayRead = false;            ///< history visibility invited, shared or world_readable; a change makes a new key
    bool historyIsShared = false;           ///< shared or world_readable: who joins later may be given what is sent now (S-64)
    bool operator==(const RoomEncryptionSettings&) const = default;
};

/// What the next message of a room is for. Only messages of a verification go to people whose keys have changed: they are how one
/// finds out whether the new keys are right (S-26).
enum class SendPurpose { Message, Verification };

/// RequestsPending: send OlmMachine::outgoingRequests() and feed the answers back, then ask again.
enum class ShareProgress { Ready, RequestsPending };

/// What is known of a user's cross-signing identity (S-26, S-27).
enum class IdentityStatus {
    Unknown,  ///< none was ever seen
    Pinned,   ///< trusted on first use
    Verified, ///< signed by the own user-signing key; for the own user: the private keys are here
    Changed,  ///< another one is offered; the user was never verified
    Violated, ///< another one is offered and the pinned one was verified: nothing is sent until it is acknowledged
};

/// What is known of the own cross-signing identity.
enum class OwnIdentityStatus {
    NotAsked,   ///< the server was not asked in this run
    Missing,    ///< the server has none: OlmMachine::bootstrapCrossSigning may make one
    Creating,   ///< its keys are made and on their way to the server
    Unverified, ///< there is one, its private keys are not here
    Verified,   ///< its private keys are here
    Changed,    ///< the server offers another one than the pinned one
};

/// The private keys of the own cross-signing identity: seeds of 32 bytes.
struct CrossSigningSecrets {
    crypto::SecretBytes master;
    crypto::SecretBytes selfSigning;
    crypto::SecretBytes userSigning;
};

} // namespace core
