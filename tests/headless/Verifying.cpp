#include "tests/headless/Verifying.h"

#include "core/encryption/verification/SasEmoji.h"

#include <QJsonArray>

#include <utility>

using namespace core;
using namespace Qt::StringLiterals;

namespace headless {

using Phase = VerificationState::Phase;
using Action = VerificationAction;

Verifying::Verifying(SessionParts& parts, EventLog& log, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_log(log)
{
    connect(&m_parts.verifications, &VerificationService::changed, this, &Verifying::look, Qt::QueuedConnection);
    connect(&m_parts.verifications, &VerificationService::failed, this, [this](const Error& error) {
        if (m_reply)
            end({}, error.detail);
    });
}

void Verifying::verify(const QJsonObject& arguments, const Reply& reply)
{
    if (m_reply)
        return reply({}, u"one verification at a time"_s);
    m_arguments = arguments;
    m_reply = reply;
    m_compared = {};
    m_hasActed = false;
    const UserId user = userOf(arguments);
    m_transaction = m_incoming.take(user);
    if (m_transaction.isEmpty())
        return ask(user);
    QList<ShownVerification> all;
    for (const auto& state : m_parts.machine->verifications())
        all.append({state, {}});
    look(all);
}

UserId Verifying::userOf(const QJsonObject& arguments) const
{
    return UserId::parse(arguments.value("user"_L1).toString()).value_or(m_parts.machine->user());
}

void Verifying::ask(const UserId& user)
{
    if (user == m_parts.machine->user()) {
        QList<DeviceId> devices;
        if (const auto device = DeviceId::parse(m_arguments.value("device"_L1).toString()))
            devices.append(*device);
        m_parts.verifications.request(devices);
    } else {
        m_parts.verifications.requestPerson(user);
    }
    for (const auto& state : m_parts.machine->verifications()) {
        if (state.isOurs && state.user == user && state.phase < Phase::Done)
            m_transaction = state.transaction;
    }
}

QString Verifying::accept(const QJsonObject& arguments)
{
    const QString incoming = m_incoming.value(userOf(arguments));
    if (!incoming.isEmpty())
        m_parts.verifications.act(incoming, Action::Accept);
    return incoming;
}

bool Verifying::answer(bool matches)
{
    if (!std::exchange(m_isAsked, false))
        return false;
    act(matches ? Action::Confirm : Action::Deny);
    return true;
}

void Verifying::act(Action action)
{
    m_parts.verifications.act(m_transaction, action);
}

void Verifying::look(const QList<ShownVerification>& verifications)
{
    for (const auto& shown : verifications) {
        print(shown.state);
        if (shown.state.transaction == m_transaction && m_reply)
            goOn(shown.state);
    }
}

void Verifying::print(const VerificationState& state)
{
    static const QStringList phases{u"Requested"_s, u"Ready"_s,   u"Preparing"_s, u"Comparing"_s, u"Scanned"_s,
                                    u"Waiting"_s,   u"Signing"_s, u"Done"_s,      u"Cancelled"_s, u"Refused"_s};
    const bool isNew = !m_phases.contains(state.transaction);
    if (!isNew && m_phases.value(state.transaction) == state.phase)
        return;
    if (isNew && !state.isOurs) {
        m_incoming.insert(state.user, state.transaction);
        m_log.print({{u"kind"_s, u"verification"_s},
                     {u"user"_s, state.user.toString()},
                     {u"transaction"_s, state.transaction},
                     {u"device"_s, state.device.toString()}});
    }
    m_phases.insert(state.transaction, state.phase);
    if (state.phase >= Phase::Done)
        m_incoming.removeIf([&](const auto& incoming) { return incoming.value() == state.transaction; });
    m_log.print({{u"kind"_s, u"verificationPhase"_s},
                 {u"user"_s, state.user.toString()},
                 {u"transaction"_s, state.transaction},
                 {u"phase"_s, phases.at(static_cast<int>(state.phase))}});
    if (state.transaction == m_transaction)
        m_hasActed = false;
}

void Verifying::goOn(const VerificationState& state)
{
    if (state.phase == Phase::Requested && !state.isOurs)
        return act(Action::Accept);
    if (std::exchange(m_hasActed, true))
        return;
    switch (state.phase) {
    case Phase::Ready:
        begin(state);
        break;
    case Phase::Comparing:
        compare(state);
        break;
    case Phase::Scanned:
        act(Action::Confirm);
        break;
    case Phase::Done:
        finish(state);
        break;
    case Phase::Cancelled:
        end({}, u"verification cancelled: "_s + state.cancelCode);
        break;
    case Phase::Refused:
        end({}, u"the server refused the signature"_s);
        break;
    case Phase::Requested:
    case Phase::Preparing:
    case Phase::Waiting:
    case Phase::Signing:
        break;
    }
}

void Verifying::begin(const VerificationState& state)
{
    const bool byCode = m_arguments.value("method"_L1).toString() == "qr"_L1;
    if (byCode && m_arguments.contains("scan"_L1))
        m_parts.verifications.scan(m_transaction, QByteArray::fromBase64(m_arguments.value("scan"_L1).toString().toLatin1()));
    else if (byCode)
        m_log.print({{u"kind"_s, u"qr"_s},
                     {u"user"_s, state.user.toString()},
                     {u"data"_s, QString::fromLatin1(state.qrCode.toBase64())}});
    else if (m_arguments.value("start"_L1).toBool(state.isOurs))
        act(Action::CompareEmoji);
}

void Verifying::finish(const VerificationState& state)
{
    const bool isOwn = state.user == m_parts.machine->user();
    QJsonObject result = m_compared;
    result.insert(u"done"_s, true);
    result.insert(u"user"_s, state.user.toString());
    result.insert(u"device"_s, state.device.toString());
    result.insert(u"verified"_s, isOwn || m_parts.machine->identityStatus(state.user) == IdentityStatus::Verified);
    end(result, {});
}

void Verifying::compare(const VerificationState& state)
{
    QJsonArray emoji, decimals;
    for (const int number : crypto::sasEmoji(*state.sas))
        emoji.append(sasEmojiSymbol(number).toString());
    for (const int number : crypto::sasDecimals(*state.sas))
        decimals.append(number);
    m_compared = {{u"emoji"_s, emoji}, {u"decimal"_s, decimals}};
    QJsonObject line = m_compared;
    line.insert(u"kind"_s, u"sas"_s);
    line.insert(u"user"_s, state.user.toString());
    m_log.print(line);
    const QString confirm = m_arguments.value("confirm"_L1).toString(u"yes"_s);
    if (confirm == "ask"_L1)
        m_isAsked = true;
    else
        act(confirm == "yes"_L1 ? Action::Confirm : Action::Deny);
}

void Verifying::end(const QJsonObject& result, const QString& error)
{
    m_transaction.clear();
    m_isAsked = false;
    std::exchange(m_reply, {})(result, error);
}

} // namespace headless
