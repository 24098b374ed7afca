#include "core/services/sync/VerificationEvents.h"

#include "core/store/VerificationRooms.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr QByteArrayView prefix("m.key.verification.");

// Without taking it apart: most events are of another kind.
bool mayBeOne(const EventHead& event, const ReadEvent& read)
{
    if (event.stateKey)
        return false;
    if (!read.plain.isNull())
        return read.plain.contains(prefix);
    return read.status == EventStatus::Clear &&
           (event.type.starts_with(std::string_view(prefix.data(), static_cast<size_t>(prefix.size()))) ||
            event.content["msgtype"].utf8() == "m.key.verification.request");
}

bool isOne(const QString& type, const QJsonObject& content, EventRelation::Kind relation, bool isReference)
{
    if (type == "m.room.message"_L1)
        return relation == EventRelation::Kind::None && content.value("msgtype"_L1) == "m.key.verification.request"_L1;
    return type.startsWith("m.key.verification."_L1) && isReference;
}

} // namespace

std::optional<VerificationRoomEvent> readVerificationEvent(const RoomRecord& room, const EventHead& event, const ReadEvent& read)
{
    const auto names = mayBeOne(event, read) && isForVerification(room) ? namesOf(event) : std::nullopt;
    if (!names)
        return std::nullopt;
    JsonDocument document;
    JsonValue content = event.content;
    QString type = QString::fromUtf8(event.type.data(), static_cast<qsizetype>(event.type.size()));
    if (!read.plain.isNull()) {
        if (!document.read({read.plain.constData(), static_cast<size_t>(read.plain.size())}))
            return std::nullopt;
        type = document.root()["type"].string().value_or(QString());
        content = document.root()["content"];
    }
    auto object = content.toQJsonObject();
    if (!object)
        return std::nullopt;
    object->remove("m.relates_to"_L1);
    if (const auto relation = event.content["m.relates_to"].toQJsonObject())
        object->insert("m.relates_to"_L1, *relation);
    const auto relation = readRelation(event.content);
    const bool isReference = event.content["m.relates_to"]["rel_type"].utf8() == "m.reference";
    if (!isOne(type, *object, relation.kind, isReference))
        return std::nullopt;
    const QString target = QString::fromUtf8(relation.target.data(), static_cast<qsizetype>(relation.target.size()));
    return VerificationRoomEvent{.room = room.summary.id,
                                 .event = names->id,
                                 .sender = names->sender,
                                 .device = read.device,
                                 .sent = event.originServerTs,
                                 .transactionId = event.unsignedData["transaction_id"].string().value_or(QString()),
                                 .request = EventId::parse(target).value_or(EventId()),
                                 .type = type,
                                 .content = *object};
}

} // namespace core
