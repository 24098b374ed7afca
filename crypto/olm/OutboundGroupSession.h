#pragma once

#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

#include <memory>

struct OlmOutboundGroupSession;

namespace crypto::olm {

/// The sending half of a Megolm session. Thread: any, one at a time. Spec: Megolm.
class OutboundGroupSession {
public:
    static OutboundGroupSession create();
    /// `key` may have any size, for pickles of other programs. Errors: BadPickle.
    static Result<OutboundGroupSession> fromPickle(QByteArrayView pickle, const SecretBytes& key);
    OutboundGroupSession(OutboundGroupSession&&) noexcept;
    OutboundGroupSession& operator=(OutboundGroupSession&&) noexcept;
    ~OutboundGroupSession();

    /// `key`: 32 bytes (S-94); another size is a programmer's error and ends the process.
    [[nodiscard]] QByteArray pickle(const SecretBytes& key) const;
    [[nodiscard]] QByteArray id() const;        ///< the Ed25519 key of the session, base64
    [[nodiscard]] quint32 messageIndex() const; ///< of the next message
    /// What other devices need to read from the next message on (session-sharing format, base64).
    [[nodiscard]] SecretBytes sessionKey() const;
    /// Advances the ratchet: the new pickle must be stored before the message is sent (S-16).
    /// Errors: BadLength above 65,535 bytes, which receivers would refuse.
    Result<QByteArray> encrypt(QByteArrayView plaintext);

private:
    struct Free {
        void operator()(OlmOutboundGroupSession* session) const;
    };
    OutboundGroupSession();
    std::unique_ptr<OlmOutboundGroupSession, Free> m_session;
};

} // namespace crypto::olm
