#pragma once

#include "core/base/Clock.h"
#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/encryption/CryptoRecords.h"
#include "core/encryption/CryptoStore.h"
#include "core/encryption/EncryptionTypes.h"
#include "core/encryption/OutgoingRequest.h"
#include "core/encryption/RoomKeyExport.h"
#include "core/encryption/verification/VerificationTypes.h"

#include <QJsonObject>

#include <functional>
#include <memory>
#include <vector>

namespace core {

class DehydratedDevices;

/// End-to-end encryption of one device, without network, threads or a clock of its own: sync data goes in, requests come out.
///
/// Thread: one, the one of the store. Every method that changes something is atomic: it writes all in one transaction of the
/// store (a savepoint if the caller has one open) or nothing, and on failure forgets what it cached. If the caller rolls back
/// a transaction after such a method succeeded, it must call reset().
/// Errors are those of the store unless a method names others. Nothing that comes from outside is an error: it is refused.
/// Spec: Matrix v1.11 and later, "End-to-End Encryption"; trust follows "Cross-signed devices only" (S-26 to S-31).
class OlmMachine {
public:
    /// Reads the account from the store or makes one. `store` and `clock` must outlive the machine.
    /// Outbound room keys of an earlier run are not used again (S-17, S-22).
    /// Errors: WrongAccount if the store belongs to another user or device; Crypto if the account cannot be read.
    static Result<std::unique_ptr<OlmMachine>> open(const UserId& user, const DeviceId& device, CryptoStore& store,
                                                    const Clock& clock);
    /// Whether `store` holds the keys of a device.
    static Result<bool> hasDevice(CryptoStore& store);
    /// The server has removed the device: its keys and sessions go, and the next open() makes a new one, for another device id.
    /// Room keys, what is known of other people, and the own identity stay; that signs the new device, too.
    static Result<> removeDevice(CryptoStore& store);
    ~OlmMachine();
    OlmMachine(const OlmMachine&) = delete;
    OlmMachine& operator=(const OlmMachine&) = delete;

    // -- Receiving -------------------------------------------------------------------------------------------------------

    /// Takes in what a sync response says. Call it before the events of the rooms.
    Result<SyncOutcome> receiveSync(const EncryptionSyncChanges& changes);
    /// What answers (markSent) have brought since the last receiveSync or takeOutcome.
    SyncOutcome takeOutcome();

    /// Decrypts the content of an `m.room.encrypted` event. Can be repeated with the same event; another event with the same
    /// ciphertext is a replay (S-11). Has no outcome that is an error, except faults of the store.
    Result<Decryption> decrypt(const RoomId& room, const EventId& event, const UserId& sender, Timestamp originServerTs,
                               JsonValue encryptedContent);

    // -- Sending ---------------------------------------------------------------------------------------------------------

    /// Follows the devices of these users: the members of encrypted rooms. Users already followed cost one look-up.
    Result<> trackUsers(const QList<UserId>& users);

    /// Gives the room's key to the devices of `members` that may have it (joined ones, and invited ones if the history
    /// visibility lets them read); makes a new key when the old one may not be used any more (S-22, S-23, S-30).
    /// Errors: IdentityChanged if that of a verified member has changed, unless it is for a verification. That ends when a
    /// verification shows that the new one is right, or with acknowledgeIdentity() (S-26).
    Result<ShareProgress> shareRoomKey(const RoomId& room, const RoomEncryptionSettings& settings, const QList<UserId>& members,
                                       SendPurpose purpose = SendPurpose::Message);

    /// The content of the `m.room.encrypted` event for a message. The ratchet has advanced in the store when this returns: keep
    /// the result in the same transaction and send it as it is, also again after a failure (S-16).
    /// `m.relates_to` stays readable outside, as the specification wants it.
    /// Errors: DevicesOutdated unless shareRoomKey() said Ready before; Protocol if `content` cannot be written as JSON.
    Result<QJsonObject> encrypt(const RoomId& room, const QString& type, const QJsonObject& content);

    /// The next message of the room gets a new key. To be called when somebody is not a member any more.
    Result<> discardOutboundSession(const RoomId& room);

    // -- Requests --------------------------------------------------------------------------------------------------------

    /// What is to be sent now. Each request is handed out once, until requestFailed() puts it back. Side by side is fine,
    /// except that the kinds KeysUpload, SigningKeysUpload and SignatureUpload keep their order.
    /// Empty when the store fails; the next method that reports errors will say so.
    QList<OutgoingRequest> outgoingRequests();
    /// The server's answer with status 200. An answer nobody waits for is ignored.
    Result<> markSent(const QString& requestId, JsonValue response);
    void requestFailed(const QString& requestId);

