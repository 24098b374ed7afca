#include "core/encryption/ToDeviceReceiver.h"

#include "core/base/Log.h"
#include "crypto/X25519.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qsizetype maximumEvent = 256 * 1024; // larger to-device events do not exist

struct OlmEnvelope {
    crypto::Curve25519Key sender;
    crypto::olm::Message message;
};

// The part of the envelope that is meant for the device with key `own`.
std::optional<OlmEnvelope> readEnvelope(JsonValue content, const crypto::Curve25519Key& own)
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

} // namespace

ToDeviceReceiver::ToDeviceReceiver(MachineContext& context, AccountKeys& account, OlmSessions& sessions,
                                   InboundRoomKeys& roomKeys, DeviceTracker& tracker, Unwedging& unwedging,
                                   Verifications& verifications, SecretSharing& secrets, RoomKeyRequests& keyRequests,
                                   RoomKeyAnswers& keyAnswers)
    : m_context(context)
    , m_account(account)
    , m_sessions(sessions)
    , m_roomKeys(roomKeys)
    , m_tracker(tracker)
    , m_unwedging(unwedging)
    , m_verifications(verifications)
    , m_secrets(secrets)
    , m_keyRequests(keyRequests)
    , m_keyAnswers(keyAnswers)
{
}

Result<> ToDeviceReceiver::receive(std::string_view event)
{
    const auto document =
        JsonDocument::parse(QByteArrayView(event.data(), static_cast<qsizetype>(event.size())), {.maxBytes = maximumEvent});
    if (!document)
        return {};
    const auto root = document->root();
    const QString type = textAt(root, "type");
    const auto sender = UserId::parse(textAt(root, "sender"));
    if (!sender)
        return {};
    if (type == "m.room.encrypted"_L1)
        return receiveEncrypted(*sender, root["content"]);
    if (type == "m.room_key.withheld"_L1)
        return receiveWithheld(root["content"]);
    if (type.startsWith("m.key.verification."_L1))
        return m_verifications.receive(*sender, type, root["content"]);
    if (type == "m.secret.request"_L1)
        return m_secrets.receiveRequest(*sender, root["content"]);
    if (type == "m.room_key_request"_L1)
        return m_keyAnswers.receive(*sender, root["content"]);
    return {};
}

Result<> ToDeviceReceiver::receiveEncrypted(const UserId& sender, JsonValue content)
{
    const auto envelope = readEnvelope(content, m_account.account().curve25519());
    if (!envelope)
        return {};
    const auto decrypted = m_sessions.decrypt(envelope->sender, envelope->message);
    if (!decrypted)
        return failureOf(decrypted);
    if (const auto* plaintext = std::get_if<QByteArray>(&*decrypted))
        return receivePlaintext(sender, envelope->sender, *plaintext);
    if (std::get<OlmSessions::Refused>(*decrypted) == OlmSessions::Refused::Replay)
        return {};
    qCInfo(logEncryption, "an Olm message could not be decrypted");
    return m_unwedging.undecryptable(sender, envelope->sender);
}

Result<> ToDeviceReceiver::receivePlaintext(const UserId& sender, const crypto::Curve25519Key& senderKey,
                                            QByteArrayView plaintext)
{
    const auto device = m_context.store.deviceByKey(sender, senderKey);
    if (!device)
        return failureOf(device);
    const auto document = JsonDocument::parse(plaintext, {.maxBytes = maximumEvent});
    const auto payload = !document ? std::nullopt
                                   : readOlmPayload(document->root(), {.sender = sender,
                                                                       .senderKey = senderKey,
                                                                       .device = *device,
                                                                       .recipient = m_context.user,
                                                                       .recipientKey = m_account.account().ed25519()});
    if (!payload) {
        qCWarning(logEncryption, "an Olm message does not say truthfully who sent it to whom: refused");
        return {};
    }
    if (payload->type == "m.room_key"_L1)
        return receiveRoomKey(sender, senderKey, *payload);
    if (payload->type == "m.secret.send"_L1)
        return m_secrets.receiveSecret(*device, *payload);
    if (payload->type == "m.forwarded_room_key"_L1)
        return m_keyRequests.receiveForwarded(*device, *payload);
    return {}; // m.dummy has done its work already; everything else has no reader
}

Result<> ToDeviceReceiver::receiveRoomKey(const UserId& sender, const crypto::Curve25519Key& senderKey, const OlmPayload& payload)
{
    const auto content = payload.content;
    const auto room = RoomId::parse(textAt(content, "room_id"));
    const auto sessionKey = content["session_key"].utf8();
    const QByteArray sessionId = textAt(content, "session_id").toUtf8();
    if (textAt(content, "algorithm") != QLatin1String(megolmAlgorithm) || !room || !sessionKey || sessionId.isEmpty())
        return {};
    const bool isShared =
        content["shared_history"].boolean().value_or(content["org.matrix.msc3061.shared_history"].boolean().value_or(false));
    const auto isNew = m_roomKeys.receive({.room = *room,
                                           .sessionId = sessionId,
                                           .pickle = {},
                                           .owner = sender,
                                           .ownerDevice = payload.device,
                                           .ownerCurve25519 = senderKey,
                                           .ownerEd25519 = payload.senderEd25519,
                                           .origin = KeyOrigin::Proven,
                                           .sharedHistory = isShared},
                                          QByteArrayView(sessionKey->data(), static_cast<qsizetype>(sessionKey->size())));
    if (!isNew)
        return failureOf(isNew);
    if (!*isNew)
        return {};
    m_context.news.newRoomKeys.append({*room, sessionId});
    // Without the sender's devices nothing of it can be shown.
    return m_tracker.track({sender});
}

Result<> ToDeviceReceiver::receiveWithheld(JsonValue content)
{
    const auto room = RoomId::parse(textAt(content, "room_id"));
    const QByteArray sessionId = textAt(content, "session_id").toUtf8();
    if (textAt(content, "algorithm") != QLatin1String(megolmAlgorithm) || !room || sessionId.isEmpty() || sessionId.size() > 255)
        return {};
    return m_roomKeys.withheld({*room, sessionId}, textAt(content, "code"));
}

} // namespace core
