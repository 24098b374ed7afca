#pragma once

#include "core/api/Api.h"
#include "core/base/Identifiers.h"

#include <QObject>

namespace core {

/// What the profile page shows of oneself.
struct OwnProfile {
    UserId user;
    QString displayName; ///< from the identity; read-only (ML-132303)
    DeviceId device;
    QString deviceName;
    QString serverName;
    QString ed25519Fingerprint; ///< of this device, in groups of four
    bool operator==(const OwnProfile&) const = default;
};

/// The own profile, from memory first, then from the server.
class ProfileService final : public QObject {
    Q_OBJECT
public:
    ProfileService(Api& api, OwnProfile initial, QObject* parent = nullptr);

public Q_SLOTS:
    /// Emits what is known, asks the server, emits again if that differs.
    void load();

Q_SIGNALS:
    void changed(const core::OwnProfile& profile);

private:
    Api& m_api;
    OwnProfile m_profile;
    QObject m_jobs; // last: requests die before what they use
};

} // namespace core
