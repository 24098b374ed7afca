#include "core/encryption/verification/Verifications.h"

#include "core/base/Log.h"
#include "core/encryption/DeviceKeys.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {
constexpr size_t keptAtMost = 10;
constexpr qsizetype refusedAtMost = 100;

// What the server shows of them now, be it pinned or not: that is what a comparison is about.
crypto::Ed25519Key newestMaster(const IdentityRecord& identity)
{
    return identity.offeredMaster.value_or(identity.master);
}
} // namespace

Verifications::Verifications(MachineContext& context, AccountKeys& account, Identities& identities, OwnIdentity& ownIdentity,
                             ToDeviceQueue& queue)
    : m_context(context)
    , m_account(account)
    , m_identities(identities)
    , m_ownIdentity(ownIdentity)
    , m_queue(queue)
    , m_signatures(context)
{
}

void Verifications::forget()
{
    m_uploading.reset();
    m_signatures.forget();
    for (auto& running : m_running)
        running.isSigned = false; // signed again if the store does not say that it was
}

QList<VerificationState> Verifications::states() const
{
    QList<VerificationState> states;
    for (const auto& running : m_running)
        states.append(running.flow.state());
    return states;
}

Verifications::Running* Verifications::find(const QString& transaction)
{
    const auto found = std::find_if(m_running.begin(), m_running.end(),
                                    [&](const Running& running) { return running.flow.transaction() == transaction; });
    return found == m_running.end() ? nullptr : &*found;
}

Verifications::Running* Verifications::findInRoom(const RoomId& room, const EventId& request)
{
    const auto found = std::find_if(m_running.begin(), m_running.end(), [&](const Running& running) {
        return !request.isEmpty() && running.flow.event() == request && running.flow.room() == room;
    });
    return found == m_running.end() ? nullptr : &*found;
}

Verifications::Running& Verifications::add(VerificationFlow flow)
{
    while (m_running.size() >= keptAtMost)
        m_running.pop_front();
    m_running.push_back({.flow = std::move(flow)});
    return m_running.back();
}

// -- What this device begins -----------------------------------------------------------------------------------------------

Result<QString> Verifications::ask(const QList<DeviceId>& devices)
{
    const auto identity = m_context.store.identity(m_context.user);
    if (!identity)
        return failureOf(identity);
    if (!*identity || (*identity)->offeredMaster)
        return fail(ErrorCode::Forbidden, u"there is no own identity to rely on"_s);
    const auto known = m_context.store.devices(m_context.user);
    if (!known)
        return failureOf(known);
    QList<DeviceId> asked;
    for (const auto& device : *known) {
        if (device.isPresent && !isDehydrated(device) && device.device != m_context.device &&
            (devices.isEmpty() || devices.contains(device.device)))
            asked.append(device.device);
    }
    if (asked.isEmpty())
        return fail(ErrorCode::NotFound, u"no such own device"_s);
    auto& running = add(VerificationFlow::ask(m_context.user, m_context.device, asked, randomId(), m_context.clock.now()));
    const QString transaction = running.flow.transaction();
    const auto settled = settle(running);
    return settled ? Result<QString>(transaction) : failureOf(settled);
}

// Nobody is verified unless the own identity is (S-27), and only its private keys can sign.
Result<bool> Verifications::mayVerifyPeople()
{
    const auto own = m_context.store.identity(m_context.user);
    if (!own)
        return failureOf(own);
    return statusOf(*own) == IdentityStatus::Verified && m_ownIdentity.secrets().has_value();
}

Result<QString> Verifications::askInRoom(const UserId& user, const RoomId& room)
{
    const auto may = mayVerifyPeople();
    const auto identity = may ? m_context.store.identity(user) : Result<std::optional<IdentityRecord>>(failureOf(may));
    if (!identity)
        return failureOf(identity);
    if (user == m_context.user || !*may)
        return fail(ErrorCode::Forbidden, u"there is no identity to rely on"_s);
    if (!*identity)
        return fail(ErrorCode::NotFound, u"the person has no identity"_s);
    for (auto& running : m_running) {
        if (running.flow.user() != user || running.flow.isOver())
            continue;
        const auto& parties = running.flow.parties();
        if (!parties || parties->other.master == newestMaster(**identity))
            return running.flow.transaction();
        running.flow.cancel(cancelCode::keyMismatch); // about keys that they have no more
        if (const auto ended = settle(running); !ended)
            return failureOf(ended);
    }
    const QString transaction = verificationTransactions + randomId();
    const auto settled =
        settle(add(VerificationFlow::askInRoom(user, room, m_context.device, transaction, m_context.clock.now())));
    return settled ? Result<QString>(transaction) : failureOf(settled);
}

