#pragma once

#include "crypto/olm/Session.h"

#include <QList>

#include <optional>

struct OlmAccount;

namespace crypto::olm {

/// The long-term keys of a device and its one-time keys. Thread: any, one at a time. Spec: Olm.
class Account {
public:
    struct OneTimeKey {
        QByteArray id;
        Curve25519Key key;
        bool operator==(const OneTimeKey&) const = default;
    };
    struct Inbound {
        Session session;
        QByteArray plaintext;
    };

    static Account create();
    /// `key` may have any size, for pickles of other programs. Errors: BadPickle.
    static Result<Account> fromPickle(QByteArrayView pickle, const SecretBytes& key);
    Account(Account&&) noexcept;
    Account& operator=(Account&&) noexcept;
    ~Account();

    /// `key`: 32 bytes (S-94); another size is a programmer's error and ends the process.
    [[nodiscard]] QByteArray pickle(const SecretBytes& key) const;
    [[nodiscard]] const Curve25519Key& curve25519() const { return m_curve25519; }
    [[nodiscard]] const Ed25519Key& ed25519() const { return m_ed25519; }
    /// The signature is checked before it is given out. Errors: Internal.
    [[nodiscard]] Result<Ed25519Signature> sign(QByteArrayView message) const;

    /// More than this many private one-time keys are never kept: the library forgets the oldest silently (S-20).
    [[nodiscard]] size_t maximumOneTimeKeys() const;
    void generateOneTimeKeys(size_t count);
    [[nodiscard]] QList<OneTimeKey> unpublishedOneTimeKeys() const;
    /// The key before it is kept until forgetOldFallbackKey() (S-21).
    void generateFallbackKey();
    [[nodiscard]] std::optional<OneTimeKey> unpublishedFallbackKey() const;
    /// Call when the server has taken the one-time keys and the fallback key.
    void markKeysAsPublished();
    void forgetOldFallbackKey();

    /// Errors: BadKey if a key of the other side is of small order (S-08).
    [[nodiscard]] Result<Session> outboundSession(const Curve25519Key& identity, const Curve25519Key& oneTimeKey) const;
    /// Creates a session from a pre-key message of the device with key `identity`, decrypts the message and drops the one-time
    /// key, in one step: if anything fails nothing has changed (S-14).
    /// Errors: BadFormat, BadBase64, BadKey (also if the message names another identity), UnknownOneTimeKey, BadMac.
    Result<Inbound> inboundSession(const Curve25519Key& identity, const Message& preKeyMessage);

private:
    struct Free {
        void operator()(OlmAccount* account) const;
    };
    Account();
    Result<> readIdentityKeys();
    std::unique_ptr<OlmAccount, Free> m_account;
    Curve25519Key m_curve25519;
    Ed25519Key m_ed25519;
};

} // namespace crypto::olm
