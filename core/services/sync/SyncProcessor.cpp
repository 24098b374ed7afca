#include "core/services/sync/SyncProcessor.h"

#include "core/base/Log.h"
#include "core/store/AccountDataStore.h"
#include "core/store/Database.h"
#include "core/store/SessionStore.h"

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype decryptAtOnce = 300; // events in a response; about 50 ms

QSet<RoomId> roomsOf(JsonValue direct)
{
    QSet<RoomId> rooms;
    direct.members([&](std::string_view, JsonValue list) {
        list.elements([&](JsonValue room) {
            if (const auto id = RoomId::parse(room.string().value_or(QString())))
                rooms.insert(*id);
            return true;
        });
        return true;
    });
    return rooms;
}

// Two sources may name one room: readers get it once.
void add(QList<RoomChanges>& all, const RoomChanges& changes)
{
    const auto known = std::find_if(all.begin(), all.end(), [&](const RoomChanges& other) { return other.id == changes.id; });
    if (known == all.end()) {
        all.append(changes);
        return;
    }
    known->newEvents = known->newEvents || changes.newEvents;
    known->newChunk = known->newChunk || changes.newChunk;
    known->history = known->history || changes.history;
    known->members = known->members || changes.members;
    known->state = known->state || changes.state;
    known->receipts = known->receipts || changes.receipts;
    known->queue = known->queue || changes.queue;
    known->unexpected += changes.unexpected;
    known->rewritten += changes.rewritten;
    if (changes.typing)
        known->typing = changes.typing;
}

qsizetype eventCount(const SyncResponse& response)
{
    qsizetype count = 0;
    for (const auto& room : response.rooms)
        count += static_cast<qsizetype>(room.timeline.size());
    return count;
}

} // namespace

