#include "tests/headless/Commands.h"

#include "core/api/endpoints/Rooms.h"
#include "core/store/Database.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace core;
using namespace Qt::StringLiterals;

namespace headless {

namespace {

QStringList listOf(const QJsonValue& value)
{
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    for (const auto& element : value.toArray())
        texts.append(element.toString());
    return texts;
}

QJsonObject roomAnswer(const RoomId& room)
{
    return ok(QJsonObject{{u"room"_s, room.toString()}});
}

} // namespace

Commands::Commands(EventLog& log, Write write, QObject* parent)
    : QObject(parent)
    , m_log(log)
    , m_write(std::move(write))
{
}

void Commands::setSession(Session* session)
{
    m_context = std::make_unique<QObject>(); // answers of the session before are not waited for any more
    m_verifying.reset();
    m_recovering.reset();
    m_parts = session ? &session->parts() : nullptr;
    if (!m_parts)
        return;
    m_verifying = std::make_unique<Verifying>(*m_parts, m_log);
    m_recovering = std::make_unique<Recovering>(*m_parts);
    for (const auto& line : std::exchange(m_held, {}))
        start(line);
}

void Commands::receive(const QByteArray& text)
{
    const auto document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return m_write(failed(u"not JSON"_s));
    const QJsonObject line = document.object();
    if (line.contains("id"_L1))
        return start(line);
    m_queue.append(line);
    startNext();
}

void Commands::startNext()
{
    if (m_running || m_queue.isEmpty())
        return;
    m_running = true;
    start(m_queue.takeFirst());
}

void Commands::start(const QJsonObject& line)
{
    static const QHash<QString, Command> commands{
        {u"rooms"_s, &Commands::rooms},       {u"create"_s, &Commands::create},       {u"invite"_s, &Commands::invite},
        {u"join"_s, &Commands::join},         {u"leave"_s, &Commands::leave},         {u"send"_s, &Commands::send},
        {u"messages"_s, &Commands::messages}, {u"status"_s, &Commands::status},       {u"waitFor"_s, &Commands::waitFor},
        {u"quit"_s, &Commands::quit},         {u"bootstrap"_s, &Commands::bootstrap}, {u"restore"_s, &Commands::restore},
        {u"backedUp"_s, &Commands::backedUp}, {u"devices"_s, &Commands::devices},     {u"verify"_s, &Commands::verify},
        {u"accept"_s, &Commands::accept},     {u"answer"_s, &Commands::answer},       {u"renew"_s, &Commands::renew},
        {u"logout"_s, &Commands::logout}};
    const QString name = line.value("cmd"_L1).toString();
    const bool needsSession = name != "waitFor"_L1 && name != "quit"_L1;
    if (!m_parts && needsSession)
        return m_held.append(line);
    const auto reply = [this, line, name](const QJsonObject& answer) {
        QJsonObject whole = answer;
        if (line.contains("id"_L1))
            whole.insert(u"id"_s, line.value("id"_L1));
        whole.insert(u"cmd"_s, name);
        m_write(whole);
        if (line.contains("id"_L1))
            return;
        m_running = false;
        startNext();
    };
    const auto command = commands.value(name);
    if (!command)
        return reply(failed(u"unknown command %1"_s.arg(name)));
    (this->*command)(line, reply);
}

// -- Rooms ---------------------------------------------------------------------------------------------------------------

void Commands::rooms(const QJsonObject&, const Reply& reply)
{
    QJsonArray list;
    const auto ids = m_parts->rooms.rooms();
    for (const auto& id : ids) {
        const auto& room = *m_parts->rooms.find(id);
        QJsonArray members;
        const auto read = m_parts->database.each(
            "SELECT state_key, json FROM state WHERE room = ? AND type = 'm.room.member'",
            [&](const Statement& row) {
                const auto content = QJsonDocument::fromJson(row.blob(1)).object().value("content"_L1).toObject();
                members.append(QJsonObject{{u"user"_s, row.text(0)}, {u"membership"_s, content.value("membership"_L1)}});
            },
            room.row);
        if (!read)
            return reply(failed(read.error()));
        static const QStringList names{u"join"_s, u"invite"_s, u"leave"_s, u"ban"_s, u"knock"_s};
        QJsonObject line{{u"room"_s, id.toString()},
                         {u"name"_s, room.summary.name},
                         {u"membership"_s, names.at(static_cast<int>(room.summary.membership))},
                         {u"encrypted"_s, room.summary.encrypted},
                         {u"roomType"_s, room.roomType},
                         {u"version"_s, room.roomVersion},
                         {u"members"_s, members}};
        if (room.summary.membership == Membership::Invite)
            line.insert(u"inviter"_s, room.summary.inviter.toString());
        list.append(line);
    }
    reply(ok(list));
}

// Answers once the room is as `condition` wants it: what a server has said is true here only with the next sync.
void Commands::whenKnown(const RoomId& room, const std::function<bool(const RoomRecord&)>& condition, const Reply& reply)
{
    const auto isSo = [parts = m_parts, room, condition] {
        const auto* record = parts->rooms.find(room);
        return record && condition(*record);
    };
    if (isSo())
        return reply(roomAnswer(room));
    auto* waiting = new QObject(m_context.get());
    connect(&m_parts->processor, &SyncProcessor::changed, waiting, [waiting, isSo, room, reply] {
        if (!isSo())
            return;
        delete waiting;
        reply(roomAnswer(room));
    });
}

void Commands::create(const QJsonObject& arguments, const Reply& reply)
{
    const QStringList invitees = listOf(arguments.value("invite"_L1));
    const auto first = UserId::parse(invitees.value(0));
    const quint64 request = ++m_lastRequest;
    auto* waiting = new QObject(m_context.get());
    connect(&m_parts->newChats, &NewChatService::created, waiting,
            [this, waiting, request, invitees, reply](quint64 answered, const RoomId& room) {
                if (answered != request)
                    return;
                delete waiting;
                whenKnown(
                    room, [](const RoomRecord& record) { return record.summary.encrypted; },
                    [this, room, invitees, reply](const QJsonObject&) { inviteAll(room, invitees.mid(1), reply); });
            });
    connect(&m_parts->newChats, &NewChatService::failed, waiting,
            [waiting, request, reply](quint64 answered, const Error& error) {
                if (answered != request)
                    return;
                delete waiting;
                reply(failed(error));
            });
    if (arguments.value("direct"_L1).toBool() && first)
        return m_parts->newChats.createDirect(request, *first);
    m_parts->newChats.createGroup(request, arguments.value("name"_L1).toString(), arguments.value("topic"_L1).toString(),
                                  first.value_or(UserId()));
}

void Commands::invite(const QJsonObject& arguments, const Reply& reply)
{
    const auto room = RoomId::parse(arguments.value("room"_L1).toString());
    if (!room)
        return reply(failed(u"no room"_s));
    inviteAll(*room, listOf(arguments.value("user"_L1)), reply);
}

void Commands::inviteAll(const RoomId& room, const QStringList& users, const Reply& reply)
{
    if (users.isEmpty())
        return reply(roomAnswer(room));
    const auto user = UserId::parse(users.first());
    if (!user)
        return reply(failed(u"no user"_s));
    m_parts->api.call<Empty>(endpoints::invite(room, *user), m_context.get(),
                             [this, room, rest = users.mid(1), reply](const Result<Empty>& invited) {
                                 if (!invited)
                                     return reply(failed(invited.error()));
                                 inviteAll(room, rest, reply);
                             });
}

void Commands::join(const QJsonObject& arguments, const Reply& reply)
{
    const auto room = RoomId::parse(arguments.value("room"_L1).toString());
    if (!room)
        return reply(failed(u"no room"_s));
    auto* waiting = new QObject(m_context.get());
    connect(&m_parts->invitations, &InvitationService::accepted, waiting,
            [this, waiting, room = *room, reply](const RoomId& accepted) {
                if (accepted != room)
                    return;
                delete waiting;
                whenKnown(room, [](const RoomRecord& record) { return record.summary.membership == Membership::Join; }, reply);
            });
    connect(&m_parts->invitations, &InvitationService::failed, waiting,
            [waiting, room = *room, reply](const RoomId& refused, const Error& error) {
                if (refused != room)
                    return;
                delete waiting;
                reply(failed(error));
            });
    m_parts->invitations.accept(*room);
}

void Commands::leave(const QJsonObject& arguments, const Reply& reply)
{
    const auto room = RoomId::parse(arguments.value("room"_L1).toString());
    if (!room)
        return reply(failed(u"no room"_s));
    const bool forget = arguments.value("forget"_L1).toBool();
    m_parts->api.call<Empty>(
        endpoints::leaveRoom(*room), m_context.get(), [this, room = *room, forget, reply](const Result<Empty>& left) {
            if (!left || !forget)
                return reply(left ? roomAnswer(room) : failed(left.error()));
            m_parts->api.call<Empty>(endpoints::forgetRoom(room), m_context.get(), [room, reply](const Result<Empty>& forgotten) {
                reply(forgotten ? roomAnswer(room) : failed(forgotten.error()));
            });
        });
}

// -- Messages ------------------------------------------------------------------------------------------------------------

void Commands::send(const QJsonObject& arguments, const Reply& reply)
{
    const auto room = RoomId::parse(arguments.value("room"_L1).toString());
    if (!room)
        return reply(failed(u"no room"_s));
    QJsonObject content{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, arguments.value("body"_L1)}, {u"m.mentions"_s, QJsonObject()}};
    if (arguments.contains("content"_L1))
        content = arguments.value("content"_L1).toObject();
    const QString transaction = m_parts->sending.sendContent(*room, content);
    if (transaction.isEmpty())
        return reply(failed(u"not stored"_s));
    if (arguments.value("until"_L1) == "queued"_L1)
        return reply(ok(QJsonObject{{u"transactionId"_s, transaction}}));
    auto* waiting = new QObject(m_context.get());
    connect(&m_parts->sending, &SendService::sent, waiting,
            [waiting, transaction, reply](const RoomId&, const QString& sent, const EventId& event) {
                if (sent != transaction)
                    return;
                delete waiting;
                reply(ok(QJsonObject{{u"eventId"_s, event.toString()}, {u"transactionId"_s, transaction}}));
            });
    connect(&m_parts->sending, &SendService::failed, waiting,
            [waiting, transaction, reply](const RoomId&, const QString& refused, const Error& error) {
                if (refused != transaction)
                    return;
                delete waiting;
                reply(failed(error));
            });
}

