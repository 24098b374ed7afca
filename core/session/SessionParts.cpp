#include "core/session/SessionParts.h"

#include "core/encryption/MachineContext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString inGroupsOfFour(const QString& text)
{
    QString grouped;
    for (qsizetype i = 0; i < text.size(); i += 4)
        grouped += (i > 0 ? u" "_s : QString()) + text.mid(i, 4);
    return grouped;
}

OwnProfile profileOf(const StoredSession& session, const OlmMachine& machine)
{
    return {.user = session.user,
            .displayName = {},
            .device = session.device,
            .deviceName = session.deviceName,
            .serverName = session.serverName,
            .ed25519Fingerprint = inGroupsOfFour(base64Text(machine.ed25519()))};
}

Result<QList<RoomKeyId>> missingKeys(TimelineStore& timeline, const RoomStore& rooms)
{
    const auto sessions = timeline.missingSessions();
    if (!sessions)
        return std::unexpected(sessions.error());
    QList<RoomKeyId> keys;
    for (const auto& session : *sessions) {
        if (const auto* room = rooms.find(session.row))
            keys.append({room->summary.id, session.sessionId});
    }
    return keys;
}

QList<RoomId> newestEncryptedRooms(RoomStore& rooms)
{
    auto summaries = rooms.summaries().value_or(QList<RoomSummary>());
    summaries.removeIf([](const RoomSummary& room) { return !room.encrypted || room.membership == Membership::Invite; });
    std::sort(summaries.begin(), summaries.end(),
              [](const RoomSummary& a, const RoomSummary& b) { return a.lastActivity.ms > b.lastActivity.ms; });
    QList<RoomId> newest;
    for (const auto& room : std::as_const(summaries))
        newest.append(room.id);
    return newest;
}

} // namespace

SessionParts::SessionParts(const Environment& environment, const StoredSession& session,
                           std::unique_ptr<SqlCryptoStore> openedStore, std::unique_ptr<OlmMachine> openedMachine)
    : database(environment.database)
    , api(environment.http, session.baseUrl, &environment.tokens)
    , rooms(environment.database)
    , timeline(environment.database)
    , queue(environment.database)
    , accountData(environment.database)
    , cryptoStore(std::move(openedStore))
    , machine(std::move(openedMachine))
    , requests(api, *machine)
    , processor({.database = environment.database,
                 .machine = *machine,
                 .rooms = rooms,
                 .timeline = timeline,
                 .queue = queue,
                 .accountData = accountData,
                 .session = environment.session,
                 .clock = environment.clock,
                 .ownUser = session.user})
    , backlog(processor)
    , roomList(rooms)
    , timelines({.api = api,
                 .rooms = rooms,
                 .timeline = timeline,
                 .queue = queue,
                 .clock = environment.clock,
                 .ownUser = session.user,
                 .storeHistory = [this](const RoomId& room, qint64 chunk, const std::vector<std::string_view>& events,
                                        const QString& end) { return processor.applyHistory(room, chunk, events, end); }})
    , sending(
          {.api = api,
           .database = environment.database,
           .machine = *machine,
           .requests = requests,
           .queue = queue,
           .rooms = rooms,
           .storeMembers = [this](const RoomId& room,
                                  const std::vector<std::string_view>& events) { return processor.applyMembers(room, events); }},
          environment.clock)
    , invitations(api)
    , newChats(api, session.user)
    , profile(api, profileOf(session, *machine))
    , recovery({.api = api,
                .machine = *machine,
                .requests = requests,
                .store = *cryptoStore,
                .accountData = accountData,
                .clock = environment.clock,
                .newestRooms = [this] { return newestEncryptedRooms(rooms); },
                .missingKeys = [this] { return missingKeys(timeline, rooms); },
                .keysCame = [this] { return processor.takeMachineOutcome(); }})
    , keyRequests({.machine = *machine,
                   .clock = environment.clock,
                   .missingKeys = [this] { return missingKeys(timeline, rooms); },
                   .flush = [this] { requests.flush(); }})
    , renewal({.job = {.api = api,
                       .machine = *machine,
                       .requests = requests,
                       .store = *cryptoStore,
                       .clock = environment.clock,
                       .destroyContent = [this] { return timeline.removeDecrypted(); }},
               .recovery = recovery,
               .readableContent = [this] { return timeline.readableContent(); },
               .contentDestroyed = [this] { backlog.start(); }})
    , dehydrated({.api = api,
                  .machine = *machine,
                  .requests = requests,
                  .store = *cryptoStore,
                  .clock = environment.clock,
                  .keysCame = [this] { return processor.takeMachineOutcome(); }})
    , devices({.api = api, .machine = *machine, .clock = environment.clock, .ownName = session.deviceName})
    , newDevices({.machine = *machine, .store = *cryptoStore})
    , verifications({.machine = *machine,
                     .requests = requests,
                     .rooms = rooms,
                     .accountData = accountData,
                     .clock = environment.clock,
                     .send = [this](const VerificationRoomMessage& message) { sending.sendVerification(message); }})
    , people({.machine = *machine, .rooms = rooms, .flush = [this] { requests.flush(); }})
    , keyFiles({.machine = *machine, .keysCame = [this] { return processor.takeMachineOutcome(); }})
    , sync(api, processor, session.user, environment.clock)
{
}

Result<std::unique_ptr<SessionParts>> SessionParts::open(const Environment& environment, const StoredSession& session)
{
    auto store = std::make_unique<SqlCryptoStore>(environment.database);
    auto machine = OlmMachine::open(session.user, session.device, *store, environment.clock);
    if (!machine)
        return std::unexpected(machine.error());
    std::unique_ptr<SessionParts> parts(new SessionParts(environment, session, std::move(store), std::move(*machine)));
    if (const auto read = parts->rooms.load(); !read)
        return std::unexpected(read.error());
    if (const auto read = parts->processor.load(); !read)
        return std::unexpected(read.error());
    return parts;
}

} // namespace core
