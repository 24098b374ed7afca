#pragma once

#include "crypto/Keys.h"
#include "crypto/Result.h"
#include "crypto/SecretBytes.h"

#include <memory>

struct OlmInboundGroupSession;

namespace crypto::olm {

/// The receiving half of a Megolm session. Thread: any, one at a time. Spec: Megolm.
class InboundGroupSession {
public:
    struct Plaintext {
        QByteArray bytes;
        quint32 index = 0; ///< of the message in the session
        bool operator==(const Plaintext&) const = default;
    };

    /// From an m.room_key: the format carries a signature, which is checked (S-13).
    /// Errors: BadBase64, BadFormat, BadKey, BadSignature.
    static Result<InboundGroupSession> fromSessionKey(QByteArrayView sessionKey);
    /// From a backup or an export file: proves nothing about its owner (S-13). Errors: BadBase64, BadFormat, BadKey.
    static Result<InboundGroupSession> fromExport(QByteArrayView exported);
    /// `key` may have any size, for pickles of other programs. Errors: BadPickle.
    static Result<InboundGroupSession> fromPickle(QByteArrayView pickle, const SecretBytes& key);
    InboundGroupSession(InboundGroupSession&&) noexcept;
    InboundGroupSession& operator=(InboundGroupSession&&) noexcept;
    ~InboundGroupSession();

    /// `key`: 32 bytes (S-94); another size is a programmer's error and ends the process.
    [[nodiscard]] QByteArray pickle(const SecretBytes& key) const;
    /// The Ed25519 key of the session, unpadded base64: the session_id of the protocol.
    [[nodiscard]] QByteArray id() const;
    /// The index of the earliest message that this copy can read.
    [[nodiscard]] quint32 firstKnownIndex() const;

    /// `message`: base64. The format and the signature by the session's own key are checked before the ratchet is used.
    /// On failure nothing has changed. Replays are the caller's to refuse (S-11).
    /// Errors: BadBase64, BadFormat, BadSignature, UnknownMessageIndex, BadMac.
    Result<Plaintext> decrypt(QByteArrayView message);

    /// The ratchet at `index` in the export format, base64. Errors: UnknownMessageIndex.
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