void Commands::messages(const QJsonObject& arguments, const Reply& reply)
{
    const auto room = RoomId::parse(arguments.value("room"_L1).toString());
    if (!room || !m_parts->rooms.find(*room))
        return reply(failed(u"unknown room"_s));
    fillHistory(*room, arguments.value("limit"_L1).toInt(50), arguments.value("all"_L1).toBool(), reply);
}

// Goes back through the history as a person does who scrolls, until there is enough or nothing older.
void Commands::fillHistory(const RoomId& room, int limit, bool all, const Reply& reply)
{
    auto* waiting = new QObject(m_context.get());
    const auto proceed = [this, waiting, room, limit, all, reply](const RoomId& changed, const TimelineState& state) {
        if (changed != room || state.loadingOlder)
            return;
        const auto* record = m_parts->rooms.find(room);
        const auto list = record ? newestMessages(*record, limit, all) : QJsonArray();
        if (record && !state.reachedStart && !state.loadError && list.size() < limit)
            return m_parts->timelines.loadOlder(room);
        delete waiting;
        if (state.loadError && list.size() < limit)
            return reply(failed(*state.loadError));
        reply(ok(list));
    };
    // Queued: loadOlder may answer at once.
    connect(&m_parts->timelines, &TimelineService::stateChanged, waiting, proceed, Qt::QueuedConnection);
    m_parts->timelines.open(room);
}

