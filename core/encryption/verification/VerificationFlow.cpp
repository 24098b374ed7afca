#include "core/encryption/verification/VerificationFlow.h"

#include "core/encryption/MachineContext.h"
#include "crypto/Base64.h"
#include "crypto/Random.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 longest = 10 * minute;
constexpr qint64 longestUnanswered = 2 * minute; // after it has come here
constexpr qint64 clocksMayDiffer = 5 * minute;
constexpr size_t secretSize = 16;

const QString sasMethod = u"m.sas.v1"_s;
const QString showMethod = u"m.qr_code.show.v1"_s;
const QString scanMethod = u"m.qr_code.scan.v1"_s;
const QString reciprocateMethod = u"m.reciprocate.v1"_s;

const QString requestInRoom = u"m.room.message"_s;
// Seen only by people whose program does not know verification.
const QString requestText =
    u"Vergleich der Schlüssel: Ihr Programm kennt das nicht. / Key verification: not known to your program."_s;

QJsonArray ownMethods()
{
    return {sasMethod, showMethod, scanMethod, reciprocateMethod};
}

QStringList methodsOf(const QJsonObject& content)
{
    QStringList methods;
    for (const auto& method : content.value("methods"_L1).toArray())
        methods.append(method.toString());
    return methods;
}

bool isUsable(const QStringList& methods)
{
    return methods.contains(sasMethod) ||
           (methods.contains(reciprocateMethod) && (methods.contains(showMethod) || methods.contains(scanMethod)));
}

} // namespace

VerificationFlow::VerificationFlow(const UserId& user, const DeviceId& ownDevice, const QString& transaction, Timestamp expires,
                                   bool isOurs)
    : m_user(user)
    , m_ownDevice(ownDevice)
    , m_transaction(transaction)
    , m_expires(expires)
    , m_isOurs(isOurs)
{
}

VerificationFlow VerificationFlow::ask(const UserId& user, const DeviceId& ownDevice, const QList<DeviceId>& devices,
                                       const QString& transaction, Timestamp now)
{
    VerificationFlow flow(user, ownDevice, transaction, {now.ms + longest}, true);
    flow.m_asked = devices;
    flow.send(u"request"_s, {{u"from_device"_s, ownDevice.toString()}, {u"methods"_s, ownMethods()}, {u"timestamp"_s, now.ms}});
    return flow;
}

std::optional<VerificationFlow> VerificationFlow::asked(const UserId& user, const DeviceId& ownDevice, const QJsonObject& request,
                                                        Timestamp now)
{
    const QString transaction = request.value("transaction_id"_L1).toString();
    const auto device = DeviceId::parse(request.value("from_device"_L1).toString());
    const auto sent = request.value("timestamp"_L1).toInteger(-1);
    const auto methods = methodsOf(request);
    if (transaction.isEmpty() || transaction.size() > 255 || !device || sent < now.ms - longest ||
        sent > now.ms + clocksMayDiffer || methods.isEmpty())
        return std::nullopt;
    VerificationFlow flow(user, ownDevice, transaction, {std::min(sent + longest, now.ms + longestUnanswered)}, false);
    flow.m_device = *device;
    flow.m_theirMethods = methods;
    return flow;
}

VerificationFlow VerificationFlow::askInRoom(const UserId& user, const RoomId& room, const DeviceId& ownDevice,
                                             const QString& transaction, Timestamp now)
{
    VerificationFlow flow(user, ownDevice, transaction, {now.ms + longest}, true);
    flow.m_room = room;
    const QJsonObject content{{u"msgtype"_s, u"m.key.verification.request"_s},
                              {u"body"_s, requestText},
                              {u"to"_s, user.toString()},
                              {u"from_device"_s, ownDevice.toString()},
                              {u"methods"_s, ownMethods()}};
    flow.m_messages.append(Message{.message = {requestInRoom, content}, .devices = {}});
    return flow;
}

std::optional<VerificationFlow> VerificationFlow::askedInRoom(const UserId& ownUser, const DeviceId& ownDevice,
                                                              const VerificationRoomEvent& request, Timestamp now)
{
    const auto device = DeviceId::parse(request.content.value("from_device"_L1).toString());
    const auto methods = methodsOf(request.content);
    const bool isForUs = request.sender != ownUser && request.content.value("to"_L1).toString() == ownUser.toString();
    const bool isNow = request.sent.ms >= now.ms - longest && request.sent.ms <= now.ms + clocksMayDiffer;
    if (!isForUs || !isNow || !device || (!request.device.isEmpty() && request.device != *device) || methods.isEmpty())
        return std::nullopt;
    VerificationFlow flow(request.sender, ownDevice, request.event.toString(),
                          {std::min(request.sent.ms + longest, now.ms + longestUnanswered)}, false);
    flow.m_room = request.room;
    flow.m_event = request.event;
    flow.m_device = *device;
    flow.m_theirMethods = methods;
    return flow;
}

