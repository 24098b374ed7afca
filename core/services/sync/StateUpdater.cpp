#include "core/services/sync/StateUpdater.h"

#include "core/room/CleanText.h"
#include "core/room/PowerLevels.h"
#include "core/room/RoomName.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

// TI-M keeps name and topic twice; the events of its own count (A_26338-02).
constexpr std::array<std::string_view, 2> nameTypes = {"de.gematik.tim.room.name", "m.room.name"};
constexpr std::array<std::string_view, 2> topicTypes = {"de.gematik.tim.room.topic", "m.room.topic"};

template <size_t Size>
bool isOneOf(const std::array<std::string_view, Size>& types, std::string_view type)
{
    return std::find(types.begin(), types.end(), type) != types.end();
}

QString text(JsonValue value)
{
    return value.string().value_or(QString());
}

Membership membershipOf(std::string_view word)
{
    if (word == "join")
        return Membership::Join;
    if (word == "invite")
        return Membership::Invite;
    if (word == "ban")
        return Membership::Ban;
    return word == "knock" ? Membership::Knock : Membership::Leave;
}

std::optional<UserId> userOf(std::string_view text)
{
    const auto user = UserId::parse(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    return user ? std::optional(*user) : std::nullopt;
}

void applyEncryption(RoomRecord& record, JsonValue content)
{
    record.summary.encrypted = true; // never back (S-25)
    record.algorithmKnown = record.algorithmKnown || content["algorithm"].utf8() == "m.megolm.v1.aes-sha2";
    record.settings.rotationMessages = content["rotation_period_msgs"].integer();
    record.settings.rotationPeriodMs = content["rotation_period_ms"].integer();
}

void applyVisibility(RoomRecord& record, JsonValue content)
{
    const auto visibility = content["history_visibility"].utf8().value_or("shared");
    record.settings.historyIsShared = visibility != "invited" && visibility != "joined";
    record.settings.invitedMayRead = visibility != "joined";
}

void applyCreate(RoomRecord& record, const EventHead& event)
{
    if (!record.roomVersion.isEmpty())
        return; // a room begins once
    record.roomType = text(event.content["type"]).left(255);
    record.roomVersion = event.content["room_version"].string().value_or(QStringLiteral("1")).left(32);
    record.creator = userOf(event.content["creator"].utf8().value_or(event.sender)).value_or(UserId());
}

} // namespace

StateUpdater::StateUpdater(RoomStore& rooms, UserId ownUser)
    : m_rooms(rooms)
    , m_ownUser(std::move(ownUser))
{
}

Result<> StateUpdater::apply(RoomRecord& record, const EventHead& event, std::string_view json, StateEffects& effects)
{
    applyToRecord(record, event, effects);
    return m_rooms.setState(record.row, event.type, *event.stateKey, json);
}

void StateUpdater::applyStripped(RoomRecord& record, const EventHead& event, StateEffects& effects) const
{
    applyToRecord(record, event, effects);
    if (isOneOf(nameTypes, event.type) && (event.type == nameTypes[0] || record.summary.name.isEmpty()))
        record.summary.name = cleanName(text(event.content["name"]));
    if (isOneOf(topicTypes, event.type) && (event.type == topicTypes[0] || record.summary.topic.isEmpty()))
        record.summary.topic = cleanName(text(event.content["topic"]));
    if (event.type != "m.room.member")
        return;
    if (*event.stateKey == m_ownUser.toUtf8().toStdString()) {
        record.summary.inviter = userOf(event.sender).value_or(UserId());
        effects.isDirect = event.content["is_direct"].boolean().value_or(false);
    }
}

