#include "core/store/RoomStore.h"

#include "core/event/EventHead.h"
#include "core/store/RoomRows.h"
#include "core/store/Rows.h"
#include "core/store/SendQueueStore.h"

#include <algorithm>

namespace core {

namespace {

constexpr int cachedMembers = 5000; // of all rooms together: about 2 MB

RoomSummary::Sending sendingOf(std::optional<QueuedMessage::State> state)
{
    if (!state)
        return RoomSummary::Sending::None;
    return *state == QueuedMessage::State::Failed ? RoomSummary::Sending::Failed : RoomSummary::Sending::Waiting;
}

} // namespace

RoomStore::RoomStore(Database& database)
    : m_database(database)
    , m_members(cachedMembers)
{
}

// -- Records -----------------------------------------------------------------------------------------------------------------

Result<> RoomStore::load()
{
    m_records.clear();
    m_byRow.clear();
    m_members.clear();
    return rows::eachRoom(m_database, [this](const RoomRecord& record) {
        m_byRow.insert(record.row, record.summary.id);
        m_records.insert(record.summary.id, record);
    });
}

const RoomRecord* RoomStore::find(const RoomId& room) const
{
    const auto known = m_records.constFind(room);
    return known == m_records.cend() ? nullptr : &*known;
}

const RoomRecord* RoomStore::find(qint64 row) const
{
    const auto known = m_byRow.constFind(row);
    return known == m_byRow.cend() ? nullptr : find(*known);
}

Result<RoomRecord> RoomStore::save(RoomRecord record)
{
    record.summary.sending = RoomSummary::Sending::None;
    if (const auto* known = find(record.summary.id)) {
        record.row = known->row;
        record.summary.encrypted = record.summary.encrypted || known->summary.encrypted;
        if (record == *known)
            return record;
    }
    const auto row = rows::writeRoom(m_database, record);
    if (!row)
        return std::unexpected(row.error());
    record.row = *row;
    m_byRow.insert(record.row, record.summary.id);
    m_records.insert(record.summary.id, record);
    return record;
}

Result<> RoomStore::remove(const RoomId& room)
{
    const auto* known = find(room);
    if (!known)
        return {};
    const qint64 row = known->row;
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (const auto removed = m_database.run("DELETE FROM state WHERE room = ?", row); !removed)
        return removed;
    if (const auto removed = m_database.run("DELETE FROM rooms WHERE id = ?", row); !removed)
        return removed;
    if (const auto committed = transaction->commit(); !committed)
        return committed;
    m_records.remove(room);
    m_byRow.remove(row);
    m_members.remove(row);
    m_changedMeanwhile.remove(row);
    return {};
}

Result<QList<RoomSummary>> RoomStore::summaries()
{
    const auto unsent = SendQueueStore(m_database).unsentStates();
    if (!unsent)
        return std::unexpected(unsent.error());
    QList<RoomSummary> summaries;
    summaries.reserve(m_records.size());
    for (const auto& record : std::as_const(m_records)) {
        auto& summary = summaries.emplace_back(record.summary);
        if (const auto state = unsent->constFind(summary.id); state != unsent->cend())
            summary.sending = sendingOf(*state);
    }
    return summaries;
}

Result<std::optional<RoomSummary>> RoomStore::summary(const RoomId& room)
{
    const auto* known = find(room);
    if (!known)
        return std::nullopt;
    const auto unsent = SendQueueStore(m_database).unsentState(room);
    if (!unsent)
        return std::unexpected(unsent.error());
    auto summary = known->summary;
    summary.sending = sendingOf(*unsent);
    return summary;
}

QList<RoomId> RoomStore::rooms() const
{
    return m_records.keys();
}

// -- State -------------------------------------------------------------------------------------------------------------------

Result<> RoomStore::setState(qint64 row, std::string_view type, std::string_view stateKey, std::string_view json)
{
    const auto written = m_database.run("INSERT OR REPLACE INTO state (room, type, state_key, json) VALUES (?, ?, ?, ?)", row,
                                        type, stateKey, rows::blob(json));
    if (!written || type != "m.room.member")
        return written;
    if (auto* known = m_members.object(row)) {
        if (m_document.read(json))
            known->set(stateKey, m_document.root());
        else
            m_members.remove(row);
    }
    if (const auto waiting = m_changedMeanwhile.find(row); waiting != m_changedMeanwhile.end())
        waiting->insert(rows::blob(stateKey).toByteArray());
    return {};
}

Result<QByteArray> RoomStore::state(qint64 row, std::string_view type, std::string_view stateKey)
{
    QByteArray json;
    const auto read = m_database.each(
        "SELECT json FROM state WHERE room = ? AND type = ? AND state_key = ?",
        [&](const Statement& found) { json = found.blob(0); }, row, type, stateKey);
    if (!read)
        return std::unexpected(read.error());
    return json;
}

// -- Members -----------------------------------------------------------------------------------------------------------------

Result<RoomMembers*> RoomStore::members(qint64 row)
{
    if (auto* known = m_members.object(row))
        return known;
    auto members = std::make_unique<RoomMembers>();
    const auto read = m_database.each(
        "SELECT state_key, json FROM state WHERE room = ? AND type = 'm.room.member'",
        [&](const Statement& found) {
            if (m_document.read(found.view(1)))
                members->set(found.view(0), m_document.root());
        },
        row);
    if (!read)
        return std::unexpected(read.error());
    const int cost = std::clamp(members->size(), 1, cachedMembers); // what costs more would be dropped at once
    m_members.insert(row, members.release(), cost);
    return m_members.object(row);
}

Result<QHash<UserId, QString>> RoomStore::memberNames(const RoomId& room, const QList<UserId>& users)
{
    QHash<UserId, QString> names;
    const auto* record = find(room);
    if (!record || users.isEmpty())
        return names;
    const auto known = members(record->row);
    if (!known)
        return std::unexpected(known.error());
    for (const auto& user : users) {
        if (auto name = (*known)->name(user); !name.isEmpty())
            names.insert(user, name);
    }
    return names;
}

Result<bool> RoomStore::isPresent(const RoomId& room, const UserId& user)
{
    const auto* record = find(room);
    if (!record)
        return false;
    const auto known = members(record->row);
    if (!known)
        return std::unexpected(known.error());
    return (*known)->isPresent(user);
}

Result<RoomStore::Encryption> RoomStore::encryption(const RoomId& room)
{
    const auto* record = find(room);
    if (!record)
        return fail(ErrorCode::NotFound);
    const bool complete = record->memberList == MemberList::Complete;
    if (!complete && !m_changedMeanwhile.contains(record->row))
        m_changedMeanwhile.insert(record->row, {});
    return Encryption{.encrypted = record->summary.encrypted, .membersComplete = complete, .settings = record->settings};
}

Result<> RoomStore::saveMembers(const RoomId& room, const std::vector<std::string_view>& events)
{
    const auto* known = find(room);
    if (!known)
        return fail(ErrorCode::NotFound);
    auto record = *known;
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    m_members.remove(record.row);
    if (const auto replaced = replaceMembers(record.row, events, m_changedMeanwhile.value(record.row)); !replaced)
        return replaced;
    const auto present = members(record.row);
    if (!present)
        return std::unexpected(present.error());
    record.memberList = MemberList::Complete;
    record.joinedCount = (*present)->count(MemberContent::Membership::Join);
    record.invitedCount = (*present)->count(MemberContent::Membership::Invite);
    const auto row = rows::writeRoom(m_database, record);
    const auto committed = row ? transaction->commit() : std::unexpected(row.error());
    if (!committed) {
        m_members.remove(record.row);
        return committed;
    }
    m_records.insert(room, record);
    m_changedMeanwhile.remove(record.row);
    return {};
}

Result<> RoomStore::replaceMembers(qint64 row, const std::vector<std::string_view>& events, const QSet<QByteArray>& newer)
{
    QHash<QByteArray, QByteArray> kept;
    for (const auto& user : newer) {
        auto json = state(row, "m.room.member", rows::text(user));
        if (!json)
            return std::unexpected(json.error());
        kept.insert(user, *json);
    }
    if (const auto removed = m_database.run("DELETE FROM state WHERE room = ? AND type = 'm.room.member'", row); !removed)
        return removed;

    const auto write = [&](std::string_view user, std::string_view json) {
        return m_database.run("INSERT OR REPLACE INTO state (room, type, state_key, json) VALUES (?, 'm.room.member', ?, ?)", row,
                              user, rows::blob(json));
    };
    bool any = false;
    for (const auto json : events) {
        if (!m_document.read(json))
            continue;
        const auto head = readEventHead(m_document.root());
        if (!head || head->type != "m.room.member" || !head->stateKey)
            continue;
        if (!UserId::parse(QString::fromUtf8(head->stateKey->data(), static_cast<qsizetype>(head->stateKey->size()))))
            continue;
        any = true;
        if (const auto written = write(*head->stateKey, json); !written)
            return written;
    }
    if (!any)
        return fail(ErrorCode::Protocol, QStringLiteral("no usable member"));
    for (auto it = kept.cbegin(); it != kept.cend(); ++it) {
        if (it->isNull())
            continue;
        if (const auto written = write(rows::text(it.key()), rows::text(*it)); !written)
            return written;
    }
    return {};
}

Result<QList<UserId>> RoomStore::keyRecipients(const RoomId& room, bool invited)
{
    const auto* record = find(room);
    if (!record)
        return QList<UserId>();
    const auto known = members(record->row);
    if (!known)
        return std::unexpected(known.error());
    auto users = (*known)->users(MemberContent::Membership::Join);
    if (invited)
        users += (*known)->users(MemberContent::Membership::Invite);
    return users;
}

} // namespace core