void VerificationFlow::setEvent(const EventId& event)
{
    if (m_event.isEmpty())
        m_event = event;
}

VerificationState VerificationFlow::state() const
{
    VerificationState state{.transaction = m_transaction,
                            .user = m_user,
                            .room = m_room,
                            .device = m_device,
                            .phase = m_phase,
                            .isOurs = m_isOurs,
                            .sas = {},
                            .qrCode = {},
                            .codeTransaction = {},
                            .cancelCode = m_cancelCode,
                            .isCancelledByUs = m_cancelledByUs,
                            .expires = m_expires};
    if (m_phase == Phase::Comparing && m_sas)
        state.sas = m_sas->shown();
    if (m_phase == Phase::Ready) {
        if (const auto code = shownCode())
            state.qrCode = code->toBytes();
        state.codeTransaction = protocolId();
        state.canScan = m_theirMethods.contains(showMethod) && m_theirMethods.contains(reciprocateMethod);
        state.canCompare = m_theirMethods.contains(sasMethod);
    }
    return state;
}

// What both sides call it.
QString VerificationFlow::protocolId() const
{
    return m_room.isEmpty() ? m_transaction : m_event.toString();
}

QJsonObject VerificationFlow::addressing() const
{
    if (m_room.isEmpty())
        return {{u"transaction_id"_s, m_transaction}};
    return {{u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.reference"_s}, {u"event_id"_s, m_event.toString()}}}};
}

void VerificationFlow::send(const QString& type, const QJsonObject& content)
{
    m_messages.append({{u"m.key.verification."_s + type, content}, m_device.isEmpty() ? m_asked : QList{m_device}});
}

QList<VerificationFlow::Message> VerificationFlow::takeMessages()
{
    const auto address = addressing();
    QList<Message> due;
    for (auto& message : std::exchange(m_messages, {})) {
        const bool isRequest = message.message.type == requestInRoom;
        if (!isRequest && !m_room.isEmpty() && m_event.isEmpty()) { // there is nothing yet to refer to
            m_messages.append(message);
            continue;
        }
        for (auto it = address.begin(); it != address.end() && !isRequest; ++it)
            message.message.content.insert(it.key(), it.value());
        due.append(message);
    }
    return due;
}

void VerificationFlow::take(const SasExchange::Step& step)
{
    if (!step)
        return cancel(step.error().code);
    for (const auto& message : *step)
        send(message.type.sliced(19), message.content);
    if (m_phase == Phase::Preparing && m_sas->shown())
        m_phase = Phase::Comparing;
    if (const auto proof = m_sas->proof())
        sayDone(*proof);
}

void VerificationFlow::accept()
{
    if (m_phase != Phase::Requested || m_isOurs || !m_parties)
        return;
    if (!isUsable(m_theirMethods))
        return cancel(cancelCode::unknownMethod);
    m_phase = Phase::Ready;
    m_qrSecret = crypto::randomSecret(secretSize);
    m_expires.ms += longest - longestUnanswered;
    send(u"ready"_s, {{u"from_device"_s, m_ownDevice.toString()}, {u"methods"_s, ownMethods()}});
}

void VerificationFlow::startSas()
{
    if (m_phase != Phase::Ready || !m_theirMethods.contains(sasMethod))
        return;
    m_sas = SasExchange::begin(vouchedFor(), m_parties->other, protocolId(), addressing());
    m_phase = Phase::Preparing;
    send(u"start"_s, m_sas->first().content);
}

void VerificationFlow::scan(QByteArrayView bytes)
{
    if (m_phase != Phase::Ready || !m_theirMethods.contains(showMethod))
        return;
    const auto code = QrVerificationCode::parse(bytes);
    if (!code)
        return cancel(cancelCode::invalidMessage);
    m_scanProof = code->transaction == protocolId() ? proofOfScan(*code) : std::nullopt;
    if (!m_scanProof)
        return cancel(cancelCode::keyMismatch);
    m_phase = Phase::Waiting;
    const auto secret = crypto::base64::encodeUnpadded(code->secret.bytes());
    send(u"start"_s, {{u"from_device"_s, m_ownDevice.toString()},
                      {u"method"_s, reciprocateMethod},
                      {u"secret"_s, QString::fromLatin1(secret)}});
}

std::optional<VerificationProof> VerificationFlow::proofOfScan(const QrVerificationCode& code) const
{
    using Mode = QrVerificationCode::Mode;
    const auto& [own, other, masterIsTrusted] = *m_parties;
    const bool isOwnUser = own.user == other.user;
    if (!own.master || !other.master)
        return std::nullopt;
    const bool fits = [&] {
        switch (code.mode) {
        case Mode::OtherUser:
            return !isOwnUser && code.first == *other.master && code.second == *own.master;
        case Mode::TrustedOwn: // shown by a device that is trusted already
            return isOwnUser && code.first == *own.master && code.second == own.key;
        case Mode::NewOwn:
            return isOwnUser && masterIsTrusted && code.first == other.key && code.second == *own.master;
        }
        return false;
    }();
    if (!fits)
        return std::nullopt;
    return VerificationProof{.device = code.mode == Mode::NewOwn, .master = code.mode != Mode::NewOwn};
}

std::optional<QrVerificationCode> VerificationFlow::shownCode() const
{
    using Mode = QrVerificationCode::Mode;
    if (!m_parties || m_qrSecret.isEmpty() || !m_theirMethods.contains(scanMethod) || !m_theirMethods.contains(reciprocateMethod))
        return std::nullopt;
    const auto& [own, other, masterIsTrusted] = *m_parties;
    if (!own.master || !other.master)
        return std::nullopt;
    QrVerificationCode code{.mode = Mode::OtherUser, .transaction = protocolId(), .first = {}, .second = {}, .secret = {}};
    if (own.user == other.user)
        code.mode = masterIsTrusted ? Mode::TrustedOwn : Mode::NewOwn;
    code.first = code.mode == Mode::NewOwn ? own.key : *own.master;
    code.second = code.mode == Mode::TrustedOwn ? other.key : *other.master;
    code.secret = m_qrSecret.copy();
    return code;
}

void VerificationFlow::confirm()
{
    if (m_phase == Phase::Comparing) {
        m_phase = Phase::Waiting;
        take(m_sas->confirm());
    } else if (m_phase == Phase::Scanned) {
        m_phase = Phase::Waiting;
        sayDone(*m_scanProof);
    }
}

void VerificationFlow::mismatch()
{
    if (m_phase == Phase::Comparing)
        cancel(cancelCode::mismatchedSas);
    else if (m_phase == Phase::Scanned)
        cancel(cancelCode::keyMismatch);
}

void VerificationFlow::cancel(const QString& code)
{
    if (isOver() || m_phase == Phase::Signing)
        return;
    m_phase = Phase::Cancelled;
    m_cancelCode = code;
    m_cancelledByUs = true;
    send(u"cancel"_s, {{u"code"_s, code}, {u"reason"_s, code}});
}

void VerificationFlow::expire(Timestamp now)
{
    if (now.ms < m_expires.ms)
        return;
    signatureRefused(); // or never shown: nothing counts as verified, and other verifications are possible again
    cancel(cancelCode::timeout);
}

void VerificationFlow::receive(const QString& type, const QJsonObject& content)
{
    if (isOver())
        return;
    const QStringView what = QStringView(type).sliced(19); // behind m.key.verification.
    if (what == "cancel"_L1) {
        if (m_phase == Phase::Signing)
            return; // both have said yes
        m_phase = Phase::Cancelled;
        m_cancelCode = content.value("code"_L1).toString().left(100);
        return;
    }
    if (what == "ready"_L1)
        return receiveReady(content);
    if (what == "start"_L1)
        return receiveStart(content);
    if (what == "done"_L1)
        return receiveDone();
    if (!m_sas || (m_phase != Phase::Preparing && m_phase != Phase::Comparing && m_phase != Phase::Waiting))
        return cancel(cancelCode::unexpectedMessage);
    take(m_sas->receive(type, content));
}

void VerificationFlow::receiveOfOwnUser(const QString& type, const QJsonObject& content)
{
    if (isOver() || m_isOurs || m_phase == Phase::Signing)
        return;
    const bool isHere = content.value("from_device"_L1).toString() == m_ownDevice.toString();
    if (type == "m.key.verification.ready"_L1 && isHere)
        m_readyArrived = true;
    else if (type == "m.key.verification.ready"_L1 && !m_readyArrived)
        stepAside(cancelCode::accepted);
    else if (type == "m.key.verification.cancel"_L1 && m_phase == Phase::Requested)
        stepAside(content.value("code"_L1).toString().left(100));
}

// Without a word to the other side: it deals with another device.
void VerificationFlow::stepAside(const QString& code)
{
    m_phase = Phase::Cancelled;
    m_cancelCode = code;
    m_messages.clear();
}

void VerificationFlow::receiveReady(const QJsonObject& content)
{
    const QString device = content.value("from_device"_L1).toString();
    if (!m_room.isEmpty() && m_isOurs && !m_device.isEmpty() && device != m_device.toString())
        return; // another device of theirs was too late
    if (m_phase != Phase::Requested || !m_isOurs)
        return cancel(cancelCode::unexpectedMessage);
    if (!takeReadyDevice(content))
        return cancel(cancelCode::invalidMessage);
    m_theirMethods = methodsOf(content);
    if (!m_parties || !isUsable(m_theirMethods))
        return cancel(m_parties ? cancelCode::unknownMethod : cancelCode::keyMismatch);
    m_qrSecret = crypto::randomSecret(secretSize);
    m_phase = Phase::Ready;
}

bool VerificationFlow::takeReadyDevice(const QJsonObject& content)
{
    const auto device = DeviceId::parse(content.value("from_device"_L1).toString());
    if (!device || (m_room.isEmpty() && !m_asked.contains(*device)))
        return false;
    auto others = m_asked;
    others.removeAll(*device);
    if (!others.isEmpty()) { // in a room they see it for themselves
        m_asked = others;
        send(u"cancel"_s, {{u"code"_s, cancelCode::accepted}, {u"reason"_s, cancelCode::accepted}});
    }
    m_asked = {*device};
    m_device = *device;
    return true;
}

void VerificationFlow::receiveStart(const QJsonObject& content)
{
    const bool canStart = m_phase == Phase::Ready || (m_phase == Phase::Preparing && !m_startReceived);
    if (!canStart || m_device.toString() != content.value("from_device"_L1).toString())
        return cancel(cancelCode::unexpectedMessage);
    const QString method = content.value("method"_L1).toString();
    if (method == reciprocateMethod && m_phase == Phase::Ready)
        return receiveReciprocate(content);
    if (method != sasMethod)
        return cancel(cancelCode::unknownMethod);
    m_startReceived = true;
    if (m_phase == Phase::Preparing && isOurStartFirst())
        return; // the other side drops its own
    auto exchange = SasExchange::answer(vouchedFor(), m_parties->other, protocolId(), content);
    if (!exchange)
        return cancel(exchange.error().code);
    m_sas = std::move(*exchange);
    m_phase = Phase::Preparing;
    send(u"accept"_s, m_sas->first().content);
}

// A master key that is only what the server says is not vouched for.
VerificationParty VerificationFlow::vouchedFor() const
{
    auto own = m_parties->own;
    if (!m_parties->masterIsTrusted)
        own.master.reset();
    return own;
}

// If both have begun, the smaller user id counts, between devices of one user the smaller device id.
bool VerificationFlow::isOurStartFirst() const
{
    const auto& [own, other, trusted] = *m_parties;
    return own.user == other.user ? own.device < other.device : own.user < other.user;
}

void VerificationFlow::receiveReciprocate(const QJsonObject& content)
{
    const auto code = shownCode();
    const auto secret = crypto::base64::decodeSecret(content.value("secret"_L1).toString().toUtf8());
    if (!code || !secret || !secret->equals(code->secret))
        return cancel(cancelCode::keyMismatch);
    const bool provesDevice = code->mode == QrVerificationCode::Mode::TrustedOwn;
    m_scanProof = VerificationProof{.device = provesDevice, .master = !provesDevice};
    m_phase = Phase::Scanned;
}

void VerificationFlow::receiveDone()
{
    const bool wasScanned = m_scanProof && m_phase == Phase::Waiting;
    if (!wasScanned && !m_doneSent)
        return cancel(cancelCode::unexpectedMessage);
    m_doneReceived = true;
    if (!m_doneSent)
        return sayDone(*m_scanProof);
    finishIfDone();
}

void VerificationFlow::sayDone(const VerificationProof& proof)
{
    if (std::exchange(m_doneSent, true))
        return;
    m_proof = proof;
    m_phase = Phase::Waiting;
    send(u"done"_s);
    finishIfDone();
}

void VerificationFlow::finishIfDone()
{
    if (m_doneSent && m_doneReceived)
        m_phase = Phase::Signing;
}

void VerificationFlow::signedAndSeen()
{
    if (m_phase == Phase::Signing)
        m_phase = Phase::Done;
}

void VerificationFlow::signatureRefused()
{
    if (m_phase == Phase::Signing)
        m_phase = Phase::Refused;
}

} // namespace core
