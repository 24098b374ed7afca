#include "core/services/timeline/RoomHistory.h"

#include "core/base/Log.h"
#include "core/event/EventHead.h"
#include "core/room/CleanText.h"
#include "core/store/RoomStore.h"

namespace core {

namespace {

constexpr int pageSize = 50;
constexpr std::string_view formerMember = "former m.room.member"; // no type of Matrix: ours in the table of states

UserId memberIn(JsonValue event)
{
    const auto head = readEventHead(event);
    if (!head || head->type != "m.room.member" || !head->stateKey)
        return {};
    const QString key = QString::fromUtf8(head->stateKey->data(), static_cast<qsizetype>(head->stateKey->size()));
    return UserId::parse(key).value_or(UserId());
}

} // namespace

RoomHistory::RoomHistory(const TimelineParts& parts, RoomId room)
    : m_parts(parts)
    , m_room(std::move(room))
{
}

void RoomHistory::fetch(qint64 chunk, const QString& from, std::function<void(const Result<>&)> done)
{
    m_parts.api.call<HistoryPage>(endpoints::messages(m_room, from, pageSize), &m_jobs,
                                  [this, chunk, from, done = std::move(done)](const Result<HistoryPage>& page) {
                                      done(page ? store(chunk, from, *page) : std::unexpected(page.error()));
                                  });
}

Result<> RoomHistory::store(qint64 chunk, const QString& from, const HistoryPage& page)
{
    if (page.end == from)
        return fail(ErrorCode::Protocol, QStringLiteral("history does not get on"));
    keepNames(page);
    return m_parts.storeHistory(m_room, chunk, page.events, page.end);
}

void RoomHistory::keepNames(const HistoryPage& page)
{
    const auto* const record = m_parts.rooms.find(m_room);
    if (!record)
        return;
    JsonDocument document;
    for (const auto raw : page.state) {
        if (!document.read(raw))
            continue;
        const UserId user = memberIn(document.root());
        if (user.isEmpty())
            continue;
        const std::string key = user.toUtf8().toStdString();
        const auto member = m_parts.rooms.state(record->row, "m.room.member", key);
        if (!member || !member->isNull())
            continue;
        if (!m_parts.rooms.setState(record->row, formerMember, key, raw))
            qCWarning(logSync, "a name could not be kept");
    }
}

Result<QString> formerName(RoomStore& rooms, qint64 row, const UserId& user)
{
    const auto json = rooms.state(row, formerMember, user.toUtf8().toStdString());
    if (!json)
        return std::unexpected(json.error());
    const auto document = JsonDocument::parse(*json);
    if (!document)
        return QString();
    const QString name = cleanName(document->root()["content"]["displayname"].string().value_or(QString()));
    return name.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, cleanName(serverName(user)));
}

} // namespace core