void StateUpdater::applyToRecord(RoomRecord& record, const EventHead& event, StateEffects& effects) const
{
    effects.any = true;
    if (event.type == "m.room.member") {
        applyMember(record, event, effects);
    } else if (isOneOf(nameTypes, event.type) || isOneOf(topicTypes, event.type)) {
        effects.name = true;
    } else if (event.type == "m.room.encryption") {
        applyEncryption(record, event.content);
    } else if (event.type == "m.room.history_visibility") {
        applyVisibility(record, event.content);
    } else if (event.type == "m.room.power_levels") {
        effects.permissions = true;
    } else if (event.type == "m.room.create") {
        applyCreate(record, event);
        effects.created = effects.permissions = true;
    } else if (event.type == "m.room.tombstone") {
        const auto successor = RoomId::parse(text(event.content["replacement_room"]));
        record.successor = successor ? *successor : RoomId();
    }
}

void StateUpdater::applyMember(RoomRecord& record, const EventHead& event, StateEffects& effects) const
{
    effects.members = true;
    const auto user = userOf(*event.stateKey);
    if (!user)
        return;
    const auto membership = membershipOf(event.content["membership"].utf8().value_or(""));
    const bool present = membership == Membership::Join || membership == Membership::Invite;
    if (*user == m_ownUser) {
        if (membership == Membership::Ban)
            record.summary.membership = Membership::Ban;
        return;
    }
    if (present)
        effects.present.append(*user);
    else
        effects.somebodyLeft = true;
    effects.name = effects.name || record.summary.nameIsComputed || record.summary.name.isEmpty();
}

Result<> StateUpdater::finish(RoomRecord& record, const StateEffects& effects)
{
    if (effects.name) {
        if (const auto found = findName(record); !found)
            return found;
    }
    return effects.permissions ? findPermissions(record) : Result<>();
}

Result<QString> StateUpdater::textOf(qint64 row, std::string_view type, std::string_view key)
{
    const auto json = m_rooms.state(row, type, "");
    if (!json)
        return std::unexpected(json.error());
    if (json->isNull() || !m_document.read({json->constData(), static_cast<size_t>(json->size())}))
        return QString();
    return cleanName(text(m_document.root()["content"][key]));
}

Result<> StateUpdater::findName(RoomRecord& record)
{
    QString name;
    QString topic;
    for (size_t i = 0; i < nameTypes.size(); ++i) {
        auto ownName = name.isEmpty() ? textOf(record.row, nameTypes[i], "name") : name;
        auto ownTopic = topic.isEmpty() ? textOf(record.row, topicTypes[i], "topic") : topic;
        if (!ownName || !ownTopic)
            return std::unexpected(ownName ? ownTopic.error() : ownName.error());
        name = std::move(*ownName);
        topic = std::move(*ownTopic);
    }
    record.summary.topic = topic;
    record.summary.nameIsComputed = name.isEmpty();
    record.summary.institution = std::any_of(record.heroes.cbegin(), record.heroes.cend(),
                                             [&](const UserId& hero) { return serverName(hero) != serverName(m_ownUser); });
    if (!name.isEmpty()) {
        record.summary.name = name;
        return {};
    }
    const auto names = m_rooms.memberNames(record.summary.id, record.heroes);
    if (!names)
        return std::unexpected(names.error());
    QStringList heroes;
    for (const auto& hero : std::as_const(record.heroes)) {
        if (const auto known = names->constFind(hero); known != names->cend())
            heroes.append(*known);
    }
    const int others = std::max(record.joinedCount + record.invitedCount - 1, static_cast<int>(record.heroes.size()));
    record.summary.name = computedRoomName(heroes, others);
    return {};
}

Result<> StateUpdater::findPermissions(RoomRecord& record)
{
    const auto json = m_rooms.state(record.row, "m.room.power_levels", "");
    if (!json)
        return std::unexpected(json.error());
    JsonValue content;
    if (!json->isNull() && m_document.read({json->constData(), static_cast<size_t>(json->size())}))
        content = m_document.root()["content"];
    record.maySend = maySendEvent(content, m_ownUser, "m.room.encrypted", record.creator, record.roomVersion);
    return {};
}

} // namespace core
