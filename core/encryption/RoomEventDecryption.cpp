#include "core/encryption/RoomEventDecryption.h"

#include <algorithm>

namespace core {

namespace {

using Reason = Undecryptable::Reason;

QByteArrayView view(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// Types that mean something only to-device and over Olm, or that would nest (S-10).
bool isRefusedInside(std::string_view type)
{
    return type.empty() || type == "m.room.encrypted" || type.starts_with("m.room_key") || type.starts_with("m.secret.") ||
           type == "m.forwarded_room_key" || type == "m.dummy";
}

std::optional<Reason> checkPlaintext(JsonValue plaintext, const RoomId& room)
{
    const auto type = plaintext["type"].utf8();
    if (!type || isRefusedInside(*type) || !plaintext["content"].isObject() || !plaintext["state_key"].isAbsent())
        return Reason::Malformed;
    const auto claimed = plaintext["room_id"].string();
    if (!claimed)
        return Reason::Malformed;
    return *claimed == room.toString() ? std::nullopt : std::optional(Reason::WrongRoom);
}

} // namespace

RoomEventDecryption::RoomEventDecryption(MachineContext& context, AccountKeys& account, InboundRoomKeys& keys)
    : m_context(context)
    , m_account(account)
    , m_keys(keys)
{
}

Result<std::variant<SenderTrust, Reason>> RoomEventDecryption::judge(const Envelope& envelope, InboundRoomKeys::Open& open)
{
    // What comes from a backup names no owner; who wrote it is then shown as not proven (S-47).
    const bool isClaimed = open.record.origin == KeyOrigin::Unproven && open.record.owner.isEmpty();
    if (!isClaimed && open.record.owner != envelope.sender)
        return Reason::SenderMismatch;
    if (!open.trust || open.trustGeneration != m_context.trustGeneration) {
        auto trust = judgeSender(m_context, open.record, m_account.account().curve25519(), m_account.account().ed25519());
        if (!trust)
            return failureOf(trust);
        open.trust = std::move(*trust);
        open.trustGeneration = m_context.trustGeneration;
    }
    if (open.trust->verdict == SenderTrust::Verdict::Refuse)
        return Reason::UntrustedDevice;
    return *open.trust;
}

Result<std::optional<Reason>> RoomEventDecryption::checkReplay(const Envelope& envelope, const QByteArray& sessionId,
                                                               quint32 index)
{
    const MessageIndexRecord seen{sessionId, index, envelope.event, envelope.originServerTs};
    const auto first = m_context.store.keepFirstMessageIndex(seen);
    if (!first)
        return failureOf(first);
    return *first == seen ? std::nullopt : std::optional(Reason::Replay);
}

Result<Decryption> RoomEventDecryption::decrypt(const Envelope& envelope, JsonValue content)
{
    const auto algorithm = content["algorithm"].utf8();
    const auto sessionText = content["session_id"].utf8();
    const auto ciphertext = content["ciphertext"].utf8();
    const QByteArray sessionId = sessionText ? view(*sessionText).toByteArray().left(255) : QByteArray();
    const auto refuse = [&](Reason reason) {
        const bool isGone = reason == Reason::MissingKey || reason == Reason::UnknownIndex;
        const bool isOld = envelope.originServerTs.ms <= m_context.keysRenewed.ms;
        return Undecryptable{isGone && isOld ? Reason::KeysRenewed : reason, sessionId};
    };
    if (!algorithm)
        return refuse(Reason::Malformed);
    if (*algorithm != megolmAlgorithm)
        return refuse(Reason::UnsupportedAlgorithm);
    if (sessionId.isEmpty() || !ciphertext)
        return refuse(Reason::Malformed);
    const RoomKeyId key{envelope.room, sessionId};
    const auto open = m_keys.find(key);
    if (!open)
        return failureOf(open);
    if (!*open) {
        const auto reason = m_keys.whyMissing(key);
        if (!reason)
            return failureOf(reason);
        return refuse(*reason);
    }
    const auto judged = judge(envelope, **open);
    if (!judged)
        return failureOf(judged);
    if (const auto* reason = std::get_if<Reason>(&*judged))
        return refuse(*reason);
    auto plaintext = (*open)->session.decrypt(view(*ciphertext));
    if (!plaintext)
        return refuse(plaintext.error() == crypto::Error::UnknownMessageIndex ? Reason::UnknownIndex : Reason::Malformed);
    const std::string_view text(plaintext->bytes.constData(), static_cast<size_t>(plaintext->bytes.size()));
    if (!m_document.read(text))
        return refuse(Reason::Malformed);
    const auto root = m_document.root();
    if (const auto wrong = checkPlaintext(root, envelope.room))
        return refuse(*wrong);
    const auto replay = checkReplay(envelope, sessionId, plaintext->index);
    if (!replay)
        return failureOf(replay);
    if (*replay)
        return refuse(**replay);
    const auto& trust = std::get<SenderTrust>(*judged);
    return DecryptedEvent{.json = std::move(plaintext->bytes),
                          .type = textAt(root, "type"),
                          .shield = trust.shield,
                          .origin = (*open)->record.origin,
                          .senderDevice = trust.device,
                          .sessionId = sessionId,
                          .messageIndex = plaintext->index};
}

} // namespace core
