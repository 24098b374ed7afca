#include "core/services/sync/RoomUpdater.h"

#include "core/room/CleanText.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr JsonLimits eventLimits{.maxBytes = 128 * 1024, .maxDepth = 100}; // S-73

QList<UserId> usersOf(const QStringList& texts, const UserId& without)
{
    QList<UserId> users;
    for (const auto& text : texts) {
        if (const auto user = UserId::parse(text); user && *user != without)
            users.append(*user);
    }
    return users;
}

// The server counts what nobody has written. Behind a gap there may be something else.
void leaveOutVerification(RoomSummary& summary, bool wasRead, bool isBehindGap, RoomChanges& changes)
{
    if (!wasRead || isBehindGap || summary.highlights > 0)
        changes.readAlready = {};
    else if (!changes.readAlready.isEmpty())
        summary.unread = 0;
}

} // namespace

RoomUpdater::RoomUpdater(const TimelineWriter::Parts& parts)
    : m_parts(parts)
    , m_state(parts.rooms, parts.ownUser)
    , m_timeline(parts)
{
}

RoomRecord RoomUpdater::recordOf(const RoomId& room) const
{
    if (const auto* known = m_parts.rooms.find(room))
        return *known;
    RoomRecord record;
    record.summary.id = room;
    return record;
}

QList<UserId> RoomUpdater::takeUsersToTrack()
{
    const QList<UserId> users(m_usersToTrack.cbegin(), m_usersToTrack.cend());
    m_usersToTrack.clear();
    return users;
}

Result<RoomChanges> RoomUpdater::apply(const SyncRoom& room, const Response& response)
{
    if (room.section == SyncRoom::Section::Invite)
        return applyInvitation(room);
    const auto* known = m_parts.rooms.find(room.id);
    if (room.section == SyncRoom::Section::Leave && (!known || known->summary.membership == Membership::Invite)) {
        // Declined, withdrawn, or left before this device came: there is nothing to keep.
        if (const auto removed = known ? m_parts.rooms.remove(room.id) : Result<>(); !removed)
            return std::unexpected(removed.error());
        RoomChanges changes;
        changes.id = room.id;
        changes.state = true;
        return changes;
    }
    return applyMember(room, response);
}

Result<RoomChanges> RoomUpdater::applyInvitation(const SyncRoom& room)
{
    RoomRecord record = recordOf(room.id);
    record.summary.membership = Membership::Invite;
    record.summary.preview = RoomSummary::Preview::Invitation;
    record.summary.name.clear();
    record.summary.topic.clear();
    StateEffects effects;
    QHash<UserId, QString> names;
    for (const auto raw : room.state) {
        if (!m_document.read(raw, JsonDocument::Padding::Present, eventLimits))
            continue;
        const auto event = readEventHead(m_document.root(), EventForm::Stripped);
        if (!event || !event->stateKey)
            continue;
        m_state.applyStripped(record, *event, effects);
        if (event->type != "m.room.member")
            continue;
        const QString key = QString::fromUtf8(event->stateKey->data(), static_cast<qsizetype>(event->stateKey->size()));
        if (const auto user = UserId::parse(key))
            names.insert(*user, cleanName(event->content["displayname"].string().value_or(QString())));
    }
    record.summary.inviterName = names.value(record.summary.inviter);
    record.summary.nameIsComputed = record.summary.name.isEmpty();
    if (record.summary.nameIsComputed)
        record.summary.name = record.summary.inviterName;
    record.summary.direct = record.summary.direct || effects.isDirect;
    record.summary.institution = serverName(record.summary.inviter) != serverName(m_parts.ownUser);
    if (record.row == 0)
        record.summary.lastActivity = m_parts.clock.now();
    if (const auto saved = m_parts.rooms.save(record); !saved)
        return std::unexpected(saved.error());
    RoomChanges changes;
    changes.id = room.id;
    changes.state = true;
    return changes;
}

// What the response says of the room as a whole. True if the name has to be made anew.
bool RoomUpdater::applySummary(RoomRecord& record, const SyncRoom& room) const
{
    if (room.joinedMemberCount)
        record.joinedCount = *room.joinedMemberCount;
    if (room.invitedMemberCount)
        record.invitedCount = *room.invitedMemberCount;
    if (room.notificationCount)
        record.summary.unread = *room.notificationCount;
    if (room.highlightCount)
        record.summary.highlights = *room.highlightCount;
    if (room.heroes)
        record.heroes = usersOf(*room.heroes, m_parts.ownUser);
    return room.heroes.has_value();
}

