#include "core/services/sync/TimelineWriter.h"

#include "core/services/sync/VerificationEvents.h"

#include <algorithm>

namespace core {

namespace {

void noteRewritten(RoomChanges& changes, std::string_view target)
{
    const auto id = EventId::parse(QString::fromUtf8(target.data(), static_cast<qsizetype>(target.size())));
    if (id && !changes.rewritten.contains(*id))
        changes.rewritten.append(*id);
}

// What a person would call activity: messages, not membership, names or reactions.
bool isActivity(const EventHead& event)
{
    return !event.stateKey && (event.type == "m.room.encrypted" || event.type == "m.room.message");
}

} // namespace

TimelineWriter::TimelineWriter(const Parts& parts)
    : m_parts(parts)
    , m_ownUser(parts.ownUser.toUtf8().toStdString())
    , m_preview(parts.rooms, parts.timeline, parts.ownUser)
{
}

Result<bool> TimelineWriter::insert(const RoomRecord& record, qint64 position, const EventHead& event, std::string_view json,
                                    const ReadEvent& read, RoomChanges& changes)
{
    const auto relation = readRelation(event.content);
    auto inserted = m_parts.timeline.insert(record.row, position,
                                            {.eventId = event.eventId,
                                             .json = json,
                                             .plain = read.plain,
                                             .status = read.status,
                                             .sessionId = read.sessionId,
                                             .relatesTo = relation.target});
    if (inserted && *inserted && !relation.target.empty())
        noteRewritten(changes, relation.target);
    return inserted;
}

Result<> TimelineWriter::append(RoomRecord& record, qint64& position, const EventHead& event, std::string_view json,
                                Decrypt decrypt, RoomChanges& changes)
{
    auto read = decrypt == Decrypt::Now ? readEvent(m_parts.machine, record.summary.id, event) : postponeEvent(event);
    if (!read)
        return std::unexpected(read.error());
    const auto inserted = insert(record, position + 1, event, json, *read, changes);
    if (!inserted)
        return std::unexpected(inserted.error());
    if (event.sender == m_ownUser && !event.stateKey) {
        if (const auto matched = matchQueue(record, event, changes); !matched)
            return matched;
    }
    if (!*inserted)
        return {};
    ++position;
    changes.newEvents = true;
    if (event.type == "m.room.redaction") {
        if (const auto applied = applyRedaction(record, event, json, changes); !applied)
            return applied;
    }
    noteActivity(record, event);
    const auto isOfVerification = offerVerification(record, event, *read);
    if (!isOfVerification)
        return std::unexpected(isOfVerification.error());
    if (*isOfVerification && event.sender != m_ownUser)
        changes.readAlready = namesOf(event)->id;
    return m_preview.offer(record, event, *read);
}

// Never for what comes from the history, or from somebody who is not there (S-37).
Result<bool> TimelineWriter::offerVerification(const RoomRecord& record, const EventHead& event, const ReadEvent& read)
{
    const auto verification = readVerificationEvent(record, event, read);
    const auto isThere = verification ? m_parts.rooms.isPresent(record.summary.id, verification->sender) : Result<bool>(false);
    if (!isThere || !*isThere)
        return isThere;
    const auto taken = m_parts.machine.receiveVerificationEvent(*verification);
    return taken ? Result<bool>(true) : std::unexpected(taken.error());
}

Result<bool> TimelineWriter::prepend(const RoomRecord& record, qint64& position, const EventHead& event, std::string_view json,
                                     RoomChanges& changes)
{
    const auto read = readEvent(m_parts.machine, record.summary.id, event);
    if (!read)
        return std::unexpected(read.error());
    auto inserted = insert(record, position, event, json, *read, changes);
    if (inserted && *inserted) {
        --position;
        changes.history = true;
    }
    return inserted;
}

Result<bool> TimelineWriter::readAgain(RoomRecord& record, const StoredEvent& stored, RoomChanges& changes)
{
    if (!m_document.read({stored.json.constData(), static_cast<size_t>(stored.json.size())}))
        return false;
    const auto event = readEventHead(m_document.root());
    if (!event)
        return false;
    const auto read = readEvent(m_parts.machine, record.summary.id, *event);
    if (!read)
        return std::unexpected(read.error());
    if (read->status == stored.status)
        return false;
    if (const auto saved =
            m_parts.timeline.setDecryption(record.row, stored.position, read->plain, read->status, read->sessionId);
        !saved)
        return std::unexpected(saved.error());
    noteRewritten(changes, event->eventId);
    if (const auto offered = offerVerification(record, *event, *read); !offered)
        return std::unexpected(offered.error());
    const auto relation = readRelation(event->content);
    if (!relation.target.empty())
        noteRewritten(changes, relation.target);
    const bool isEdit = relation.kind == EventRelation::Kind::Replace;
    const auto shown = isEdit ? m_preview.offer(record, *event, *read) : m_preview.renew(record, *event, *read);
    if (!shown)
        return std::unexpected(shown.error());
    return true;
}

Result<> TimelineWriter::applyRedaction(RoomRecord& record, const EventHead& event, std::string_view json, RoomChanges& changes)
{
    const auto target = EventId::parse(QString::fromUtf8(event.redacts.data(), static_cast<qsizetype>(event.redacts.size())));
    if (!target)
        return {};
    const auto stored = m_parts.timeline.event(record.row, *target);
    if (!stored)
        return std::unexpected(stored.error());
    if (!*stored)
        return {}; // when it comes, the server sends it without its content
    if (!m_document.read({(*stored)->json.constData(), static_cast<size_t>((*stored)->json.size())}))
        return {};
    const auto deleted = readEventHead(m_document.root());
    if (!deleted)
        return {};
    noteRewritten(changes, deleted->eventId);
    if (const auto relation = readRelation(deleted->content); !relation.target.empty())
        noteRewritten(changes, relation.target);
    RoomPreview::forget(record, *target);
    return m_parts.timeline.setRedacted(record.row, (*stored)->position, redactedEvent(*deleted, json));
}

Result<> TimelineWriter::matchQueue(const RoomRecord& record, const EventHead& event, RoomChanges& changes)
{
    const auto names = namesOf(event);
    if (!names)
        return {};
    const auto arrived = m_parts.queue.removeArrived(
        record.summary.id, event.unsignedData["transaction_id"].string().value_or(QString()), names->id);
    if (!arrived)
        return std::unexpected(arrived.error());
    changes.queue = changes.queue || *arrived;
    return {};
}

void TimelineWriter::noteActivity(RoomRecord& record, const EventHead& event) const
{
    // A server's clock may be wrong: nothing is newer than now (S-74).
    const Timestamp moment = std::min(event.originServerTs, m_parts.clock.now());
    if (isActivity(event) || !record.summary.lastActivity.isKnown())
        record.summary.lastActivity = std::max(record.summary.lastActivity, moment);
}

} // namespace core
