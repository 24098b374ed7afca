#pragma once

#include "crypto/Keys.h"
#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

#include <memory>

struct OlmSession;

namespace crypto::olm {

/// What an Olm session made of a plaintext: `type` and `body` of the algorithm's ciphertext object.
struct Message {
    enum class Type { PreKey = 0, Normal = 1 };
    Type type = Type::PreKey;
    QByteArray body; ///< unpadded base64
    bool operator==(const Message&) const = default;
};

/// A double ratchet with one device. Thread: any, one at a time. Spec: Olm.
class Session {
public:
    /// `key` may have any size, for pickles of other programs. Errors: BadPickle.
    static Result<Session> fromPickle(QByteArrayView pickle, const SecretBytes& key);
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;
    ~Session();

    /// `key`: 32 bytes (S-94); another size is a programmer's error and ends the process.
    [[nodiscard]] QByteArray pickle(const SecretBytes& key) const;
    [[nodiscard]] QByteArray id() const;
    [[nodiscard]] bool hasReceivedMessage() const;

    /// Advances the ratchet: the new pickle must be stored before the message is sent (S-16).
    /// Errors: BadLength above 65,535 bytes, which receivers would refuse.
    Result<Message> encrypt(QByteArrayView plaintext);
    /// On failure nothing has changed. Errors: BadFormat, BadBase64 and BadKey from the strict reader (S-02, S-08), BadMac for
    /// everything the ratchet refuses, a replay among it.
    Result<QByteArray> decrypt(const Message& message);
    /// Whether a pre-key message would have created this very session.
    [[nodiscard]] bool matchesInbound(const Message& preKeyMessage, const Curve25519Key& sender) const;

private:
    friend class Account;
    struct Free {
        void operator()(OlmSession* session) const;
    };
    Session();
    std::unique_ptr<OlmSession, Free> m_session;
};

} // namespace crypto::olm