Result<RoomChanges> RoomUpdater::applyMember(const SyncRoom& room, const Response& response)
{
    RoomRecord record = recordOf(room.id);
    RoomChanges changes;
    changes.id = room.id;
    StateEffects effects;
    const auto section = room.section == SyncRoom::Section::Join ? Membership::Join : Membership::Leave;
    const bool isNewMember = record.summary.membership != section || record.row == 0;
    if (record.summary.membership == Membership::Invite) {
        record.summary.preview = RoomSummary::Preview::None;
        effects.name = true; // what the invitation said is replaced by what the room says
    }
    record.summary.membership = section;
    if (isNewMember && room.section == SyncRoom::Section::Join)
        record.memberList = MemberList::Partial;
    record.summary.direct = record.summary.direct || response.directRooms.contains(room.id);
    const bool wasRead = record.summary.unread == 0;
    effects.name = applySummary(record, room) || effects.name;
    if (record.row == 0) { // state and events need the number of the row
        auto saved = m_parts.rooms.save(record);
        if (!saved)
            return std::unexpected(saved.error());
        record = std::move(*saved);
    }
    const bool gap = room.limited && !isNewMember;
    const auto newcomers = applyState(record, room, effects);
    if (!newcomers)
        return std::unexpected(newcomers.error());
    if (!newcomers->empty() || !room.timeline.empty()) {
        auto position = startOfTimeline(record, room.limited, room.prevBatch, changes);
        if (!position)
            return std::unexpected(position.error());
        if (const auto done = announce(record, *position, *newcomers, changes); !done)
            return std::unexpected(done.error());
        if (const auto done = applyTimeline(record, room, *position, response, effects, changes); !done)
            return std::unexpected(done.error());
    }
    if (const auto done = m_state.finish(record, effects); !done)
        return std::unexpected(done.error());
    if (const auto done = guardKeys(record, effects, gap); !done)
        return std::unexpected(done.error());
    if (const auto done = applyEphemeral(record, room, changes); !done)
        return std::unexpected(done.error());
    leaveOutVerification(record.summary, wasRead, room.limited, changes);
    changes.members = effects.members;
    changes.state = effects.any || isNewMember;
    if (const auto saved = m_parts.rooms.save(record); !saved)
        return std::unexpected(saved.error());
    return changes;
}

Result<std::vector<std::string_view>> RoomUpdater::applyState(RoomRecord& record, const SyncRoom& room, StateEffects& effects)
{
    std::vector<std::string_view> newcomers;
    for (const auto raw : room.state) {
        if (!m_document.read(raw, JsonDocument::Padding::Present, eventLimits))
            continue;
        const auto event = readEventHead(m_document.root());
        if (!event || !event->stateKey)
            continue;
        const auto news = isNews(record, *event);
        if (!news)
            return std::unexpected(news.error());
        if (*news)
            newcomers.push_back(raw);
        if (const auto applied = m_state.apply(record, *event, raw, effects); !applied)
            return std::unexpected(applied.error());
    }
    return newcomers;
}

// Without a list that was complete once, nobody can tell who is new.
Result<bool> RoomUpdater::isNews(const RoomRecord& record, const EventHead& event)
{
    if (record.memberList == MemberList::Partial || event.type != "m.room.member" || !event.stateKey)
        return false;
    const auto membership = event.content["membership"].utf8();
    const auto user = UserId::parse(QString::fromUtf8(event.stateKey->data(), static_cast<qsizetype>(event.stateKey->size())));
    if (!user || *user == m_parts.ownUser || (membership != "join" && membership != "invite"))
        return false;
    const auto known = m_parts.rooms.isPresent(record.summary.id, *user);
    return known ? Result<bool>(!*known) : known;
}

Result<> RoomUpdater::announce(RoomRecord& record, qint64& position, const std::vector<std::string_view>& members,
                               RoomChanges& changes)
{
    for (const auto raw : members) {
        if (!m_document.read(raw, JsonDocument::Padding::None, eventLimits))
            continue;
        const auto event = readEventHead(m_document.root());
        if (!event)
            continue;
        if (const auto added = m_timeline.append(record, position, *event, raw, TimelineWriter::Decrypt::Now, changes); !added)
            return added;
        const auto key = event->stateKey.value_or(std::string_view());
        if (const auto user = UserId::parse(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()))))
            changes.unexpected.append(*user);
    }
    return {};
}

