#include "tests/headless/Describe.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace core;
using namespace Qt::StringLiterals;

namespace headless {

namespace {

QJsonObject parse(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

QString colourName(Shield::Colour colour)
{
    switch (colour) {
    case Shield::Colour::None:
        return u"NONE"_s;
    case Shield::Colour::Grey:
        return u"GREY"_s;
    case Shield::Colour::Red:
        return u"RED"_s;
    }
    return {};
}

QJsonValue reasonName(Shield::Reason reason)
{
    using Reason = Shield::Reason;
    switch (reason) {
    case Reason::None:
        return QJsonValue::Null;
    case Reason::UnverifiedIdentity:
        return u"UNVERIFIED_IDENTITY"_s;
    case Reason::UnsignedDevice:
        return u"UNSIGNED_DEVICE"_s;
    case Reason::UnknownDevice:
        return u"UNKNOWN_DEVICE"_s;
    case Reason::AuthenticityNotGuaranteed:
        return u"AUTHENTICITY_NOT_GUARANTEED"_s;
    case Reason::SentInClear:
        return u"SENT_IN_CLEAR"_s;
    case Reason::VerificationViolation:
        return u"VERIFICATION_VIOLATION"_s;
    case Reason::MismatchedSender:
        return u"MISMATCHED_SENDER"_s;
    }
    return {};
}

// The nearest of matrix-js-sdk's DecryptionFailureCode.
QString failureName(Undecryptable::Reason reason)
{
    using Reason = Undecryptable::Reason;
    switch (reason) {
    case Reason::MissingKey:
        return u"MEGOLM_UNKNOWN_INBOUND_SESSION_ID"_s;
    case Reason::Withheld:
        return u"MEGOLM_KEY_WITHHELD"_s;
    case Reason::WithheldUnverified:
        return u"MEGOLM_KEY_WITHHELD_FOR_UNVERIFIED_DEVICE"_s;
    case Reason::UnknownIndex:
        return u"OLM_UNKNOWN_MESSAGE_INDEX"_s;
    case Reason::UntrustedDevice:
        return u"UNSIGNED_SENDER_DEVICE"_s;
    case Reason::Replay:
        return u"REPLAY"_s;
    case Reason::SenderMismatch:
        return u"MISMATCHED_SENDER"_s;
    case Reason::WrongRoom:
        return u"WRONG_ROOM"_s;
    case Reason::Malformed:
        return u"MALFORMED"_s;
    case Reason::UnsupportedAlgorithm:
        return u"UNSUPPORTED_ALGORITHM"_s;
    case Reason::KeysRenewed:
        return u"KEYS_RENEWED"_s;
    }
    return {};
}

QJsonObject shieldOf(const Shield& shield)
{
    return {{u"colour"_s, colourName(shield.colour)}, {u"reason"_s, reasonName(shield.reason)}};
}

QJsonObject relationOf(const QJsonObject& content)
{
    return content.value("m.relates_to"_L1).toObject();
}

bool isDeleted(const QJsonObject& envelope)
{
    return envelope.value("unsigned"_L1).toObject().contains("redacted_because"_L1);
}

} // namespace

bool isMessage(const QJsonObject& line)
{
    const QString type = line.value("type"_L1).toString();
    const QJsonObject content = line.value("content"_L1).toObject();
    return !line.contains("stateKey"_L1) && type != "m.room.redaction"_L1 && type != "m.reaction"_L1 &&
           !type.startsWith("m.key.verification."_L1) && content.value("msgtype"_L1) != "m.key.verification.request"_L1 &&
           relationOf(content).value("rel_type"_L1) != "m.replace"_L1;
}

QJsonObject Describe::event(const RoomRecord& room, const StoredEvent& stored) const
{
    const QJsonObject envelope = parse(stored.json);
    const bool isReadable = !stored.plain.isNull();
    const QJsonObject shown = isReadable ? parse(stored.plain) : envelope;
    QJsonObject line{{u"room"_s, room.summary.id.toString()},    {u"eventId"_s, envelope.value("event_id"_L1)},
                     {u"sender"_s, envelope.value("sender"_L1)}, {u"ts"_s, envelope.value("origin_server_ts"_L1)},
                     {u"type"_s, shown.value("type"_L1)},        {u"content"_s, shown.value("content"_L1)}};
    if (envelope.contains("state_key"_L1))
        line.insert(u"stateKey"_s, envelope.value("state_key"_L1));
    if (isDeleted(envelope))
        line.insert(u"redacted"_s,
                    envelope.value("unsigned"_L1).toObject().value("redacted_because"_L1).toObject().value("sender"_L1));
    if (shown.value("type"_L1) == "m.room.redaction"_L1)
        line.insert(u"redacts"_s, envelope.value("redacts"_L1));
    const bool wasEncrypted = envelope.value("type"_L1) == "m.room.encrypted"_L1;
    if (wasEncrypted)
        addEncryption(line, room, envelope);
    else if (room.summary.encrypted && !envelope.contains("state_key"_L1) && !isDeleted(envelope))
        line.insert(u"shield"_s, shieldOf({Shield::Colour::Red, Shield::Reason::SentInClear}));
    return line;
}

// Decrypting once more costs little and says what is not stored: the shield, and session and index of the ciphertext.
void Describe::addEncryption(QJsonObject& line, const RoomRecord& room, const QJsonObject& envelope) const
{
    line.insert(u"encrypted"_s, true);
    line.insert(u"decrypted"_s, line.value("type"_L1) != "m.room.encrypted"_L1);
    if (isDeleted(envelope))
        return;
    const auto event = EventId::parse(envelope.value("event_id"_L1).toString());
    const auto sender = UserId::parse(envelope.value("sender"_L1).toString());
    const auto content =
        JsonDocument::parse(QJsonDocument(envelope.value("content"_L1).toObject()).toJson(QJsonDocument::Compact));
    if (!event || !sender || !content)
        return;
    const Timestamp sent{envelope.value("origin_server_ts"_L1).toInteger()};
    const auto read = m_parts.machine->decrypt(room.summary.id, *event, *sender, sent, content->root());
    if (!read)
        return;
    if (const auto* failed = std::get_if<Undecryptable>(&*read)) {
        line.insert(u"failure"_s, failureName(failed->reason));
        return;
    }
    const auto& decrypted = std::get<DecryptedEvent>(*read);
    line.insert(u"shield"_s, shieldOf(decrypted.shield));
    line.insert(u"megolm"_s, QJsonObject{{u"session"_s, QString::fromLatin1(decrypted.sessionId)},
                                         {u"index"_s, static_cast<qint64>(decrypted.messageIndex)}});
}

QJsonObject Describe::message(const RoomRecord& room, const StoredEvent& stored) const
{
    QJsonObject line = event(room, stored);
    addRelations(line, room);
    return line;
}

void Describe::addRelations(QJsonObject& line, const RoomRecord& room) const
{
    const auto target = EventId::parse(line.value("eventId"_L1).toString());
    const auto related = target ? m_parts.timeline.relations(room.row, *target) : Result<QList<StoredEvent>>();
    if (!related)
        return;
    QJsonObject reactions;
    for (const auto& stored : *related) {
        const QJsonObject other = event(room, stored);
        const QJsonObject content = other.value("content"_L1).toObject();
        const QJsonObject relation = relationOf(content);
        if (other.contains("redacted"_L1))
            continue;
        if (relation.value("rel_type"_L1) == "m.replace"_L1 && other.value("sender"_L1) == line.value("sender"_L1) &&
            other.value("encrypted"_L1) == line.value("encrypted"_L1)) {
            line.insert(u"content"_s, content.value("m.new_content"_L1));
            line.insert(u"edited"_s, other.value("eventId"_L1));
        } else if (relation.value("rel_type"_L1) == "m.annotation"_L1) {
            const QString key = relation.value("key"_L1).toString();
            QJsonArray senders = reactions.value(key).toArray();
            senders.append(other.value("sender"_L1));
            reactions.insert(key, senders);
        }
    }
    if (!reactions.isEmpty())
        line.insert(u"reactions"_s, reactions);
}

} // namespace headless
