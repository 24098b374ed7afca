#pragma once

#include "core/encryption/AccountKeys.h"
#include "core/encryption/OutgoingRequest.h"
#include "crypto/Ed25519.h"

#include <utility>

namespace core {

/// Makes the own cross-signing identity, step by step and across crashes (S-27, S-40).
class OwnIdentity {
public:
    OwnIdentity(MachineContext& context, AccountKeys& account);

    Result<> load();

    /// The server answered a keys/query about the own user; `record` is what is pinned now.
    Result<> receive(const std::optional<IdentityRecord>& record);
    Result<OwnIdentityStatus> status();
    Result<> bootstrap();
    /// Makes the keys that take the place of the own identity as soon as the server shows them; nothing happens if they are here.
    /// Errors: DevicesOutdated if the server was not asked or shows no identity; Forbidden while the first one is being made.
    Result<> prepareNext();
    [[nodiscard]] bool hasNext() const { return m_next.has_value(); }
    /// Gives them up. Nothing happens if there are none.
    Result<> discardNext();
    /// The body that uploads them. Errors: NotFound if there are none; Crypto.
    [[nodiscard]] Result<QJsonObject> nextUpload() const;
    /// Copies of the private keys; empty if they are not here.
    [[nodiscard]] std::optional<CrossSigningSecrets> secrets() const;
    /// Takes private keys in if each of them belongs to the pinned identity (S-40, S-43); this device is signed next.
    /// Errors: Crypto if one does not; DevicesOutdated if no identity is known, or another one is offered.
    Result<> import(const CrossSigningSecrets& secrets);
    /// `object` signed by this device and by the own master key. Errors: Crypto if that is not here.
    [[nodiscard]] Result<QJsonObject> sign(const QJsonObject& object) const;
    /// The published keys of another own device, signed with the self-signing key. Errors: Crypto if that is not here.
    [[nodiscard]] Result<QJsonObject> signDevice(const QJsonObject& deviceKeys) const;
    /// The master key of another person, signed with the user-signing key. Errors: Crypto if that is not here.
    [[nodiscard]] Result<QJsonObject> signUser(const UserId& user, const crypto::Ed25519Key& master) const;
    /// There is a new own device, or the server has lost the keys of this one: it is to be signed again if the private keys are
    /// in `store`. load() must follow.
    static Result<> signAgain(CryptoStore& store);

    /// The next request of the bootstrap; its id and path are for the caller to set. Empty if nothing is due.
    Result<std::optional<OutgoingRequest>> request();
    Result<> answered(OutgoingRequest::Kind kind, JsonValue response);

private:
    enum class Step : char { None = 0, UploadKeys = 1, UploadSignatures = 2, Done = 3 };
    struct Keys {
        crypto::Ed25519KeyPair master;
        crypto::Ed25519KeyPair selfSigning;
        crypto::Ed25519KeyPair userSigning;
    };
    static crypto::SecretBytes toBytes(Step step, const Keys& keys);
    /// Errors: Crypto if the value is damaged.
    Result<std::optional<std::pair<Step, Keys>>> read(std::string_view name) const;
    Result<> save();
    Result<> pinOwnKeys();
    Result<> abandon();
    Result<> useNext();
    [[nodiscard]] bool isNext(const IdentityRecord& record) const;
    [[nodiscard]] std::optional<QJsonObject> signingKeys(const Keys& keys) const;
    [[nodiscard]] std::optional<QJsonObject> deviceSignature() const;

    MachineContext& m_context;
    AccountKeys& m_account;
    Step m_step = Step::None;
    std::optional<Keys> m_keys;
    std::optional<Keys> m_next; // made because the person wants to replace the identity
    bool m_serverWasAsked = false;
};

} // namespace core
