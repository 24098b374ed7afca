#include "core/services/verification/VerificationService.h"

#include <algorithm>
#include <utility>

namespace core {

VerificationService::VerificationService(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void VerificationService::check()
{
    acceptLate();
    QList<ShownVerification> now;
    for (const auto& state : m_parts.machine.verifications())
        now.append({state, nameOf(state)});
    if (now == m_shown)
        return;
    const auto before = std::exchange(m_shown, now);
    for (const auto& verification : now) {
        const auto isDone = [&](const ShownVerification& other) {
            return other.state.transaction == verification.state.transaction &&
                   other.state.phase == VerificationState::Phase::Done;
        };
        if (isDone(verification) && std::none_of(before.begin(), before.end(), isDone))
            shareSecrets(verification.state);
    }
    Q_EMIT changed(now);
}

void VerificationService::shareSecrets(const VerificationState& verified)
{
    auto shared = m_parts.machine.allowSecretsFor(verified.device);
    if (shared && !m_parts.machine.crossSigningSecrets())
        shared = m_parts.machine.requestSecrets();
    if (!shared)
        Q_EMIT failed(shared.error());
    m_parts.requests.flush();
}

void VerificationService::acceptLate()
{
    const auto accepted = m_accepted;
    for (const auto& transaction : accepted) {
        const auto taken = m_parts.machine.actInVerification(transaction, VerificationAction::Accept);
        if (!taken && taken.error().code == ErrorCode::DevicesOutdated)
            continue;
        m_accepted.remove(transaction);
        m_parts.requests.flush();
    }
}

QString VerificationService::nameOf(const VerificationState& state) const
{
    const auto devices = m_parts.machine.devices(state.user);
    if (!devices)
        return {};
    for (const auto& device : *devices) {
        if (device.device == state.device)
            return device.displayName;
    }
    return {};
}

void VerificationService::load()
{
    check();
    Q_EMIT changed(m_shown);
}

void VerificationService::done(const Result<>& result)
{
    if (!result)
        Q_EMIT failed(result.error());
    check();
    m_parts.requests.flush();
}

void VerificationService::request(const QList<DeviceId>& devices)
{
    const auto asked = m_parts.machine.requestVerification(devices);
    done(asked ? Result<>() : std::unexpected(asked.error()));
}

void VerificationService::act(const QString& transaction, VerificationAction action)
{
    auto taken = m_parts.machine.actInVerification(transaction, action);
    if (!taken && taken.error().code == ErrorCode::DevicesOutdated) {
        m_accepted.insert(transaction);
        taken = m_parts.machine.askForOwnIdentity();
    } else {
        m_accepted.remove(transaction);
    }
    done(taken);
}

void VerificationService::scan(const QString& transaction, const QByteArray& code)
{
    done(m_parts.machine.scanInVerification(transaction, code));
}

} // namespace core