QJsonArray Commands::newestMessages(const RoomRecord& room, int limit, bool all) const
{
    while (m_parts->processor.decryptBacklog(200).value_or(false)) {
    }
    const Describe describe(*m_parts);
    const auto page = m_parts->timeline.newest(room.row, std::numeric_limits<int>::max());
    QList<QJsonObject> lines;
    if (page) {
        for (auto stored = page->events.crbegin(); stored != page->events.crend() && lines.size() < limit; ++stored) {
            const QJsonObject line = describe.message(room, *stored);
            if (all || isMessage(line))
                lines.prepend(line);
        }
    }
    QJsonArray list;
    for (const auto& line : std::as_const(lines))
        list.append(line);
    return list;
}

// -- Others --------------------------------------------------------------------------------------------------------------

void Commands::status(const QJsonObject&, const Reply& reply)
{
    static const QStringList identities{u"notAsked"_s, u"missing"_s, u"creating"_s, u"unverified"_s, u"verified"_s, u"changed"_s};
    const auto identity = m_parts->machine->ownIdentity();
    if (!identity)
        return reply(failed(identity.error()));
    const bool isVerified = *identity == OwnIdentityStatus::Verified;
    reply(ok(QJsonObject{{u"userId"_s, m_parts->machine->user().toString()},
                         {u"deviceId"_s, m_parts->machine->device().toString()},
                         {u"identity"_s, identities.at(static_cast<int>(*identity))},
                         {u"crossSigningReady"_s, isVerified},
                         {u"privateKeysHere"_s, m_parts->machine->crossSigningSecrets().has_value()}}));
}

