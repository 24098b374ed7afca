#include "tests/bench/Account.h"

#include "core/base/Json.h"
#include "crypto/Sha256.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr qint64 begin = 1'700'000'000'000;

QString eventId(int room, int number)
{
    const QByteArray seed = QByteArray::number(room) + '/' + QByteArray::number(number);
    return u'$' +
           QString::fromLatin1(crypto::sha256(seed).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString userId(int user)
{
    return u"@patient%1:bench.example"_s.arg(user, 5, 10, QChar(u'0'));
}

QString text(int room, int number)
{
    static const QStringList words =
        u"Guten Tag bitte Termin Praxis Rezept Befund Überweisung morgen Blutdruck Labor Tablette danke"_s.split(u' ');
    QStringList chosen;
    for (int i = 0; i < 6 + (room + number) % 20; ++i)
        chosen.append(words[(room * 7 + number * 3 + i * 5) % words.size()]);
    return chosen.join(u' ');
}

QJsonObject event(int room, int number, int user, const QString& type, const QJsonObject& content)
{
    return {{u"type"_s, type},
            {u"sender"_s, userId(user)},
            {u"content"_s, content},
            {u"event_id"_s, eventId(room, number)},
            {u"origin_server_ts"_s, begin + qint64(room) * 1000 + qint64(number) * 60'000},
            {u"unsigned"_s, QJsonObject{{u"age"_s, 4'000'000}}}};
}

QJsonObject state(int room, int number, int user, const QString& type, const QString& key, const QJsonObject& content)
{
    QJsonObject made = event(room, number, user, type, content);
    made.insert("state_key"_L1, key);
    return made;
}

QJsonObject message(int room, int number, bool encrypted)
{
    const int user = (room * 13 + number) % 1500;
    if (!encrypted)
        return event(room, number, user, u"m.room.message"_s, {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, text(room, number)}});
    const QByteArray noise = crypto::sha256(QByteArray::number(room)).toBase64(QByteArray::OmitTrailingEquals);
    return event(room, number, user, u"m.room.encrypted"_s,
                 {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                  {u"ciphertext"_s, QString::fromLatin1(noise.repeated(8))},
                  {u"device_id"_s, u"BENCHDEVICE"_s},
                  {u"sender_key"_s, QString::fromLatin1(noise)},
                  {u"session_id"_s, QString::fromLatin1(noise)}});
}

QJsonArray stateOf(int room, const AccountSize& size, bool encrypted)
{
    int number = -1;
    const int creator = room * 13 % 1500;
    QJsonArray events{
        state(room, number--, creator, u"m.room.create"_s, {}, {{u"room_version"_s, u"10"_s}, {u"creator"_s, userId(creator)}}),
        state(room, number--, creator, u"m.room.power_levels"_s, {}, {{u"users"_s, QJsonObject{{userId(creator), 100}}}}),
        state(room, number--, creator, u"m.room.join_rules"_s, {}, {{u"join_rule"_s, u"invite"_s}}),
        state(room, number--, creator, u"m.room.history_visibility"_s, {}, {{u"history_visibility"_s, u"invited"_s}})};
    if (room % 4 != 3)
        events.append(state(room, number--, creator, u"m.room.name"_s, {}, {{u"name"_s, u"Station %1"_s.arg(room)}}));
    if (encrypted)
        events.append(state(room, number--, creator, u"m.room.encryption"_s, {}, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
    for (int i = 0; i < size.membersPerRoom; ++i) {
        const int user = (room * 13 + i) % 1500;
        events.append(state(room, number--, user, u"m.room.member"_s, userId(user),
                            {{u"membership"_s, u"join"_s},
                             {u"displayname"_s, u"Person %1"_s.arg(user)},
                             {u"avatar_url"_s, u"mxc://bench.example/abcdefghijklmnopqrstuvwx"_s}}));
    }
    return events;
}

} // namespace

QString roomId(int room)
{
    return u"!room%1:bench.example"_s.arg(room, 5, 10, QChar(u'0'));
}

QByteArray messageEvent(int room, int number)
{
    return QJsonDocument(message(room, number, false)).toJson(QJsonDocument::Compact);
}

QByteArray initialSync(const AccountSize& size)
{
    QJsonObject joined;
    for (int room = 0; room < size.rooms; ++room) {
        const bool encrypted = room % 10 < size.encrypted * 10;
        QJsonArray timeline;
        for (int number = 0; number < size.eventsPerRoom; ++number)
            timeline.append(message(room, number, encrypted));
        const QJsonArray heroes{userId((room * 13 + 1) % 1500), userId((room * 13 + 2) % 1500)};
        joined.insert(
            roomId(room),
            QJsonObject{{u"state"_s, QJsonObject{{u"events"_s, stateOf(room, size, encrypted)}}},
                        {u"timeline"_s, QJsonObject{{u"events"_s, timeline}, {u"limited"_s, true}, {u"prev_batch"_s, u"p"_s}}},
                        {u"summary"_s, QJsonObject{{u"m.heroes"_s, heroes}, {u"m.joined_member_count"_s, size.membersPerRoom}}},
                        {u"unread_notifications"_s, QJsonObject{{u"notification_count"_s, room % 3}}}});
    }
    const QJsonObject response{{u"next_batch"_s, u"s1"_s}, {u"rooms"_s, QJsonObject{{u"join"_s, joined}}}};
    return core::withJsonPadding(QJsonDocument(response).toJson(QJsonDocument::Compact));
}

} // namespace bench
