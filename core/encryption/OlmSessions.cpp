#include "core/encryption/OlmSessions.h"

#include "crypto/Base64.h"
#include "crypto/Sha256.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {
constexpr qsizetype maximumSessions = 16; // per device
}

OlmSessions::OlmSessions(MachineContext& context, AccountKeys& account)
    : m_context(context)
    , m_account(account)
{
}

Result<> OlmSessions::save(const crypto::Curve25519Key& peer, const crypto::olm::Session& session, Timestamp lastReceived)
{
    return m_context.store.saveOlmSession(
        {.sessionId = session.id(), .peer = peer, .pickle = session.pickle(m_context.pickleKey), .lastReceived = lastReceived});
}

Result<> OlmSessions::dropOldest(const crypto::Curve25519Key& peer)
{
    const auto sessions = m_context.store.olmSessions(peer);
    if (!sessions)
        return failureOf(sessions);
    for (qsizetype i = maximumSessions; i < sessions->size(); ++i) {
        if (const auto removed = m_context.store.removeOlmSession(sessions->at(i).sessionId); !removed)
            return removed;
    }
    return {};
}

// Sets `matched` if the message belongs to a session we have: then no other one is made for it.
Result<OlmSessions::Decrypted> OlmSessions::decryptWithKnown(const crypto::Curve25519Key& sender,
                                                             const crypto::olm::Message& message, bool& matched)
{
    const auto records = m_context.store.olmSessions(sender);
    if (!records)
        return failureOf(records);
    for (const auto& record : *records) {
        auto session = crypto::olm::Session::fromPickle(record.pickle, m_context.pickleKey);
        if (!session)
            continue; // a damaged row must not shut out the others
        if (message.type == crypto::olm::Message::Type::PreKey) {
            if (!session->matchesInbound(message, sender))
                continue;
            matched = true;
        }
        const auto plaintext = session->decrypt(message);
        if (!plaintext)
            continue;
        if (const auto saved = save(sender, *session, m_context.clock.now()); !saved)
            return failureOf(saved);
        return *plaintext;
    }
    return Refused::Undecryptable;
}

Result<OlmSessions::Decrypted> OlmSessions::decrypt(const crypto::Curve25519Key& sender, const crypto::olm::Message& message)
{
    const auto raw = crypto::base64::decode(message.body);
    if (!raw)
        return Refused::Undecryptable;
    const QByteArray hash = crypto::sha256(sender.view().toByteArray() + *raw);
    const auto isKnown = m_context.store.hasOlmHash(hash);
    if (!isKnown)
        return failureOf(isKnown);
    if (*isKnown)
        return Refused::Replay;
    bool matched = false;
    auto decrypted = decryptWithKnown(sender, message, matched);
    if (!decrypted)
        return decrypted;
    if (std::holds_alternative<Refused>(*decrypted)) {
        if (matched || message.type != crypto::olm::Message::Type::PreKey)
            return decrypted;
        const auto inbound = m_account.inboundSession(sender, message);
        if (!inbound)
            return failureOf(inbound);
        if (!*inbound)
            return Refused::Undecryptable;
        if (const auto saved = save(sender, (*inbound)->session, m_context.clock.now()); !saved)
            return failureOf(saved);
        if (const auto dropped = dropOldest(sender); !dropped)
            return failureOf(dropped);
        decrypted = (*inbound)->plaintext;
    }
    if (const auto saved = m_context.store.saveOlmHash(hash, m_context.clock.now()); !saved)
        return failureOf(saved);
    return decrypted;
}

Result<bool> OlmSessions::hasSession(const crypto::Curve25519Key& peer)
{
    const auto sessions = m_context.store.olmSessions(peer);
    if (!sessions)
        return failureOf(sessions);
    return !sessions->isEmpty();
}

Result<> OlmSessions::createOutbound(const crypto::Curve25519Key& peer, const crypto::Curve25519Key& oneTimeKey)
{
    const auto session = m_account.account().outboundSession(peer, oneTimeKey);
    if (!session)
        return cryptoFailure(session.error());
    if (const auto saved = save(peer, *session, m_context.clock.now()); !saved)
        return saved;
    return dropOldest(peer);
}

Result<QJsonObject> OlmSessions::encrypt(const DeviceRecord& device, const QString& type, const QJsonObject& content)
{
    const auto records = m_context.store.olmSessions(device.curve25519);
    if (!records)
        return failureOf(records);
    if (records->isEmpty())
        return fail(ErrorCode::Crypto, u"no session with a device"_s);
    auto session = crypto::olm::Session::fromPickle(records->first().pickle, m_context.pickleKey);
    if (!session)
        return cryptoFailure(session.error());
    const QByteArray plaintext =
        toCompactJson({{u"type"_s, type},
                       {u"content"_s, content},
                       {u"sender"_s, m_context.user.toString()},
                       {u"recipient"_s, device.user.toString()},
                       {u"recipient_keys"_s, QJsonObject{{u"ed25519"_s, base64Text(device.ed25519)}}},
                       {u"keys"_s, QJsonObject{{u"ed25519"_s, base64Text(m_account.account().ed25519())}}},
                       {u"sender_device_keys"_s, m_account.deviceKeys()}});
    const auto message = session->encrypt(plaintext);
    if (!message)
        return cryptoFailure(message.error());
    if (const auto saved = save(device.curve25519, *session, records->first().lastReceived); !saved)
        return failureOf(saved);
    const QJsonObject ciphertext{{u"type"_s, static_cast<int>(message->type)}, {u"body"_s, QString::fromLatin1(message->body)}};
    return QJsonObject{{u"algorithm"_s, QLatin1String(olmAlgorithm)},
                       {u"sender_key"_s, base64Text(m_account.account().curve25519())},
                       {u"ciphertext"_s, QJsonObject{{base64Text(device.curve25519), ciphertext}}}};
}

} // namespace core
