#include "core/encryption/verification/Verifications.h"

#include "core/base/Log.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {
constexpr size_t keptAtMost = 10;
constexpr qsizetype refusedAtMost = 100;
} // namespace

Verifications::Verifications(MachineContext& context, AccountKeys& account, OwnIdentity& ownIdentity, ToDeviceQueue& queue)
    : m_context(context)
    , m_account(account)
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
        if (device.isPresent && device.device != m_context.device && (devices.isEmpty() || devices.contains(device.device)))
            asked.append(device.device);
    }
    if (asked.isEmpty())
        return fail(ErrorCode::NotFound, u"no such own device"_s);
    while (m_running.size() >= keptAtMost)
        m_running.pop_front();
    m_running.push_back(
        {.flow = VerificationFlow::ask(m_context.user, m_context.device, asked, randomId(), m_context.clock.now()),
         .device = {}});
    if (const auto settled = settle(m_running.back()); !settled)
        return failureOf(settled);
    return m_running.back().flow.transaction();
}

Result<> Verifications::act(const QString& transaction, VerificationAction action)
{
    auto* running = find(transaction);
    if (!running)
        return fail(ErrorCode::NotFound, u"no such verification"_s);
    auto& flow = running->flow;
    switch (action) {
    case VerificationAction::Accept:
        if (flow.needsParties() && !flow.device().isEmpty()) {
            if (const auto fixed = fix(*running, flow.device()); !fixed)
                return fixed;
            if (flow.needsParties())
                return fail(ErrorCode::DevicesOutdated, u"the device is not known yet"_s);
        }
        flow.accept();
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
    auto& flow = running->flow;
    if (flow.needsParties()) {
        const auto device = DeviceId::parse(content->value("from_device"_L1).toString());
        if (device && flow.state().isOurs) {
            if (const auto fixed = fix(*running, *device); !fixed)
                return fixed;
        }
    }
    flow.receive(type, *content);
    return settle(*running);
}

// One that waits for the person is enough: a newer one of the same device takes its place, others have no effect.
Result<> Verifications::receiveRequest(const QJsonObject& content)
{
    auto flow = VerificationFlow::asked(m_context.user, m_context.device, content, m_context.clock.now());
    if (!flow || flow->device() == m_context.device || find(flow->transaction()))
        return {};
    const auto isOpen = [](const Running& running) { return !running.flow.isOver(); };
    const auto open = std::find_if(m_running.begin(), m_running.end(), isOpen);
    if (open != m_running.end()) {
        const bool waits = open->flow.phase() == VerificationFlow::Phase::Requested && !open->flow.state().isOurs;
        if (!waits || open->flow.device() != flow->device())
            return {};
        m_running.erase(open);
    }
    while (m_running.size() >= keptAtMost)
        m_running.pop_front();
    m_running.push_back({.flow = std::move(*flow), .device = {}});
    return {};
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

// From now on nothing that the server says about these keys counts for this verification (S-29, S-35).
Result<> Verifications::fix(Running& running, const DeviceId& id)
{
    const auto device = m_context.store.device(m_context.user, id);
    if (!device)
        return failureOf(device);
    const auto identity = m_context.store.identity(m_context.user);
    if (!identity)
        return failureOf(identity);
    if (!*device || !(*device)->isPresent || !*identity || (*identity)->offeredMaster)
        return {};
    const auto& master = (*identity)->master;
    if (id.toString() == base64Text(master) || m_context.device.toString() == base64Text(master)) {
        qCWarning(logEncryption, "a device is named like a master key: refused");
        return {};
    }
    running.device = **device;
    running.flow.fix(
        {.own = {.user = m_context.user, .device = m_context.device, .key = m_account.account().ed25519(), .master = master},
         .other = {.user = m_context.user, .device = id, .key = (*device)->ed25519, .master = master},
         .masterIsTrusted = m_ownIdentity.secrets().has_value()});
    return {};
}

Result<> Verifications::settle(Running& running)
{
    for (const auto& [message, devices] : running.flow.takeMessages()) {
        QList<ToDeviceQueue::Message> messages;
        for (const auto& device : devices)
            messages.append({m_context.user, device, message.content});
        if (const auto queued = m_queue.append(message.type, messages); !queued)
            return failureOf(queued);
    }
    if (running.flow.phase() != VerificationFlow::Phase::Signing)
        return {};
    const bool canSign = running.flow.parties()->masterIsTrusted && running.flow.proof().device;
    if (!canSign) { // the other device has what is needed for signing
        running.flow.signedAndSeen();
        return {};
    }
    if (!running.isSigned)
        return sign(running);
    const auto device = m_context.store.device(m_context.user, running.flow.device());
    if (!device)
        return failureOf(device);
    if (*device && (*device)->signedByOwner && (*device)->ed25519 == running.device->ed25519)
        running.flow.signedAndSeen();
    return {};
}

Result<> Verifications::sign(Running& running)
{
    const auto keys = m_ownIdentity.signDevice(QJsonDocument::fromJson(running.device->json).object());
    if (!keys)
        return failureOf(keys);
    running.isSigned = true;
    return m_signatures.add(running.device->device, *keys);
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

Result<> Verifications::signaturesAnswered(JsonValue response)
{
    const auto tookAll = m_signatures.answered(m_uploading.value_or(QJsonObject()), response);
    if (!tookAll)
        return failureOf(tookAll);
    m_uploading.reset();
    if (*tookAll)
        return {};
    qCWarning(logEncryption, "the server refused the signature of a device");
    for (auto& running : m_running) {
        if (running.isSigned)
            running.flow.signatureRefused();
    }
    return {};
}

} // namespace core