    /// Forgets everything cached and all requests handed out; the store is read again. Errors: also Crypto.
    Result<> reset();

    // -- Own device and identities ---------------------------------------------------------------------------------------

    [[nodiscard]] const UserId& user() const;
    [[nodiscard]] const DeviceId& device() const;
    [[nodiscard]] crypto::Curve25519Key curve25519() const;
    [[nodiscard]] crypto::Ed25519Key ed25519() const;

    /// The devices of a user that the server lists, as far as known. The own device is among them once the server lists it; a
    /// dehydrated one is not (withoutDehydrated).
    Result<QList<DeviceRecord>> devices(const UserId& user);
    Result<IdentityStatus> identityStatus(const UserId& user);
    /// The person goes on without having compared: pins the identity that is offered. A verified user is not verified any more
    /// afterwards (S-26).
    Result<> acknowledgeIdentity(const UserId& user);

    /// Whether the server has confirmed that it has the keys of this device.
    [[nodiscard]] bool isDevicePublished() const;
    /// The server has lost the keys of this device: they are uploaded and signed again.
    Result<> publishDeviceAgain();

    using OwnIdentity = OwnIdentityStatus;
    Result<OwnIdentity> ownIdentity();
    /// The next requests ask the server for the own devices and identity again.
    Result<> askForOwnIdentity();
    /// … and for those of another user who is followed.
    Result<> askForIdentity(const UserId& user);
    /// Makes the own identity (S-27, S-40). The private keys are in the store before anything is sent; a crash in between goes
    /// on with the same keys. The requests follow from outgoingRequests(); the first one may need the person's password,
    /// which the sender has to deal with. Done when ownIdentity() is Verified.
    /// Errors: DevicesOutdated while OwnIdentity::NotAsked; Forbidden if there is an identity: none is ever overwritten.
    Result<> bootstrapCrossSigning();

    /// Copies of the private keys of the own identity, for secret storage; empty if they are not here.
    [[nodiscard]] std::optional<CrossSigningSecrets> crossSigningSecrets() const;
    /// Private keys from secret storage or another own device. The requests that follow sign this device.
    /// Errors: Crypto if they do not belong to the pinned identity (S-43); DevicesOutdated if none is known or another is
    /// offered.
    Result<> importCrossSigning(const CrossSigningSecrets& secrets);
    /// `object` signed by this device and the own master key (S-46). Errors: Crypto if that is not here.
    [[nodiscard]] Result<QJsonObject> signAsOwner(const QJsonObject& object) const;

    // -- Renewing the own keys, because the person wants it (product B5) ----------------------------------------------------

    /// Makes the private keys of an identity that is to replace the own one, whether or not that one's are here. They are in the
    /// store when this returns, and come into use only when the server shows exactly them; then this device is signed next, and
    /// nobody is told that the own identity has changed. Nothing happens if they are made already.
    /// Errors: DevicesOutdated while OwnIdentity::NotAsked or Missing; Forbidden while Creating for the first time.
    Result<> prepareNewIdentity();
    /// Made, and not yet in use.
    [[nodiscard]] bool isNewIdentityPrepared() const;
    /// The body of the upload of its keys (`device_signing/upload`). Errors: NotFound if none is prepared; Crypto.
    [[nodiscard]] Result<QJsonObject> newIdentityUpload() const;
    /// Gives it up. Only if its upload cannot have reached the server.
    Result<> discardNewIdentity();
    /// Destroys the room keys here, so that what was read up to now cannot be read any more, and makes new ones for sending.
    /// Only what a proven sender writes next stays readable with the key in use: its ratchet moves behind the newest message.
    /// From now on messages of before are Undecryptable::Reason::KeysRenewed, unless importRoomKeys() brings their keys.
    Result<> destroyRoomKeys();

    // -- Verification of own devices and of people -----------------------------------------------------------------------

    /// Those that run, and the newest of those that are over, oldest first. To be looked at after each of the other methods.
    [[nodiscard]] QList<VerificationState> verifications() const;
    /// Cancels those whose time has run out: also while nothing is sent or received, as without a connection.
    Result<> endLateVerifications();
    /// Asks other devices of the own user; all that are known if `devices` is empty. Returns the transaction.
    /// Errors: NotFound if there is no such device; Forbidden if there is no own identity, or another one is offered.
    Result<QString> requestVerification(const QList<DeviceId>& devices);
    /// Asks another person in `room`, an encrypted chat with them. Returns the transaction, that of an open verification with
    /// the person if there is one. The newest identity is compared; if that is not the pinned one, it is pinned as soon as both
    /// sides have said yes, not before (S-26). Done means that identityStatus() is Verified.
    /// Errors: Forbidden unless the own identity is Verified; NotFound if the person has none.
    Result<QString> requestVerification(const UserId& user, const RoomId& room);
    /// What has no meaning in the phase of the verification has no effect.
    /// Errors: NotFound if there is none; DevicesOutdated if an unknown device is to be accepted: try again after the next
    /// answers; Forbidden if it is another person's and the own identity is not Verified.
    Result<> actInVerification(const QString& transaction, VerificationAction action);
    /// `code`: what stands in the QR code that the other device shows. Errors: NotFound.
    Result<> scanInVerification(const QString& transaction, QByteArrayView code);