Result<RoomChanges> RoomUpdater::applyMembers(const RoomRecord& record, const std::vector<std::string_view>& events)
{
    std::vector<std::string_view> newcomers;
    for (const auto raw : events) {
        if (!m_document.read(raw, JsonDocument::Padding::None, eventLimits))
            continue;
        const auto event = readEventHead(m_document.root());
        const auto news = event ? isNews(record, *event) : Result<bool>(false);
        if (!news)
            return std::unexpected(news.error());
        if (*news)
            newcomers.push_back(raw);
    }
    const RoomId room = record.summary.id;
    if (const auto saved = m_parts.rooms.saveMembers(room, events); !saved)
        return std::unexpected(saved.error());
    RoomChanges changes;
    changes.id = room;
    changes.members = true;
    if (newcomers.empty())
        return changes;
    RoomRecord known = recordOf(room);
    auto position = startOfTimeline(known, false, {}, changes);
    if (!position)
        return std::unexpected(position.error());
    if (const auto done = announce(known, *position, newcomers, changes); !done)
        return std::unexpected(done.error());
    if (const auto saved = m_parts.rooms.save(known); !saved)
        return std::unexpected(saved.error());
    return changes;
}

// The position to append after.
Result<qint64> RoomUpdater::startOfTimeline(const RoomRecord& record, bool limited, const QString& prevBatch,
                                            RoomChanges& changes)
{
    const auto newest = m_parts.timeline.newest(record.row, 1);
    if (!newest)
        return std::unexpected(newest.error());
    if (!newest->events.isEmpty() && !limited)
        return newest->events.last().position;
    changes.newChunk = !newest->events.isEmpty();
    const auto first = m_parts.timeline.startChunk(record.row, prevBatch);
    return first ? Result<qint64>(*first - 1) : first;
}

Result<> RoomUpdater::applyStateInTimeline(RoomRecord& record, const EventHead& event, std::string_view raw, qint64 position,
                                           StateEffects& effects)
{
    if (!event.stateKey)
        return {};
    if (const auto applied = m_state.apply(record, event, raw, effects); !applied)
        return applied;
    const bool isBeginning = effects.created && event.type == "m.room.create";
    return isBeginning ? m_parts.timeline.setPrevBatch(record.row, position >> 32, {}) : Result<>();
}

Result<> RoomUpdater::applyTimeline(RoomRecord& record, const SyncRoom& room, qint64 position, const Response& response,
                                    StateEffects& effects, RoomChanges& changes)
{
    const auto ownUser = m_parts.ownUser.toUtf8().toStdString();
    bool isForPeople = false;
    const auto when = response.postponeDecryption ? TimelineWriter::Decrypt::Later : TimelineWriter::Decrypt::Now;
    for (const auto raw : room.timeline) {
        if (!m_document.read(raw, JsonDocument::Padding::Present, eventLimits))
            continue;
        const auto event = readEventHead(m_document.root());
        if (!event)
            continue;
        if (const auto applied = applyStateInTimeline(record, *event, raw, position, effects); !applied)
            return applied;
        const EventId before = std::exchange(changes.readAlready, {});
        if (const auto appended = m_timeline.append(record, position, *event, raw, when, changes); !appended)
            return appended;
        const bool isOfOthers = !event->stateKey && event->sender != ownUser;
        isForPeople = isForPeople || (isOfOthers && changes.readAlready.isEmpty());
        if (changes.readAlready.isEmpty())
            changes.readAlready = before;
    }
    if (isForPeople)
        changes.readAlready = {};
    if (!response.postponeDecryption || record.summary.preview != RoomSummary::Preview::Undecryptable)
        return {};
    const auto shown = m_parts.timeline.event(record.row, record.previewEvent);
    if (!shown)
        return std::unexpected(shown.error());
    if (!*shown)
        return {};
    const auto read = m_timeline.readAgain(record, **shown, changes);
    return read ? Result<>() : std::unexpected(read.error());
}

// S-22: who is gone must not read what comes next; behind a gap nobody knows who went.
Result<> RoomUpdater::guardKeys(RoomRecord& record, const StateEffects& effects, bool gap)
{
    if (!record.summary.encrypted)
        return {};
    for (const auto& user : effects.present)
        m_usersToTrack.insert(user);
    if (gap && record.memberList == MemberList::Complete)
        record.memberList = MemberList::Outdated;
    if (!gap && !effects.somebodyLeft)
        return {};
    return m_parts.machine.discardOutboundSession(record.summary.id);
}