// -- Keys ----------------------------------------------------------------------------------------------------------------

void Commands::bootstrap(const QJsonObject&, const Reply& reply)
{
    m_recovering->bootstrap(reply);
}

void Commands::restore(const QJsonObject& arguments, const Reply& reply)
{
    m_recovering->restore(arguments.value("recoveryKey"_L1).toString().toUtf8(), reply);
}

void Commands::backedUp(const QJsonObject&, const Reply& reply)
{
    m_recovering->waitForBackup(reply);
}

void Commands::renew(const QJsonObject& arguments, const Reply& reply)
{
    m_recovering->renew(arguments, reply);
}

// -- Verification --------------------------------------------------------------------------------------------------------

void Commands::devices(const QJsonObject& arguments, const Reply& reply)
{
    const auto user = UserId::parse(arguments.value("user"_L1).toString(m_parts->machine->user().toString()));
    const auto known = user ? m_parts->machine->devices(*user) : Result<QList<DeviceRecord>>(std::unexpected(user.error()));
    if (!known)
        return reply(failed(known.error()));
    QJsonArray list;
    for (const auto& device : *known)
        list.append(QJsonObject{{u"device"_s, device.device.toString()},
                                {u"name"_s, device.displayName},
                                {u"signedByOwner"_s, device.signedByOwner}});
    reply(ok(QJsonObject{{u"devices"_s, list}}));
}

void Commands::verify(const QJsonObject& arguments, const Reply& reply)
{
    m_verifying->verify(arguments, [reply](const QJsonObject& result, const QString& error) {
        reply(error.isEmpty() ? ok(result) : failed(error));
    });
}

void Commands::accept(const QJsonObject& arguments, const Reply& reply)
{
    const QString transaction = m_verifying->accept(arguments);
    reply(transaction.isEmpty() ? failed(u"no open request"_s) : ok(QJsonObject{{u"transaction"_s, transaction}}));
}

void Commands::answer(const QJsonObject& arguments, const Reply& reply)
{
    reply(m_verifying->answer(arguments.value("match"_L1).toBool()) ? ok() : failed(u"nothing was asked"_s));
}

void Commands::waitFor(const QJsonObject& arguments, const Reply& reply)
{
    QJsonObject match = arguments.value("match"_L1).toObject();
    if (arguments.contains("room"_L1))
        match.insert(u"room"_s, arguments.value("room"_L1));
    const int timeout = arguments.value("timeout"_L1).toInt(30'000);
    m_log.waitFor(match, timeout, arguments.value("after"_L1).toInteger(), [reply, timeout, match](const QJsonObject& event) {
        if (!event.isEmpty())
            return reply(ok(event));
        const auto wanted = QString::fromUtf8(QJsonDocument(match).toJson(QJsonDocument::Compact));
        reply(failed(u"nothing matched within %1 ms: %2"_s.arg(timeout).arg(wanted)));
    });
}

void Commands::logout(const QJsonObject&, const Reply& reply)
{
    reply(ok());
    Q_EMIT logoutRequested();
}

void Commands::quit(const QJsonObject&, const Reply& reply)
{
    reply(ok());
    Q_EMIT quitRequested();
}

} // namespace headless