    /// A new event of an encrypted chat of two that has to do with verification. It comes from a sync response, not from the
    /// history. What does not fit has no effect (S-38).
    Result<> receiveVerificationEvent(const VerificationRoomEvent& event);
    /// What is to be sent in rooms now, encrypted, in this order; each message once. Kept in memory only, as verifications are.
    QList<VerificationRoomMessage> takeVerificationMessages();
    /// The server has taken such a message as `event`.
    Result<> verificationMessageSent(const QString& transactionId, const EventId& event);
    /// It will never be sent: the verification is cancelled.
    Result<> verificationMessageFailed(const QString& transactionId);

    // -- Secrets of other own devices ------------------------------------------------------------------------------------

    /// The person has just confirmed on this device that `device` is theirs. For 15 minutes, in this run, secrets may be asked
    /// of it and given to it, as far as it is signed by the pinned identity (S-59).
    Result<> allowSecretsFor(const DeviceId& device);
    /// Asks the devices that are allowed for the private keys and the key of the backup, if they are not here. Private keys
    /// that are right are taken in as by importCrossSigning() as soon as all three are here (S-40, S-60).
    Result<> requestSecrets();
    /// The key of the backup that other own devices may be given; without one it is asked for. Not stored.
    void setBackupKey(std::optional<crypto::SecretBytes> key);
    /// The key of a backup (32 bytes) that another own device has sent; kept until it is discarded. The caller compares it with
    /// `auth_data.public_key` before it is used (S-43).
    Result<std::optional<crypto::SecretBytes>> receivedBackupKey();
    Result<> discardReceivedBackupKey();
    /// Since when secrets have been asked for that have not come; 0 if none is waited for. A request ends after an hour.
    Result<Timestamp> waitsForSecretsSince();

    // -- Room keys of other own devices ----------------------------------------------------------------------------------

    /// Asks the own devices that are signed for these keys: once for each in a run and not again within a day, at most 50 a
    /// minute (S-61); while the private keys of the own identity are not here, they wait. What comes is unproven (S-47, S-58);
    /// what can be read then comes with the outcome of a sync. Requests of other own devices are answered without being asked
    /// (S-57).
    Result<> requestRoomKeys(const QList<RoomKeyId>& keys);

    // -- Room keys for a backup or a file --------------------------------------------------------------------------------

    /// At most `limit` room keys that are not in the backup as they are now; damaged ones are left out for ever.
    Result<std::vector<ExportedRoomKey>> roomKeysToBackUp(int limit);
    Result<qint64> countRoomKeysToBackUp();
    /// The backup has taken these.
    Result<> markBackedUp(const std::vector<ExportedRoomKey>& keys);
    /// Another backup is in use.
    Result<> markNoneBackedUp();
    /// All room keys, slice by slice: at most `limit` after `after`, from the beginning if that is empty.
    Result<RoomKeySlice> exportRoomKeys(const RoomKeyId& after, int limit);
    Result<qint64> countRoomKeys();
    /// Takes in keys of a backup (`isBackedUp`) or a file, unproven (S-47); what is malformed or no better is left out. What can
    /// be read now comes with the next takeOutcome().
    Result<RoomKeyImport> importRoomKeys(const std::vector<ExportedRoomKey>& keys, bool isBackedUp);

    // -- The device that receives while nobody is logged in (S-55) -----------------------------------------------------------

    /// Runs `work`, which must not keep what it is given. Errors: those of `work`.
    Result<> withDehydratedDevices(const std::function<Result<>(DehydratedDevices&)>& work);
    /// Own devices that are not for a person to look at, to rename or to sign out.
    Result<QList<DeviceId>> hiddenDevices();

private:
    struct Parts;
    explicit OlmMachine(std::unique_ptr<Parts> parts);
    /// Runs `work` in a transaction; forgets the caches if it fails.
    Result<> atomically(const std::function<Result<>()>& work);

    std::unique_ptr<Parts> d;
};

} // namespace core
