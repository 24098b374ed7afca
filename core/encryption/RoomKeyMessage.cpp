#include "core/encryption/RoomKeyMessage.h"

#include "core/encryption/MachineContext.h"
#include "crypto/X25519.h"

using namespace Qt::StringLiterals;

namespace core {

std::optional<OlmEnvelope> readOlmEnvelope(JsonValue content, const crypto::Curve25519Key& own)
{
    const auto sender = crypto::Curve25519Key::parse(textAt(content, "sender_key").toUtf8());
    if (textAt(content, "algorithm") != QLatin1String(olmAlgorithm) || !sender || !crypto::isUsable(*sender))
        return std::nullopt;
    const auto mine = content["ciphertext"][own.toBase64().toStdString()];
    const auto type = mine["type"].integer();
    const auto body = mine["body"].string();
    if (!type || (*type != 0 && *type != 1) || !body)
        return std::nullopt;
    return OlmEnvelope{*sender, {static_cast<crypto::olm::Message::Type>(*type), body->toUtf8()}};
}

std::optional<RoomKeyMessage> readRoomKeyMessage(const UserId& sender, const crypto::Curve25519Key& senderKey,
                                                 const OlmPayload& payload)
{
    const auto content = payload.content;
    const auto room = RoomId::parse(textAt(content, "room_id"));
    const auto sessionKey = content["session_key"].utf8();
    const QByteArray sessionId = textAt(content, "session_id").toUtf8();
    if (textAt(content, "algorithm") != QLatin1String(megolmAlgorithm) || !room || !sessionKey || sessionId.isEmpty())
        return std::nullopt;
    const bool isShared =
        content["shared_history"].boolean().value_or(content["org.matrix.msc3061.shared_history"].boolean().value_or(false));
    return RoomKeyMessage{.record = {.room = *room,
                                     .sessionId = sessionId,
                                     .pickle = {},
                                     .owner = sender,
                                     .ownerDevice = payload.device,
                                     .ownerCurve25519 = senderKey,
                                     .ownerEd25519 = payload.senderEd25519,
                                     .origin = KeyOrigin::Proven,
                                     .sharedHistory = isShared},
                          .sessionKey = *sessionKey};
}

} // namespace core
