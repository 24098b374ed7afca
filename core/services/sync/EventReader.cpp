#include "core/services/sync/EventReader.h"

#include "core/api/Endpoint.h"

#include <QJsonObject>

namespace core {

namespace {

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

EventStatus statusOf(Undecryptable::Reason reason)
{
    switch (reason) {
    case Undecryptable::Reason::MissingKey:
        return EventStatus::MissingKey;
    case Undecryptable::Reason::Withheld:
        return EventStatus::Withheld;
    case Undecryptable::Reason::WithheldUnverified:
        return EventStatus::WithheldUnverified;
    case Undecryptable::Reason::UnknownIndex:
        return EventStatus::UnknownIndex;
    case Undecryptable::Reason::Replay:
        return EventStatus::Replay;
    case Undecryptable::Reason::SenderMismatch:
        return EventStatus::SenderMismatch;
    case Undecryptable::Reason::WrongRoom:
        return EventStatus::WrongRoom;
    case Undecryptable::Reason::UntrustedDevice:
        return EventStatus::UntrustedDevice;
    case Undecryptable::Reason::Malformed:
        return EventStatus::Malformed;
    case Undecryptable::Reason::UnsupportedAlgorithm:
        return EventStatus::UnsupportedAlgorithm;
    case Undecryptable::Reason::KeysRenewed:
        return EventStatus::KeysRenewed;
    }
    return EventStatus::Malformed;
}

bool isEncrypted(const EventHead& event)
{
    return event.type == "m.room.encrypted" && !event.stateKey;
}

} // namespace

std::optional<EventNames> namesOf(const EventHead& event)
{
    const auto id = EventId::parse(textOf(event.eventId));
    const auto sender = UserId::parse(textOf(event.sender));
    if (!id || !sender)
        return std::nullopt;
    return EventNames{*id, *sender};
}

Result<ReadEvent> readEvent(OlmMachine& machine, const RoomId& room, const EventHead& event)
{
    if (!isEncrypted(event) || event.content["algorithm"].isAbsent()) // without one it was deleted
        return ReadEvent{};
    const auto names = namesOf(event);
    if (!names)
        return ReadEvent{.plain = {}, .status = EventStatus::Malformed, .sessionId = {}};
    auto decryption = machine.decrypt(room, names->id, names->sender, event.originServerTs, event.content);
    if (!decryption)
        return std::unexpected(decryption.error());
    if (auto* decrypted = std::get_if<DecryptedEvent>(&*decryption)) {
        const bool proven = decrypted->origin == KeyOrigin::Proven;
        return ReadEvent{.plain = std::move(decrypted->json),
                         .status = proven ? EventStatus::Decrypted : EventStatus::DecryptedUnproven,
                         .sessionId = {},
                         .device = proven ? decrypted->senderDevice : DeviceId()};
    }
    auto& refused = std::get<Undecryptable>(*decryption);
    return ReadEvent{.plain = {}, .status = statusOf(refused.reason), .sessionId = std::move(refused.sessionId)};
}

ReadEvent postponeEvent(const EventHead& event)
{
    if (!isEncrypted(event) || event.content["algorithm"].isAbsent())
        return {};
    const auto session = event.content["session_id"].utf8().value_or("").substr(0, 255);
    return {.plain = {},
            .status = EventStatus::Pending,
            .sessionId = QByteArray(session.data(), static_cast<qsizetype>(session.size()))};
}

QByteArray redactedEvent(const EventHead& event, std::string_view redaction)
{
    QJsonObject content;
    if (event.type == "m.room.member")
        content.insert(QStringLiteral("membership"), event.content["membership"].string().value_or(QString()));
    if (const auto relation = readRelation(event.content); relation.kind == EventRelation::Kind::Replace)
        content.insert(QStringLiteral("m.relates_to"), QJsonObject{{QStringLiteral("rel_type"), QStringLiteral("m.replace")},
                                                                   {QStringLiteral("event_id"), textOf(relation.target)}});
    QJsonObject left{{QStringLiteral("event_id"), textOf(event.eventId)},
                     {QStringLiteral("sender"), textOf(event.sender)},
                     {QStringLiteral("type"), textOf(event.type)},
                     {QStringLiteral("origin_server_ts"), event.originServerTs.ms},
                     {QStringLiteral("content"), content}};
    if (event.stateKey)
        left.insert(QStringLiteral("state_key"), textOf(*event.stateKey));
    QByteArray json = toBody(left);
    json.chop(1);
    json += R"(,"unsigned":{"redacted_because":)";
    json += QByteArrayView(redaction.data(), static_cast<qsizetype>(redaction.size()));
    json += "}}";
    return json;
}

} // namespace core
