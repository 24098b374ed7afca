#pragma once

#include "core/services/recovery/RefreshDehydratedDevice.h"

#include <QObject>
#include <QPointer>

#include <utility>

namespace core {

/// The device that receives room keys while nobody is logged in (S-55; product B8; gematik A_26574, A_26575): looked after once a
/// day, and at once when the keys of the account have come to this device or were renewed. Nobody sees anything of it but
/// messages that can be read. Without the recovery code on this device nothing is done; a server that does not have such
/// devices is asked again after a day.
///
/// Thread: core.
class DehydratedDeviceService final : public QObject {
    Q_OBJECT
public:
    using Parts = RefreshDehydratedDevice::Parts;
    explicit DehydratedDeviceService(const Parts& parts, QObject* parent = nullptr);

    /// Looks whether something is to be done, and begins it. To be called after each sync, and when the keys have changed.
    void check();

private:
    using Outcome = RefreshDehydratedDevice::Outcome;
    /// Of which keys something is known; others make it void.
    using Keys = std::pair<QByteArray, QString>;
    void ended(const Result<Outcome>& result);

    Parts m_parts;
    Keys m_tried;
    Timestamp m_notBefore; // of the next look
    QPointer<RefreshDehydratedDevice> m_job;
    QObject m_jobs; // last: the job dies before what it uses
};

} // namespace core
