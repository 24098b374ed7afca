#pragma once

#include "core/base/Clock.h"
#include "core/base/Json.h"
#include "core/encryption/CryptoStore.h"

#include <QJsonObject>
#include <QStringView>

namespace core {

/// What all parts of OlmMachine share.
struct MachineContext {
    UserId user;
    DeviceId device;
    CryptoStore& store;
    const Clock& clock;
    crypto::SecretBytes pickleKey;
    SyncOutcome news;            ///< waiting for the next OlmMachine::takeOutcome
    quint64 trustGeneration = 0; ///< grows with every change of devices and identities: verdicts before it are void
    Timestamp keysRenewed;       ///< when room keys were last destroyed because the person wanted it; 0 if never
};

/// The same error for a result of another type.
template <typename T>
std::unexpected<Error> failureOf(const Result<T>& result)
{
    return std::unexpected(result.error());
}

/// What crypto/ refused, as an error of core.
std::unexpected<Error> cryptoFailure(crypto::Error error);

inline constexpr char megolmAlgorithm[] = "m.megolm.v1.aes-sha2";
inline constexpr char olmAlgorithm[] = "m.olm.v1.curve25519-aes-sha2";

/// Key ids of the protocol: `ed25519:DEVICE`, `ed25519:<public key>`.
QString ed25519KeyId(QStringView name);
QString base64Text(const crypto::Ed25519Key& key);
QString base64Text(const crypto::Curve25519Key& key);

/// A fresh transaction or request id: 128 random bits.
QString randomId();
QByteArray toCompactJson(const QJsonObject& object);
/// The text of a string member; empty if it is none.
QString textAt(JsonValue object, std::string_view key);

} // namespace core
