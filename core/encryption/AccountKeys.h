#pragma once

#include "core/encryption/MachineContext.h"
#include "crypto/olm/Account.h"

#include <optional>

namespace core {

/// The keys of this device: the long-term ones, one-time keys (S-20) and the fallback key (S-21).
class AccountKeys {
public:
    explicit AccountKeys(MachineContext& context);

    /// Reads the account or makes one. Errors: WrongAccount, Crypto, storage.
    Result<> load();

    [[nodiscard]] const crypto::olm::Account& account() const { return *m_account; }
    /// The signed `device_keys` object of this device.
    [[nodiscard]] const QJsonObject& deviceKeys() const { return m_deviceKeys; }
    [[nodiscard]] crypto::Result<crypto::Ed25519Signature> sign(QByteArrayView message) const { return m_account->sign(message); }

    /// Whether `store` holds an account at all.
    static Result<bool> exists(CryptoStore& store);
    /// The account goes; the next load() makes a new one.
    static Result<> remove(CryptoStore& store);

    [[nodiscard]] bool isUploaded() const { return m_state.deviceKeysUploaded; }
    /// The server has lost the device keys: they are due again.
    Result<> uploadAgain();

    Result<> receiveCounts(const EncryptionSyncChanges& changes);

    /// The body of the /keys/upload that is due; empty if none is. New private keys are in the store before it is returned.
    Result<std::optional<QJsonObject>> upload();
    Result<> uploaded(JsonValue response);

    /// A session from a pre-key message. Stores the account without the used one-time key (S-14).
    /// The inner error is why the message was refused: then nothing has changed.
    Result<crypto::Result<crypto::olm::Account::Inbound>> inboundSession(const crypto::Curve25519Key& sender,
                                                                         const crypto::olm::Message& message);

private:
    /// What is remembered beside the pickle.
    struct State {
        bool deviceKeysUploaded = false;
        int liveOneTimeKeys = 0;   // private halves in the account
        qint64 overflowAt = 0;     // when keys were last made although the account was full
        qint64 fallbackAt = 0;     // when the newest fallback key was made
        qint64 fallbackUsedAt = 0; // when it was used first
        QByteArray fallback;       // public halves, base64
        QByteArray oldFallback;
    };

    Result<> create();
    Result<> save();
    Result<> saveState();
    bool readState(QByteArrayView json);
    Result<> makeDeviceKeys();
    void generateOneTimeKeys();
    void generateFallbackKey();
    [[nodiscard]] bool isUploadDue() const;
    [[nodiscard]] QJsonObject signedKey(const crypto::olm::Account::OneTimeKey& key, bool isFallback) const;

    MachineContext& m_context;
    std::optional<crypto::olm::Account> m_account;
    QJsonObject m_deviceKeys;
    State m_state;
    std::optional<int> m_serverCount; // as of the newest sync response or upload
    bool m_countIsDue = false;
    bool m_fallbackIsDue = false;
};

} // namespace core