Result<> Verifications::accept(Running& running)
{
    auto& flow = running.flow;
    const auto may = flow.room().isEmpty() ? Result<bool>(true) : mayVerifyPeople();
    if (!may)
        return failureOf(may);
    if (!*may)
        return fail(ErrorCode::Forbidden, u"the own identity is not verified here"_s);
    if (flow.needsParties() && !flow.device().isEmpty()) {
        if (const auto fixed = fix(running, flow.device()); !fixed)
            return fixed;
        if (flow.needsParties())
            return fail(ErrorCode::DevicesOutdated, u"the device is not known yet"_s);
    }
    flow.accept();
    return {};
}

Result<> Verifications::act(const QString& transaction, VerificationAction action)
{
    auto* running = find(transaction);
    if (!running)
        return fail(ErrorCode::NotFound, u"no such verification"_s);
    auto& flow = running->flow;
    switch (action) {
    case VerificationAction::Accept:
        if (const auto accepted = accept(*running); !accepted)
            return accepted;
        break;
    case VerificationAction::CompareEmoji:
        flow.startSas();
        break;
    case VerificationAction::Confirm:
        flow.confirm();
        break;
    case VerificationAction::Deny:
        flow.mismatch();
        break;
    case VerificationAction::Cancel:
        flow.cancel();
        break;
    }
    return settle(*running);
}

Result<> Verifications::scan(const QString& transaction, QByteArrayView code)
{
    auto* running = find(transaction);
    if (!running)
        return fail(ErrorCode::NotFound, u"no such verification"_s);
    running->flow.scan(code);
    return settle(*running);
}

// -- What comes in ---------------------------------------------------------------------------------------------------------

Result<> Verifications::receive(const UserId& sender, const QString& type, JsonValue json)
{
    const auto content = json.toQJsonObject();
    if (sender != m_context.user || !content)
        return {};
    if (type == "m.key.verification.request"_L1)
        return receiveRequest(*content);
    auto* running = find(content->value("transaction_id"_L1).toString());
    if (!running)
        return refuseUnknown(type, *content);
    if (!running->flow.room().isEmpty())
        return {}; // it runs in the room
    return receiveMessage(*running, type, *content);
}

Result<> Verifications::receiveMessage(Running& running, const QString& type, const QJsonObject& content)
{
    if (running.flow.needsParties()) {
        const auto device = DeviceId::parse(content.value("from_device"_L1).toString());
        if (device && running.flow.isOurs()) {
            if (const auto fixed = fix(running, *device); !fixed)
                return fixed;
        }
    }
    running.flow.receive(type, content);
    return settle(running);
}

Result<> Verifications::receiveRequest(const QJsonObject& content)
{
    auto flow = VerificationFlow::asked(m_context.user, m_context.device, content, m_context.clock.now());
    if (flow && flow->device() != m_context.device && !find(flow->transaction()))
        show(std::move(*flow));
    return {};
}

// One that waits for the person is enough: a newer one of the same device takes its place, others have no effect. What runs is
// not pushed out by requests of others.
void Verifications::show(VerificationFlow flow)
{
    const auto open = std::find_if(m_running.begin(), m_running.end(), [&](const Running& running) {
        return !running.flow.isOver() && running.flow.user() == flow.user();
    });
    if (open != m_running.end()) {
        const bool waits = open->flow.phase() == VerificationFlow::Phase::Requested && !open->flow.isOurs();
        if (!waits || open->flow.device() != flow.device())
            return;
        m_running.erase(open);
    }
    if (m_running.size() >= keptAtMost) {
        const auto over =
            std::find_if(m_running.begin(), m_running.end(), [](const Running& running) { return running.flow.isOver(); });
        if (over == m_running.end())
            return;
        m_running.erase(over);
    }
    add(std::move(flow));
}

