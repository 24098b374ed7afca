#pragma once

#include "core/room/TimelineFold.h"

#include <QJsonObject>

namespace core {

/// A conversation for tests of TimelineFold: events are made, given to the fold, and read back as rows.
class Conversation {
public:
    Conversation();

    static const UserId own;
    static const UserId anna;
    static const UserId bert;

    /// Any event; what it does not say has a default: a new id, Anna, a minute after the event before.
    EventId add(const QJsonObject& event, TimelineEvent::Reading reading = TimelineEvent::Reading::Clear,
                const QJsonObject& plain = {});
    EventId state(const UserId& sender, const QString& type, const QString& stateKey, const QJsonObject& content,
                  const QJsonObject& before = {});
    /// An encrypted event that could be decrypted; `relation` stands in its envelope.
    EventId encrypted(const UserId& sender, const QString& type, const QJsonObject& content, const QJsonObject& relation = {},
                      TimelineEvent::Reading reading = TimelineEvent::Reading::Decrypted);
    EventId say(const UserId& sender, const QString& text, const QJsonObject& relation = {});
    EventId edit(const UserId& sender, const EventId& target, const QString& text,
                 TimelineEvent::Reading reading = TimelineEvent::Reading::Decrypted);
    EventId react(const UserId& sender, const EventId& target, const QString& key);
    EventId unreadable(const UserId& sender, TimelineItem::Reason reason, const QJsonObject& relation = {});
    /// The event as it is stored after `by` has deleted it.
    void remove(const EventId& event, const UserId& by, qint64 when);

    static QJsonObject replacing(const EventId& event);
    static QJsonObject answering(const EventId& event);

    [[nodiscard]] QList<TimelineItem> rows() const; ///< all but the dividers
    [[nodiscard]] QList<TimelineItem> all() const { return fold.items(context); }
    [[nodiscard]] TimelineItem row(const EventId& event) const; ///< without a key if there is none
    [[nodiscard]] QStringList texts() const;                    ///< of rows()

    TimelineFold fold{own};
    TimelineFold::Context context;
    qint64 clock; ///< time of the next event

private:
    qint64 m_position = 0;
    QHash<EventId, TimelineEvent> m_events;
};

} // namespace core
