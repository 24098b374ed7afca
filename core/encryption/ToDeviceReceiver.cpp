#include "core/encryption/ToDeviceReceiver.h"

#include "core/base/Log.h"
#include "core/encryption/DeviceKeys.h"
#include "core/encryption/RoomKeyMessage.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace core {

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
    const auto document = JsonDocument::parse(QByteArrayView(event.data(), static_cast<qsizetype>(event.size())),
                                              {.maxBytes = maximumToDeviceEvent});
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
    const auto envelope = readOlmEnvelope(content, m_account.account().curve25519());
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
    const auto document = JsonDocument::parse(plaintext, {.maxBytes = maximumToDeviceEvent});
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
    if (payload->isDehydrated || (*device && isDehydrated(**device)))
        return {}; // it is there to receive, and nobody has a reason to send as it
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
    auto message = readRoomKeyMessage(sender, senderKey, payload);
    if (!message)
        return {};
    const RoomKeyId key{message->record.room, message->record.sessionId};
    const auto isNew =
        m_roomKeys.receive(std::move(message->record),
                           QByteArrayView(message->sessionKey.data(), static_cast<qsizetype>(message->sessionKey.size())));
    if (!isNew)
        return failureOf(isNew);
    if (!*isNew)
        return {};
    m_context.news.newRoomKeys.append(key);
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