Result<> RoomUpdater::applyEphemeral(RoomRecord& record, const SyncRoom& room, RoomChanges& changes)
{
    for (const auto raw : room.ephemeral) {
        if (!m_document.read(raw, JsonDocument::Padding::Present, eventLimits))
            continue;
        const auto root = m_document.root();
        if (root["type"].utf8() == "m.receipt") {
            if (const auto applied = applyReceipts(record, root["content"], changes); !applied)
                return applied;
        } else if (root["type"].utf8() == "m.typing") {
            QStringList names;
            root["content"]["user_ids"].elements([&](JsonValue user) {
                names.append(user.string().value_or(QString()));
                return names.size() < 20;
            });
            changes.typing = usersOf(names, m_parts.ownUser);
        }
    }
    return {};
}

Result<> RoomUpdater::applyReceipts(RoomRecord& record, JsonValue content, RoomChanges& changes)
{
    const auto before = m_parts.timeline.position(record.row, record.othersRead);
    if (!before)
        return std::unexpected(before.error());
    qint64 newest = before->value_or(-1);
    Result<> done;
    const auto own = m_parts.ownUser.toUtf8().toStdString();
    content.members([&](std::string_view eventId, JsonValue receipts) {
        bool isByOthers = false;
        receipts["m.read"].members([&](std::string_view user, JsonValue) {
            isByOthers = user != own;
            return !isByOthers;
        });
        const auto event = EventId::parse(QString::fromUtf8(eventId.data(), static_cast<qsizetype>(eventId.size())));
        if (!isByOthers || !event)
            return true;
        const auto position = m_parts.timeline.position(record.row, *event);
        if (!position) {
            done = std::unexpected(position.error());
            return false;
        }
        if (position->value_or(-1) > newest) {
            newest = **position;
            record.othersRead = *event;
            changes.receipts = true;
        }
        return true;
    });
    return done;
}

// Servers have one order for what comes live and another one for the past: between events of the chunk before, and in front of
// them, there may be some that never came. What lies behind the last of them is that chunk's own past.
Result<std::vector<bool>> RoomUpdater::areInEarlierChunk(const RoomRecord& record, qint64 chunk,
                                                         const std::vector<std::string_view>& events)
{
    std::vector<bool> are(events.size(), false);
    for (size_t i = 0; i < events.size(); ++i) {
        const bool isRead = m_document.read(events[i], JsonDocument::Padding::None, eventLimits).has_value();
        const auto event = isRead ? readEventHead(m_document.root()) : std::nullopt;
        const auto names = event ? namesOf(*event) : std::nullopt;
        if (!names)
            continue;
        const auto known = m_parts.timeline.position(record.row, names->id);
        if (!known)
            return std::unexpected(known.error());
        are[i] = *known && **known >> 32 < chunk;
    }
    return are;
}

Result<RoomChanges> RoomUpdater::applyHistory(const RoomRecord& record, qint64 chunk, const std::vector<std::string_view>& events,
                                              const QString& end)
{
    RoomChanges changes;
    changes.id = record.summary.id;
    changes.history = true;
    auto position = m_parts.timeline.prependPosition(record.row, chunk);
    if (!position)
        return std::unexpected(position.error());
    const auto isKnown = areInEarlierChunk(record, chunk, events);
    if (!isKnown)
        return std::unexpected(isKnown.error());
    const auto last = std::find(isKnown->rbegin(), isKnown->rend(), true);
    const bool joined = last != isKnown->rend(); // the chunk before begins here: the gap is closed
    const size_t count = joined ? static_cast<size_t>(std::distance(last, isKnown->rend())) : events.size();
    for (size_t i = 0; i < count; ++i) {
        if (isKnown->at(i) || !m_document.read(events[i], JsonDocument::Padding::None, eventLimits))
            continue;
        const auto event = readEventHead(m_document.root());
        if (!event)
            continue;
        if (const auto added = m_timeline.prepend(record, *position, *event, events[i], changes); !added)
            return std::unexpected(added.error());
    }
    if (const auto set = m_parts.timeline.setPrevBatch(record.row, chunk, joined ? QString() : end); !set)
        return std::unexpected(set.error());
    return changes;
}

Result<RoomChanges> RoomUpdater::readAgain(const RoomRecord& record, const QList<StoredEvent>& events)
{
    RoomRecord changed = record;
    RoomChanges changes;
    changes.id = record.summary.id;
    for (const auto& event : events) {
        if (const auto read = m_timeline.readAgain(changed, event, changes); !read)
            return std::unexpected(read.error());
    }
    if (const auto saved = m_parts.rooms.save(changed); !saved)
        return std::unexpected(saved.error());
    return changes;
}

} // namespace core