SyncProcessor::SyncProcessor(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_updater({parts.machine, parts.rooms, parts.timeline, parts.queue, parts.clock, parts.ownUser})
{
}

Result<> SyncProcessor::load()
{
    const auto nextBatch = m_parts.session.nextBatch();
    const auto filterId = nextBatch ? m_parts.session.filterId() : nextBatch;
    const auto direct = filterId ? m_parts.accountData.content("m.direct") : Result<QByteArray>();
    if (!filterId || !direct)
        return std::unexpected(filterId ? direct.error() : filterId.error());
    m_nextBatch = *nextBatch;
    m_filterId = *filterId;
    m_directRooms.clear();
    if (direct->isNull())
        return {};
    if (const auto document = JsonDocument::parse(*direct))
        m_directRooms = roomsOf(document->root());
    return {};
}

Result<> SyncProcessor::saveFilterId(const QString& id)
{
    const auto saved = m_parts.session.setFilterId(id);
    if (saved)
        m_filterId = id;
    return saved;
}

Result<> SyncProcessor::atomically(const std::function<Result<>(SyncChanges&)>& work)
{
    SyncChanges changes;
    const auto kept = [&]() -> Result<> {
        auto transaction = Transaction::begin(m_parts.database);
        if (!transaction)
            return std::unexpected(transaction.error());
        if (const auto done = work(changes); !done)
            return done;
        return transaction->commit();
    }();
    if (!kept) {
        m_updater.takeUsersToTrack();
        const auto read = m_parts.machine.reset();
        if (!read || !m_parts.rooms.load() || !load())
            qCWarning(logSync, "what was kept could not be read again");
        return kept;
    }
    if (!changes.rooms.isEmpty() || !changes.alerts.isEmpty() || changes.first)
        Q_EMIT changed(changes);
    return {};
}

Result<> SyncProcessor::apply(SyncResponse response)
{
    const auto applied = atomically([&](SyncChanges& changes) { return applyResponse(response, changes); });
    if (applied)
        m_nextBatch = response.nextBatch;
    if (applied && response.malformed > 0)
        qCInfo(logSync, "%d malformed parts of a sync response were left out", response.malformed);
    return applied;
}

Result<> SyncProcessor::applyResponse(const SyncResponse& response, SyncChanges& changes)
{
    changes.first = m_nextBatch.isEmpty();
    auto outcome = m_parts.machine.receiveSync({.toDevice = response.toDevice,
                                                .changedDeviceLists = response.changedDeviceLists,
                                                .leftDeviceLists = response.leftDeviceLists,
                                                .oneTimeKeyCounts = response.oneTimeKeyCounts,
                                                .unusedFallbackKeyTypes = response.unusedFallbackKeyTypes});
    if (!outcome)
        return std::unexpected(outcome.error());
    changes.alerts = std::move(outcome->alerts);
    if (const auto applied = applyAccountData(response, changes); !applied)
        return applied;
    const RoomUpdater::Response whole{.directRooms = m_directRooms, .postponeDecryption = eventCount(response) > decryptAtOnce};
    for (const auto& room : response.rooms) {
        auto updated = m_updater.apply(room, whole);
        if (!updated)
            return std::unexpected(updated.error());
        changes.rooms.append(std::move(*updated));
    }
    if (const auto users = m_updater.takeUsersToTrack(); !users.isEmpty()) {
        if (const auto tracked = m_parts.machine.trackUsers(users); !tracked)
            return tracked;
    }
    if (const auto read = readWithNewKeys(outcome->newRoomKeys, changes); !read)
        return read;
    return m_parts.session.setNextBatch(response.nextBatch);
}

Result<> SyncProcessor::applyAccountData(const SyncResponse& response, SyncChanges& changes)
{
    JsonDocument document;
    for (const auto raw : response.accountData) {
        if (!document.read(raw, JsonDocument::Padding::Present))
            continue;
        const auto root = document.root();
        const auto type = root["type"].utf8();
        if (!type || type->empty() || type->size() > 255 || !root["content"].isObject())
            continue;
        std::string_view content;
        const auto cut = json::members(raw, [&](std::string_view key, std::string_view value) {
            if (key == "content")
                content = value;
        });
        if (!cut)
            continue;
        if (const auto saved = m_parts.accountData.save(*type, content); !saved)
            return saved;
        if (*type != "m.direct")
            continue;
        if (const auto applied = applyDirectRooms(root["content"], changes); !applied)
            return applied;
    }
    return {};
}

Result<> SyncProcessor::applyDirectRooms(JsonValue content, SyncChanges& changes)
{
    const QSet<RoomId> direct = roomsOf(content);
    const QSet<RoomId> differing = (direct | m_directRooms) - (direct & m_directRooms);
    m_directRooms = direct;
    for (const auto& id : differing) {
        const auto* known = m_parts.rooms.find(id);
        if (!known)
            continue;
        RoomRecord record = *known;
        record.summary.direct = direct.contains(id);
        if (const auto saved = m_parts.rooms.save(record); !saved)
            return std::unexpected(saved.error());
        RoomChanges room;
        room.id = id;
        room.state = true;
        add(changes.rooms, room);
    }
    return {};
}

Result<> SyncProcessor::readWithNewKeys(const QList<RoomKeyId>& keys, SyncChanges& changes)
{
    for (const auto& key : keys) {
        const auto* room = m_parts.rooms.find(key.room);
        if (!room)
            continue;
        auto waiting = m_parts.timeline.unreadable(room->row, key.sessionId);
        if (!waiting)
            return std::unexpected(waiting.error());
        waiting->removeIf([](const StoredEvent& event) { return event.status == EventStatus::Pending; }); // decryptBacklog's
        if (waiting->isEmpty())
            continue;
        const auto read = m_updater.readAgain(*room, *waiting);
        if (!read)
            return std::unexpected(read.error());
        add(changes.rooms, *read);
    }
    return {};
}

Result<> SyncProcessor::takeMachineOutcome()
{
    const SyncOutcome outcome = m_parts.machine.takeOutcome();
    m_untold.newRoomKeys += outcome.newRoomKeys;
    m_untold.alerts += outcome.alerts;
    if (m_untold == SyncOutcome{})
        return {};
    const auto told = atomically([&](SyncChanges& changes) {
        changes.alerts = m_untold.alerts;
        return readWithNewKeys(m_untold.newRoomKeys, changes);
    });
    if (told)
        m_untold = {};
    return told;
}

Result<> SyncProcessor::applyHistory(const RoomId& room, qint64 chunk, const std::vector<std::string_view>& events,
                                     const QString& end)
{
    const auto* record = m_parts.rooms.find(room);
    if (!record)
        return fail(ErrorCode::NotFound);
    return atomically([&](SyncChanges& changes) -> Result<> {
        const auto applied = m_updater.applyHistory(*record, chunk, events, end);
        if (!applied)
            return std::unexpected(applied.error());
        changes.rooms.append(*applied);
        return {};
    });
}

Result<> SyncProcessor::applyMembers(const RoomId& room, const std::vector<std::string_view>& events)
{
    const auto* record = m_parts.rooms.find(room);
    if (!record)
        return fail(ErrorCode::NotFound);
    return atomically([&](SyncChanges& changes) -> Result<> {
        const auto applied = m_updater.applyMembers(*record, events);
        if (!applied)
            return std::unexpected(applied.error());
        changes.rooms.append(*applied);
        return {};
    });
}

Result<bool> SyncProcessor::decryptBacklog(int limit)
{
    bool more = false;
    const auto done = atomically([&](SyncChanges& changes) -> Result<> {
        const auto pending = m_parts.timeline.pending(limit);
        if (!pending)
            return std::unexpected(pending.error());
        more = pending->size() == limit;
        QHash<qint64, QList<StoredEvent>> byRoom;
        for (const auto& event : *pending)
            byRoom[event.row].append(event.event);
        for (auto room = byRoom.cbegin(); room != byRoom.cend(); ++room) {
            const auto* record = m_parts.rooms.find(room.key());
            if (!record)
                continue;
            const auto read = m_updater.readAgain(*record, room.value());
            if (!read)
                return std::unexpected(read.error());
            add(changes.rooms, *read);
        }
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return more;
}

} // namespace core
