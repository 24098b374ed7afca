#include "core/room/StateChange.h"

#include "core/event/EventContent.h"
#include "core/room/CleanText.h"
#include "core/room/TimelineEntry.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

using Change = TimelineItem::Change;
using Membership = MemberContent::Membership;

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

// -- Members -------------------------------------------------------------------------------------------------------------

Change changeOfMembership(Membership now, std::optional<Membership> before, bool bySelf)
{
    const bool wasInvited = before == Membership::Invite;
    switch (now) {
    case Membership::Join:
        return before == Membership::Join ? Change::None : Change::Joined;
    case Membership::Invite:
        return wasInvited ? Change::None : Change::Invited;
    case Membership::Ban:
        return before == Membership::Ban ? Change::None : Change::Banned;
    case Membership::Leave:
        if (before == Membership::Leave || before == Membership::Ban || before == Membership::Knock)
            return Change::None; // nobody was there
        if (bySelf)
            return wasInvited ? Change::Rejected : Change::Left;
        return Change::Kicked;
    case Membership::Knock:
        break;
    }
    return Change::None;
}

void describeMember(const EventHead& event, const std::optional<EventContent>& contentBefore, TimelineEntry& entry)
{
    const auto content = parseEventContent(event.type, true, event.content);
    const auto* const now = std::get_if<MemberContent>(&content);
    const auto member = UserId::parse(textOf(*event.stateKey));
    if (!now || !member)
        return;
    const auto* const before = contentBefore ? std::get_if<MemberContent>(&*contentBefore) : nullptr;
    const bool bySelf = *member == entry.sender;
    const QString name = cleanName(now->displayName);
    const QString nameBefore = before ? cleanName(before->displayName) : QString();
    entry.row.change = changeOfMembership(now->membership, before ? std::optional(before->membership) : std::nullopt, bySelf);
    entry.nameInEvent = name.isEmpty() ? nameBefore : name;
    if (!bySelf)
        entry.changed = *member;
    // A new name, of somebody who stays. A deleted event has lost its name, which is no change of it.
    const bool stays = now->membership == Membership::Join && before && before->membership == Membership::Join;
    if (stays && bySelf && !entry.deleted && name != nameBefore && !name.isEmpty() && !nameBefore.isEmpty()) {
        entry.row.change = Change::ProfileName;
        entry.row.text = name;
        entry.nameInEvent = nameBefore;
    }
}

// -- Rooms ---------------------------------------------------------------------------------------------------------------

void describeRoomText(const EventHead& event, const std::optional<EventContent>& contentBefore, TimelineEntry& entry)
{
    const auto content = parseEventContent(event.type, true, event.content);
    const auto* const now = std::get_if<RoomTextContent>(&content);
    const auto* const before = contentBefore ? std::get_if<RoomTextContent>(&*contentBefore) : nullptr;
    if (!now || entry.deleted)
        return;
    const QString text = cleanName(now->text);
    if (text == (before ? cleanName(before->text) : QString()))
        return;
    const bool isName = now->kind == RoomTextContent::Kind::Name;
    entry.row.text = text;
    entry.row.change = text.isEmpty() ? Change::Other : isName ? Change::RoomName : Change::Topic;
}

// State of which one member says it all: shown when that differs from before.
struct Setting {
    std::string_view type;
    std::string_view member;
    Change first;   // there was none before
    Change changed; // there was another one
};

constexpr std::array<Setting, 5> settings = {{
    {.type = "m.room.create", .member = {}, .first = Change::Created, .changed = Change::None},
    {.type = "m.room.encryption", .member = "algorithm", .first = Change::Encryption, .changed = Change::Other},
    {.type = "m.room.history_visibility",
     .member = "history_visibility",
     .first = Change::None, // a room starts with one
     .changed = Change::HistoryVisibility},
    {.type = "m.room.join_rules", .member = "join_rule", .first = Change::None, .changed = Change::Other},
    {.type = "m.room.tombstone", .member = "replacement_room", .first = Change::Upgraded, .changed = Change::Upgraded},
}};

void describeSetting(const EventHead& event, JsonValue contentBefore, TimelineEntry& entry)
{
    const auto* const setting =
        std::find_if(settings.begin(), settings.end(), [&](const Setting& row) { return row.type == event.type; });
    if (setting == settings.end() || entry.deleted)
        return;
    const bool isFirst = !contentBefore.isObject();
    if (setting->member.empty()) {
        entry.row.change = isFirst ? setting->first : setting->changed;
        return;
    }
    const auto value = event.content[setting->member].utf8();
    if (isFirst && value)
        entry.row.change = setting->first;
    else if (!isFirst && value != contentBefore[setting->member].utf8())
        entry.row.change = setting->changed;
}

} // namespace

void describeStateChange(const EventHead& event, TimelineEntry& entry)
{
    const JsonValue before = event.unsignedData["prev_content"];
    const auto contentBefore = before.isObject() ? std::optional(parseEventContent(event.type, true, before)) : std::nullopt;
    if (event.type == "m.room.member")
        describeMember(event, contentBefore, entry);
    else if (event.stateKey->empty() && (event.type == "m.room.name" || event.type == "m.room.topic"))
        describeRoomText(event, contentBefore, entry);
    else if (event.stateKey->empty())
        describeSetting(event, before, entry);
    entry.row.kind = TimelineItem::Kind::StateChange;
    entry.hasRow = entry.row.change != Change::None;
}

} // namespace core
