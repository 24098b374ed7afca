#pragma once

#include "core/encryption/AccountKeys.h"

#include <variant>

namespace core {

/// The Olm sessions with other devices (S-14, S-15, S-19).
class OlmSessions {
public:
    OlmSessions(MachineContext& context, AccountKeys& account);

    enum class Refused {
        Replay,       ///< seen before: dropped in silence
        Undecryptable ///< no session fits, or the ratchets do not match
    };
    using Decrypted = std::variant<QByteArray, Refused>;

    /// The ratchet that has advanced is stored.
    Result<Decrypted> decrypt(const crypto::Curve25519Key& sender, const crypto::olm::Message& message);

    Result<bool> hasSession(const crypto::Curve25519Key& peer);
    /// Errors: Crypto if one of the keys is not usable (S-08).
    Result<> createOutbound(const crypto::Curve25519Key& peer, const crypto::Curve25519Key& oneTimeKey);

    /// The content of an `m.room.encrypted` to-device event for this device. The ratchet that has advanced is stored (S-16).
    /// Errors: Crypto if there is no session.
    Result<QJsonObject> encrypt(const DeviceRecord& device, const QString& type, const QJsonObject& content);

private:
    Result<> save(const crypto::Curve25519Key& peer, const crypto::olm::Session& session, Timestamp lastReceived);
    Result<> dropOldest(const crypto::Curve25519Key& peer);
    Result<Decrypted> decryptWithKnown(const crypto::Curve25519Key& sender, const crypto::olm::Message& message, bool& matched);

    MachineContext& m_context;
    AccountKeys& m_account;
};

} // namespace core
