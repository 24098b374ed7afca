#include "core/session/Preparation.h"

#include "core/api/CryptoRequestSender.h"
#include "core/base/Log.h"
#include "core/encryption/OlmMachine.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

namespace {
// Device keys and the question; signing keys; the signature; the own keys again, now signed.
constexpr int maximumRounds = 6;
} // namespace

Preparation::Preparation(OlmMachine& machine, CryptoRequestSender& requests, QObject* parent)
    : QObject(parent)
    , m_machine(machine)
    , m_requests(requests)
{
}

void Preparation::start()
{
    m_checksDevice = m_machine.isDevicePublished();
    if (const auto asked = m_machine.askForOwnIdentity(); !asked)
        return finish(asked);
    sendRequests();
}

void Preparation::sendRequests()
{
    if (++m_rounds > maximumRounds)
        return finish(fail(ErrorCode::Server, u"the own identity is not taken"_s));
    m_requests.flush(this, [this](const Result<>& sent) {
        if (!sent)
            return finish(sent);
        proceed();
    });
}

Result<bool> Preparation::isDeviceLost() const
{
    const auto devices = m_machine.devices(m_machine.user());
    if (!devices)
        return std::unexpected(devices.error());
    return std::none_of(devices->begin(), devices->end(),
                        [this](const DeviceRecord& device) { return device.device == m_machine.device(); });
}

void Preparation::proceed()
{
    if (std::exchange(m_checksDevice, false)) {
        const auto lost = isDeviceLost();
        if (!lost)
            return finish(std::unexpected(lost.error()));
        if (*lost) {
            const auto due = m_machine.publishDeviceAgain();
            return due ? sendRequests() : finish(due);
        }
    }
    const auto identity = m_machine.ownIdentity();
    if (!identity)
        return finish(std::unexpected(identity.error()));
    switch (*identity) {
    case OwnIdentityStatus::Missing:
        if (const auto made = m_machine.bootstrapCrossSigning(); !made)
            return finish(made);
        return sendRequests();
    case OwnIdentityStatus::Creating:
        if (m_requests.isConfirmationMissing())
            return finish({});
        return sendRequests();
    case OwnIdentityStatus::NotAsked:
        return finish(fail(ErrorCode::DevicesOutdated, u"the own keys are not known"_s));
    case OwnIdentityStatus::Unverified:
    case OwnIdentityStatus::Verified:
    case OwnIdentityStatus::Changed:
        return finish({});
    }
}

void Preparation::finish(const Result<>& result)
{
    if (!result)
        qCWarning(logSession, "the device could not be prepared: error %d", static_cast<int>(result.error().code));
    Q_EMIT finished(result);
    deleteLater();
}

} // namespace core