Result<> Verifications::receiveInRoom(const VerificationRoomEvent& event)
{
    if (event.type == "m.room.message"_L1)
        return receiveRequestInRoom(event);
    auto* running = findInRoom(event.room, event.request);
    if (!running || running->flow.isOver() || running->seen.contains(event.event))
        return {};
    auto& flow = running->flow;
    if (event.sender == m_context.user) {
        running->seen.insert(event.event);
        flow.receiveOfOwnUser(event.type, event.content);
        return settle(*running);
    }
    const QString from = event.content.value("from_device"_L1).toString(event.device.toString());
    const bool claimsAnother = !event.device.isEmpty() && from != event.device.toString();
    // Which of their devices deals with it is settled once; who only says no may be any of them.
    const bool isSettled = !flow.device().isEmpty() && event.type != "m.key.verification.ready"_L1 &&
                           (event.type != "m.key.verification.cancel"_L1 || flow.phase() != VerificationFlow::Phase::Requested);
    const bool isOther = isSettled && !event.device.isEmpty() && event.device != flow.device();
    if (event.sender != flow.user() || claimsAnother || isOther)
        return {};
    running->seen.insert(event.event);
    return receiveMessage(*running, event.type, event.content);
}

Result<> Verifications::receiveRequestInRoom(const VerificationRoomEvent& event)
{
    if (event.sender == m_context.user) {
        // Our own request can be here before the answer to sending it, and the other side's answer right behind it.
        const auto* running = find(event.transactionId);
        return running && running->flow.room() == event.room ? sentInRoom(event.transactionId, event.event) : Result<>();
    }
    auto flow = VerificationFlow::askedInRoom(m_context.user, m_context.device, event, m_context.clock.now());
    if (flow && !findInRoom(event.room, event.event))
        show(std::move(*flow));
    return {};
}

Result<> Verifications::sentInRoom(const QString& transactionId, const EventId& event)
{
    m_inRoom.remove(transactionId);
    auto* running = find(transactionId);
    if (!running || !running->flow.isOurs())
        return {};
    running->flow.setEvent(event);
    return settle(*running);
}

Result<> Verifications::notSentInRoom(const QString& transactionId)
{
    auto* running = find(m_inRoom.take(transactionId));
    if (!running)
        return {};
    running->flow.cancel();
    return settle(*running);
}

Result<> Verifications::refuseUnknown(const QString& type, const QJsonObject& content)
{
    const QString transaction = content.value("transaction_id"_L1).toString();
    const auto from = DeviceId::parse(content.value("from_device"_L1).toString());
    const bool wantsAnswer = type == "m.key.verification.ready"_L1 || type == "m.key.verification.start"_L1;
    if (!wantsAnswer || !from || transaction.isEmpty() || m_refused.contains(transaction) || m_refused.size() >= refusedAtMost)
        return {};
    const auto device = m_context.store.device(m_context.user, *from);
    if (!device)
        return failureOf(device);
    if (!*device || !(*device)->isPresent)
        return {};
    m_refused.insert(transaction);
    const auto queued =
        m_queue.append(u"m.key.verification.cancel"_s, {{.user = m_context.user,
                                                         .device = *from,
                                                         .content = {{u"transaction_id"_s, transaction},
                                                                     {u"code"_s, cancelCode::unknownTransaction},
                                                                     {u"reason"_s, cancelCode::unknownTransaction}}}});
    return queued ? Result<>() : failureOf(queued);
}

// -- Keys and signatures ---------------------------------------------------------------------------------------------------

// From now on nothing that the server says about these keys counts for this verification (S-29, S-35). Of another person's
// devices only those count that are signed by the identity that is to be compared, the newest one (S-26, S-30).
Result<> Verifications::fix(Running& running, const DeviceId& id)
{
    const auto& user = running.flow.user();
    const bool isOwn = user == m_context.user;
    const auto device = m_context.store.device(user, id);
    if (!device)
        return failureOf(device);
    const auto own = m_context.store.identity(m_context.user);
    if (!own)
        return failureOf(own);
    const auto identity = m_context.store.identity(user);
    if (!identity)
        return failureOf(identity);
    if (!*device || !(*device)->isPresent || isDehydrated(**device) || !*own || (*own)->offeredMaster || !*identity)
        return {};
    if (!isOwn && !(*device)->signedByOwner)
        return {};
    const auto master = newestMaster(**identity);
    if (id.toString() == base64Text(master) || m_context.device.toString() == base64Text((*own)->master)) {
        qCWarning(logEncryption, "a device is named like a master key: refused");
        return {};
    }
    running.device = **device;
    running.flow.fix({.own = {.user = m_context.user,
                              .device = m_context.device,
                              .key = m_account.account().ed25519(),
                              .master = (*own)->master},
                      .other = {.user = user, .device = id, .key = (*device)->ed25519, .master = master},
                      .masterIsTrusted = m_ownIdentity.secrets().has_value()});
    return {};
}

