#pragma once

#include "crypto/Keys.h"
#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

#include <memory>

struct OlmInboundGroupSession;
struct OlmOutboundGroupSession;

namespace crypto::olm {

/// The sending half of a Megolm session. Thread: any, one at a time. Spec: Megolm.
class OutboundGroupSession {
public:
    static OutboundGroupSession create();
    /// Errors: BadPickle.
    static Result<OutboundGroupSession> fromPickle(QByteArrayView pickle, const SecretBytes& key);
    OutboundGroupSession(OutboundGroupSession&&) noexcept;
    OutboundGroupSession& operator=(OutboundGroupSession&&) noexcept;
    ~OutboundGroupSession();

    [[nodiscard]] QByteArray pickle(const SecretBytes& key) const;
    [[nodiscard]] QByteArray id() const;            ///< the Ed25519 key of the session, base64
    [[nodiscard]] quint32 messageIndex() const;     ///< of the next message
    /// What other devices need to read from the next message on (session-sharing format, base64).
    [[nodiscard]] SecretBytes sessionKey() const;
    /// Advances the ratchet: the new pickle must be stored before the message is sent (S-16).
    Result<QByteArray> encrypt(QByteArrayView plaintext);

private:
    struct Free {
        void operator()(OlmOutboundGroupSession* session) const;
    };
    OutboundGroupSession();
    std::unique_ptr<OlmOutboundGroupSession, Free> m_session;
};

/// The receiving half of a Megolm session. Thread: any, one at a time. Spec: Megolm.
class InboundGroupSession {
public:
    struct Plaintext {
        QByteArray bytes;
        quint32 index = 0;
    };

    /// From an m.room_key: the format carries a signature, which is checked (S-13).
    /// Errors: BadBase64, BadFormat, BadKey, BadSignature.
    static Result<InboundGroupSession> fromSessionKey(QByteArrayView sessionKey);
    /// From a backup or an export file: proves nothing about its owner (S-13). Errors: BadBase64, BadFormat, BadKey.
    static Result<InboundGroupSession> fromExport(QByteArrayView exported);
    /// Errors: BadPickle.
    static Result<InboundGroupSession> fromPickle(QByteArrayView pickle, const SecretBytes& key);
    InboundGroupSession(InboundGroupSession&&) noexcept;
    InboundGroupSession& operator=(InboundGroupSession&&) noexcept;
    ~InboundGroupSession();

    [[nodiscard]] QByteArray pickle(const SecretBytes& key) const;
    [[nodiscard]] QByteArray id() const;
    [[nodiscard]] quint32 firstKnownIndex() const;

    /// `message`: base64. The format and the signature by the session's own key are checked before the ratchet is used.
    /// Errors: BadBase64, BadFormat, BadSignature, UnknownMessageIndex, BadMac.
    Result<Plaintext> decrypt(QByteArrayView message);

    /// The ratchet at `index` in the export format. Errors: UnknownMessageIndex.
    [[nodiscard]] Result<SecretBytes> exportAt(quint32 index) const;

    enum class Comparison { Unconnected, Equal, Better, Worse };
    /// Compares this copy with another of the same id (S-12): Better means connected and readable from an earlier message on.
    [[nodiscard]] Comparison compare(const InboundGroupSession& other) const;

private:
    struct Free {
        void operator()(OlmInboundGroupSession* session) const;
    };
    InboundGroupSession();
    Result<> readKey();
    std::unique_ptr<OlmInboundGroupSession, Free> m_session;
    Ed25519Key m_key;
};

} // namespace crypto::olm
