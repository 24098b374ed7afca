#include "core/tim/RoomCreation.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace core::tim {

namespace {

QJsonObject state(const QString& type, const QJsonObject& content)
{
    return {{u"type"_s, type}, {u"state_key"_s, QString()}, {u"content"_s, content}};
}

// What every room is made with. A_25814-01: room type. A_26248: version 10. A_25481: newcomers read from their invitation on.
// A_26015-02: encrypted and private from the first event on. Join rules stay out: the servers refuse them here.
QJsonObject body(const QString& preset, QJsonArray initialState)
{
    initialState.prepend(state(u"de.gematik.tim.room.default.v1"_s, {})); // servers before TI-M 1.2 ask for it
    initialState.prepend(state(u"m.room.history_visibility"_s, {{u"history_visibility"_s, u"invited"_s}}));
    initialState.prepend(state(u"m.room.encryption"_s, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
    return {{u"preset"_s, preset},
            {u"visibility"_s, u"private"_s},
            {u"room_version"_s, u"10"_s},
            {u"creation_content"_s, QJsonObject{{u"type"_s, u"de.gematik.tim.roomtype.default.v1"_s}}},
            {u"initial_state"_s, initialState}};
}

} // namespace

QJsonObject directChat()
{
    QJsonObject chat = body(u"trusted_private_chat"_s, {});
    chat.insert(u"is_direct"_s, true);
    return chat;
}

// A_26338-02: name and topic stand twice, with the same text; the server makes the event of Matrix, we give gematik's.
QJsonObject groupChat(const QString& name, const QString& topic)
{
    const QString roomName = name.trimmed();
    const QString roomTopic = topic.trimmed();
    QJsonArray named{state(u"de.gematik.tim.room.name"_s, {{u"name"_s, roomName}})};
    if (!roomTopic.isEmpty())
        named.append(state(u"de.gematik.tim.room.topic"_s, {{u"topic"_s, roomTopic}}));
    QJsonObject chat = body(u"private_chat"_s, named);
    chat.insert(u"name"_s, roomName);
    if (!roomTopic.isEmpty())
        chat.insert(u"topic"_s, roomTopic);
    return chat;
}

QJsonObject withDirectChat(QJsonObject content, const UserId& user, const RoomId& room)
{
    QJsonArray rooms = content.value(user.toString()).toArray();
    if (!rooms.contains(room.toString()))
        rooms.append(room.toString());
    content.insert(user.toString(), rooms);
    return content;
}

} // namespace core::tim
