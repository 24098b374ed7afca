#include "core/store/RoomRows.h"

#include "core/store/Rows.h"

#include <QStringList>

namespace core::rows {

namespace {

// What the file says; the order of the enums may change, these may not.
constexpr std::pair<Membership, int> memberships[] = {
    {Membership::Join, 0}, {Membership::Invite, 1}, {Membership::Leave, 2}, {Membership::Ban, 3}, {Membership::Knock, 4},
};
using Preview = RoomSummary::Preview;
constexpr std::pair<Preview, int> previews[] = {
    {Preview::None, 0},          {Preview::Text, 1},       {Preview::Image, 2},       {Preview::File, 3},
    {Preview::Audio, 4},         {Preview::Video, 5},      {Preview::Location, 6},    {Preview::Deleted, 7},
    {Preview::Undecryptable, 8}, {Preview::Invitation, 9}, {Preview::Membership, 10}, {Preview::Unsupported, 11},
};
constexpr std::pair<MemberList, int> memberLists[] = {
    {MemberList::Partial, 0}, {MemberList::Complete, 1}, {MemberList::Outdated, 2}};

template <typename Pairs, typename Value>
int numberOf(const Pairs& pairs, Value value)
{
    for (const auto& [known, number] : pairs) {
        if (known == value)
            return number;
    }
    return 0;
}

template <typename Value, typename Pairs>
Value valueOf(const Pairs& pairs, qint64 number, Value otherwise)
{
    for (const auto& [value, known] : pairs) {
        if (known == number)
            return value;
    }
    return otherwise;
}

std::optional<qint64> optionalInteger(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

QString linesOf(const QList<UserId>& users)
{
    QStringList lines;
    for (const auto& user : users)
        lines.append(user.toString());
    return lines.join(u'\n');
}

QList<UserId> usersIn(const QString& lines)
{
    QList<UserId> users;
    for (const auto& line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        if (const auto user = UserId::parse(line))
            users.append(*user);
    }
    return users;
}

// In the order of the SELECT below.
RoomSummary summaryIn(const Statement& row, int& column)
{
    RoomSummary summary;
    summary.id = id<RoomId>(row, column++);
    summary.membership = valueOf(memberships, row.integer(column++), Membership::Leave);
    summary.name = row.text(column++);
    summary.nameIsComputed = row.integer(column++) != 0;
    summary.topic = row.text(column++);
    summary.direct = row.integer(column++) != 0;
    summary.institution = row.integer(column++) != 0;
    summary.encrypted = row.integer(column++) != 0;
    summary.inviter = id<UserId>(row, column++);
    summary.inviterName = row.text(column++);
    summary.preview = valueOf(previews, row.integer(column++), Preview::None);
    summary.previewText = row.text(column++);
    summary.previewSender = row.text(column++);
    summary.previewOwn = row.integer(column++) != 0;
    summary.lastActivity = {row.integer(column++)};
    summary.unread = static_cast<int>(row.integer(column++));
    summary.highlights = static_cast<int>(row.integer(column++));
    return summary;
}

RoomRecord recordIn(const Statement& row)
{
    int column = 0;
    RoomRecord record;
    record.row = row.integer(column++);
    record.summary = summaryIn(row, column);
    record.previewEvent = event(row, column++);
    record.algorithmKnown = row.integer(column++) != 0;
    record.settings.rotationMessages = optionalInteger(row, column++);
    record.settings.rotationPeriodMs = optionalInteger(row, column++);
    record.settings.invitedMayRead = row.integer(column++) != 0;
    record.settings.historyIsShared = row.integer(column++) != 0;
    record.memberList = valueOf(memberLists, row.integer(column++), MemberList::Partial);
    record.joinedCount = static_cast<int>(row.integer(column++));
    record.invitedCount = static_cast<int>(row.integer(column++));
    record.heroes = usersIn(row.text(column++));
    record.roomType = row.text(column++);
    record.roomVersion = row.text(column++);
    record.creator = id<UserId>(row, column++);
    record.successor = id<RoomId>(row, column++);
    record.maySend = row.integer(column++) != 0;
    record.othersRead = event(row, column++);
    return record;
}

} // namespace

Result<> eachRoom(Database& database, const std::function<void(const RoomRecord&)>& visit)
{
    return database.each(
        "SELECT id, room_id, membership, name, name_is_computed, topic, direct, institution, encrypted, inviter, inviter_name, "
        "preview, "
        "preview_text, preview_sender, preview_own, last_activity, unread, highlights, preview_event, algorithm_known, "
        "rotation_messages, rotation_ms, invited_may_read, history_is_shared, member_list, joined_count, invited_count, "
        "heroes, "
        "room_type, room_version, creator, successor, may_send, others_read FROM rooms",
        [&](const Statement& row) { visit(recordIn(row)); });
}

Result<qint64> writeRoom(Database& database, const RoomRecord& record)
{
    const auto& summary = record.summary;
    qint64 row = 0;
    const auto written = database.each(
        "INSERT INTO rooms (room_id, membership, name, name_is_computed, topic, direct, institution, encrypted, inviter, "
        "inviter_name, "
        "preview, preview_text, preview_sender, preview_own, last_activity, unread, highlights, preview_event, algorithm_known, "
        "rotation_messages, rotation_ms, invited_may_read, history_is_shared, member_list, joined_count, invited_count, "
        "heroes, "
        "room_type, room_version, creator, successor, may_send, others_read) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (room_id) DO UPDATE SET membership = excluded.membership, name = excluded.name, "
        "name_is_computed = excluded.name_is_computed, topic = excluded.topic, direct = excluded.direct, "
        "institution = excluded.institution, encrypted = max(encrypted, excluded.encrypted), inviter = excluded.inviter, "
        "inviter_name = excluded.inviter_name, preview = excluded.preview, preview_text = excluded.preview_text, "
        "preview_sender = excluded.preview_sender, preview_own = excluded.preview_own, last_activity = excluded.last_activity, "
        "unread = excluded.unread, highlights = excluded.highlights, preview_event = excluded.preview_event, "
        "algorithm_known = excluded.algorithm_known, rotation_messages = excluded.rotation_messages, "
        "rotation_ms = excluded.rotation_ms, invited_may_read = excluded.invited_may_read, "
        "history_is_shared = excluded.history_is_shared, member_list = excluded.member_list, "
        "joined_count = excluded.joined_count, invited_count = excluded.invited_count, heroes = excluded.heroes, "
        "room_type = excluded.room_type, room_version = excluded.room_version, creator = excluded.creator, "
        "successor = excluded.successor, may_send = excluded.may_send, others_read = excluded.others_read RETURNING id",
        [&](const Statement& found) { row = found.integer(0); }, summary.id.toString(), numberOf(memberships, summary.membership),
        summary.name, summary.nameIsComputed, summary.topic, summary.direct, summary.institution, summary.encrypted,
        summary.inviter.toString(), summary.inviterName, numberOf(previews, summary.preview), summary.previewText,
        summary.previewSender, summary.previewOwn, summary.lastActivity.ms, summary.unread, summary.highlights,
        eventBlob(record.previewEvent), record.algorithmKnown, record.settings.rotationMessages, record.settings.rotationPeriodMs,
        record.settings.invitedMayRead, record.settings.historyIsShared, numberOf(memberLists, record.memberList),
        record.joinedCount, record.invitedCount, linesOf(record.heroes), record.roomType, record.roomVersion,
        record.creator.toString(), record.successor.toString(), record.maySend, eventBlob(record.othersRead));
    if (!written)
        return std::unexpected(written.error());
    return row;
}

} // namespace core::rows
