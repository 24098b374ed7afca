#include "core/session/Session.h"

#include "core/base/Log.h"
#include "core/session/SessionParts.h"

namespace core {

namespace {

// A sync response or a page of history is committed.
void wireChanges(SessionParts& parts)
{
    QObject::connect(&parts.processor, &SyncProcessor::changed, &parts.roomList, [&parts](const SyncChanges& changes) {
        QList<RoomId> rooms;
        for (const auto& room : changes.rooms)
            rooms.append(room.id);
        parts.roomList.refresh(rooms);
    });
    QObject::connect(&parts.processor, &SyncProcessor::changed, &parts.timelines,
                     [&parts](const SyncChanges& changes) { parts.timelines.apply(changes.rooms); });
    QObject::connect(&parts.processor, &SyncProcessor::changed, &parts.backlog, [&parts] { parts.backlog.start(); });
}

void wireEncryption(SessionParts& parts)
{
    QObject::connect(&parts.sync, &SyncLoop::stateChanged, &parts.requests, [&parts](const SyncState& state) {
        if (state.phase == SyncState::Phase::UpToDate) // after every response
            parts.requests.flush();
    });
    QObject::connect(&parts.requests, &CryptoRequestSender::answered, &parts.processor, [&parts] {
        if (const auto taken = parts.processor.takeMachineOutcome(); !taken)
            qCWarning(logSession, "late keys could not be stored: error %d", static_cast<int>(taken.error().code));
    });
}

// Queued: what is answered first takes its place in the store.
void wireRecovery(SessionParts& parts)
{
    QObject::connect(
        &parts.sync, &SyncLoop::stateChanged, &parts.recovery,
        [&parts](const SyncState& state) {
            if (state.phase != SyncState::Phase::UpToDate)
                return;
            parts.recovery.check();
            parts.keyRequests.check();
            parts.renewal.check();
            parts.dehydrated.check();
        },
        Qt::QueuedConnection);
    QObject::connect(&parts.recovery, &RecoveryService::changed, &parts.dehydrated, &DehydratedDeviceService::check,
                     Qt::QueuedConnection);
    QObject::connect(&parts.requests, &CryptoRequestSender::answered, &parts.recovery, &RecoveryService::check,
                     Qt::QueuedConnection);
}

// Own devices come, go and are signed with what syncs and answers bring.
void wireDevices(SessionParts& parts)
{
    QObject::connect(&parts.processor, &SyncProcessor::changed, &parts.devices, &DevicesService::check, Qt::QueuedConnection);
    QObject::connect(&parts.requests, &CryptoRequestSender::answered, &parts.devices, &DevicesService::check,
                     Qt::QueuedConnection);
    QObject::connect(&parts.processor, &SyncProcessor::changed, &parts.newDevices, &NewDevicesService::check,
                     Qt::QueuedConnection);
    QObject::connect(&parts.requests, &CryptoRequestSender::answered, &parts.newDevices, &NewDevicesService::check,
                     Qt::QueuedConnection);
}

// Queued for the same reason.
void wireVerifications(SessionParts& parts)
{
    QObject::connect(
        &parts.sync, &SyncLoop::stateChanged, &parts.verifications,
        [&parts](const SyncState& state) {
            if (state.phase == SyncState::Phase::UpToDate)
                parts.verifications.check();
        },
        Qt::QueuedConnection);
    QObject::connect(&parts.requests, &CryptoRequestSender::answered, &parts.verifications, &VerificationService::check,
                     Qt::QueuedConnection);
    QObject::connect(&parts.sending, &SendService::sent, &parts.verifications,
                     [&parts](const RoomId&, const QString& transactionId, const EventId& event) {
                         parts.verifications.messageSent(transactionId, event);
                     });
    QObject::connect(&parts.sending, &SendService::failed, &parts.verifications,
                     [&parts](const RoomId&, const QString& transactionId, const Error& error) {
                         parts.verifications.messageFailed(transactionId, error);
                     });
}

// Identities change with what syncs and answers bring, and with what the person confirms.
void wirePeople(SessionParts& parts)
{
    QObject::connect(&parts.processor, &SyncProcessor::changed, &parts.people, &ChatTrustService::check, Qt::QueuedConnection);
    QObject::connect(&parts.requests, &CryptoRequestSender::answered, &parts.people, &ChatTrustService::check,
                     Qt::QueuedConnection);
    QObject::connect(&parts.verifications, &VerificationService::changed, &parts.people, &ChatTrustService::check,
                     Qt::QueuedConnection);
    // … and what was held back because of them goes out.
    QObject::connect(&parts.processor, &SyncProcessor::changed, &parts.sending, &SendService::checkBlocked, Qt::QueuedConnection);
    QObject::connect(&parts.requests, &CryptoRequestSender::answered, &parts.sending, &SendService::checkBlocked,
                     Qt::QueuedConnection);
    QObject::connect(&parts.verifications, &VerificationService::changed, &parts.sending, &SendService::checkBlocked,
                     Qt::QueuedConnection);
}

void wireSending(SessionParts& parts)
{
    QObject::connect(&parts.sending, &SendService::queueChanged, &parts.roomList,
                     [&parts](const RoomId& room) { parts.roomList.refresh({room}); });
    QObject::connect(&parts.sending, &SendService::queueChanged, &parts.timelines, &TimelineService::refreshQueue);
    QObject::connect(&parts.sync, &SyncLoop::stateChanged, &parts.sending,
                     [&parts, wasOnline = true](const SyncState& state) mutable {
                         const bool isOnline = state.phase == SyncState::Phase::UpToDate;
                         if (!std::exchange(wasOnline, isOnline) && isOnline)
                             parts.sending.resume();
                     });
}

} // namespace

Session::Session(std::unique_ptr<SessionParts> parts)
    : m_parts(std::move(parts))
{
    wireChanges(*m_parts);
    wireEncryption(*m_parts);
    wireRecovery(*m_parts);
    wireDevices(*m_parts);
    wireVerifications(*m_parts);
    wirePeople(*m_parts);
    wireSending(*m_parts);
}

Session::~Session() = default;

RoomListService* Session::rooms() const
{
    return &m_parts->roomList;
}

TimelineService* Session::timelines() const
{
    return &m_parts->timelines;
}

SendService* Session::sending() const
{
    return &m_parts->sending;
}

InvitationService* Session::invitations() const
{
    return &m_parts->invitations;
}

NewChatService* Session::newChats() const
{
    return &m_parts->newChats;
}

ProfileService* Session::profile() const
{
    return &m_parts->profile;
}

RecoveryService* Session::recovery() const
{
    return &m_parts->recovery;
}

RenewalService* Session::renewal() const
{
    return &m_parts->renewal;
}

DevicesService* Session::devices() const
{
    return &m_parts->devices;
}

NewDevicesService* Session::newDevices() const
{
    return &m_parts->newDevices;
}

VerificationService* Session::verifications() const
{
    return &m_parts->verifications;
}

ChatTrustService* Session::people() const
{
    return &m_parts->people;
}

KeyFileService* Session::keyFiles() const
{
    return &m_parts->keyFiles;
}

SyncLoop* Session::sync() const
{
    return &m_parts->sync;
}

void Session::start()
{
    m_parts->sync.start();
    m_parts->sending.start();
    m_parts->backlog.start();
}

} // namespace core