void Verifications::sendInRoom(const VerificationFlow& flow, const VerificationMessage& message)
{
    const bool isRequest = message.type == "m.room.message"_L1;
    const QString transactionId = isRequest ? flow.transaction() : verificationTransactions + randomId();
    m_inRoom.insert(transactionId, flow.transaction());
    m_roomMessages.append({flow.room(), transactionId, message});
}

Result<> Verifications::settle(Running& running)
{
    auto& flow = running.flow;
    for (const auto& [message, devices] : flow.takeMessages()) {
        if (!flow.room().isEmpty()) {
            sendInRoom(flow, message);
            continue;
        }
        QList<ToDeviceQueue::Message> messages;
        for (const auto& device : devices)
            messages.append({m_context.user, device, message.content});
        if (const auto queued = m_queue.append(message.type, messages); !queued)
            return failureOf(queued);
    }
    if (flow.phase() != VerificationFlow::Phase::Signing)
        return {};
    const bool isDue = flow.room().isEmpty() ? flow.proof().device : flow.proof().master;
    if (!flow.parties()->masterIsTrusted || !isDue) { // the other device has what is needed for signing
        flow.signedAndSeen();
        return {};
    }
    if (!running.isSigned)
        return sign(running);
    const auto isShown = isShownSigned(running);
    if (!isShown)
        return failureOf(isShown);
    if (*isShown)
        flow.signedAndSeen();
    return {};
}

// What the server shows is what was compared, and signed.
Result<bool> Verifications::isShownSigned(const Running& running)
{
    const auto& flow = running.flow;
    if (flow.room().isEmpty()) {
        const auto device = m_context.store.device(m_context.user, flow.device());
        if (!device)
            return failureOf(device);
        return *device && (*device)->signedByOwner && (*device)->ed25519 == running.device->ed25519;
    }
    const auto identity = m_context.store.identity(flow.user());
    if (!identity)
        return failureOf(identity);
    return statusOf(*identity) == IdentityStatus::Verified && (*identity)->master == flow.parties()->other.master;
}

Result<QJsonObject> Verifications::signature(const Running& running) const
{
    if (running.flow.room().isEmpty())
        return m_ownIdentity.signDevice(QJsonDocument::fromJson(running.device->json).object());
    return m_ownIdentity.signUser(running.flow.user(), *running.flow.parties()->other.master);
}

Result<> Verifications::sign(Running& running)
{
    auto& flow = running.flow;
    running.isSigned = true;
    const auto keys = signature(running);
    if (!keys) { // the private keys went meanwhile
        flow.signatureRefused();
        return {};
    }
    const bool isOwn = flow.room().isEmpty();
    if (const auto pinned = isOwn ? Result<>() : m_identities.compared(flow.user(), *flow.parties()->other.master); !pinned)
        return pinned;
    const QString name = isOwn ? flow.device().toString() : base64Text(*flow.parties()->other.master);
    return m_signatures.add(flow.user(), name, *keys);
}

Result<> Verifications::goOn()
{
    for (auto& running : m_running) {
        running.flow.expire(m_context.clock.now());
        if (const auto settled = settle(running); !settled)
            return settled;
    }
    return {};
}

Result<std::optional<QJsonObject>> Verifications::signaturesDue()
{
    auto due = m_signatures.due();
    if (due)
        m_uploading = *due;
    return due;
}

Result<QStringList> Verifications::signaturesAnswered(JsonValue response)
{
    const auto sent = m_uploading.value_or(QJsonObject());
    const auto tookAll = m_signatures.answered(sent, response);
    if (!tookAll)
        return failureOf(tookAll);
    m_uploading.reset();
    if (*tookAll)
        return sent.keys();
    qCWarning(logEncryption, "the server refused the signature of a device or a person");
    for (auto& running : m_running) {
        if (running.isSigned)
            running.flow.signatureRefused();
    }
    return sent.keys();
}

} // namespace core
