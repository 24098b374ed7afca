#include "tests/core/room/Conversation.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QByteArray toJson(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

const UserId Conversation::own = UserId::parse(u"@own:x.de").value();
const UserId Conversation::anna = UserId::parse(u"@anna:x.de").value();
const UserId Conversation::bert = UserId::parse(u"@bert:praxis.de").value();

Conversation::Conversation()
    : clock(QDateTime(QDate(2024, 5, 3), QTime(9, 0)).toMSecsSinceEpoch())
{
    context.encrypted = true;
    context.now = {clock + 24 * 60 * 60 * 1'000};
    context.names = {{own, u"Ich"_s}, {anna, u"Anna"_s}, {bert, u"Bert"_s}};
}

EventId Conversation::add(const QJsonObject& event, TimelineEvent::Reading reading, const QJsonObject& plain)
{
    ++m_position;
    QJsonObject whole{{u"event_id"_s, u"$%1"_s.arg(m_position)},
                      {u"sender"_s, anna.toString()},
                      {u"type"_s, u"m.room.message"_s},
                      {u"origin_server_ts"_s, clock},
                      {u"content"_s, QJsonObject()}};
    clock += 60'000;
    for (auto it = event.begin(); it != event.end(); ++it)
        whole.insert(it.key(), it.value());
    const EventId id = EventId::parse(whole[u"event_id"_s].toString()).value_or(EventId());
    const TimelineEvent made{.position = m_position, .json = toJson(whole), .plain = toJson(plain), .reading = reading};
    m_events.insert(id, made);
    fold.add({made});
    return id;
}

EventId Conversation::state(const UserId& sender, const QString& type, const QString& stateKey, const QJsonObject& content,
                            const QJsonObject& before)
{
    QJsonObject event{{u"sender"_s, sender.toString()}, {u"type"_s, type}, {u"state_key"_s, stateKey}, {u"content"_s, content}};
    if (!before.isEmpty())
        event.insert(u"unsigned"_s, QJsonObject{{u"prev_content"_s, before}});
    return add(event);
}

EventId Conversation::encrypted(const UserId& sender, const QString& type, const QJsonObject& content,
                                const QJsonObject& relation, TimelineEvent::Reading reading)
{
    QJsonObject envelope{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}, {u"ciphertext"_s, u"AwgA"_s}};
    if (!relation.isEmpty())
        envelope.insert(u"m.relates_to"_s, relation);
    return add({{u"sender"_s, sender.toString()}, {u"type"_s, u"m.room.encrypted"_s}, {u"content"_s, envelope}}, reading,
               {{u"type"_s, type}, {u"content"_s, content}});
}

EventId Conversation::say(const UserId& sender, const QString& text, const QJsonObject& relation)
{
    return encrypted(sender, u"m.room.message"_s, {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text}}, relation);
}

EventId Conversation::edit(const UserId& sender, const EventId& target, const QString& text, TimelineEvent::Reading reading)
{
    const QJsonObject content{{u"msgtype"_s, u"m.text"_s},
                              {u"body"_s, u"* "_s + text},
                              {u"m.new_content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text}}}};
    return encrypted(sender, u"m.room.message"_s, content, replacing(target), reading);
}

EventId Conversation::react(const UserId& sender, const EventId& target, const QString& key)
{
    const QJsonObject relation{{u"rel_type"_s, u"m.annotation"_s}, {u"event_id"_s, target.toString()}, {u"key"_s, key}};
    return add({{u"sender"_s, sender.toString()},
                {u"type"_s, u"m.reaction"_s},
                {u"content"_s, QJsonObject{{u"m.relates_to"_s, relation}}}});
}

EventId Conversation::unreadable(const UserId& sender, TimelineItem::Reason reason, const QJsonObject& relation)
{
    const EventId id = encrypted(sender, {}, {}, relation, TimelineEvent::Reading::Unreadable);
    m_events[id].reason = reason;
    fold.add({m_events[id]});
    return id;
}

void Conversation::remove(const EventId& event, const UserId& by, qint64 when)
{
    TimelineEvent& stored = m_events[event];
    QJsonObject left = QJsonDocument::fromJson(stored.json).object();
    const QJsonObject redaction{{u"event_id"_s, u"$redaction"_s},
                                {u"type"_s, u"m.room.redaction"_s},
                                {u"sender"_s, by.toString()},
                                {u"origin_server_ts"_s, when},
                                {u"content"_s, QJsonObject()}};
    left.insert(u"content"_s, QJsonObject());
    left.insert(u"unsigned"_s, QJsonObject{{u"redacted_because"_s, redaction}});
    stored.json = toJson(left);
    stored.plain.clear();
    stored.reading = TimelineEvent::Reading::Clear;
    fold.add({stored});
}

QJsonObject Conversation::replacing(const EventId& event)
{
    return {{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, event.toString()}};
}

QJsonObject Conversation::answering(const EventId& event)
{
    return {{u"m.in_reply_to"_s, QJsonObject{{u"event_id"_s, event.toString()}}}};
}

QList<TimelineItem> Conversation::rows() const
{
    QList<TimelineItem> rows;
    for (const TimelineItem& item : all()) {
        if (item.kind != TimelineItem::Kind::DayDivider)
            rows.append(item);
    }
    return rows;
}

TimelineItem Conversation::row(const EventId& event) const
{
    for (const TimelineItem& item : all()) {
        if (item.eventId == event)
            return item;
    }
    return {};
}

QStringList Conversation::texts() const
{
    QStringList texts;
    for (const TimelineItem& item : rows())
        texts.append(item.text);
    return texts;
}

} // namespace core
