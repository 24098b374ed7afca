#pragma once

#include "core/api/endpoints/Common.h"
#include "core/base/Identifiers.h"
#include "core/base/Timestamp.h"

#include <QList>

#include <optional>

namespace core {

/// A device of the own account as the server lists it.
struct ListedDevice {
    DeviceId device;
    QString displayName; ///< as the server says it, not cleaned; empty if there is none
    Timestamp lastSeen;  ///< as the server says it, also in the future; unknown if it does not
    bool operator==(const ListedDevice&) const = default;
};

/// Done, or the body of a 401 that asks the person for a confirmation; see InteractiveAuth.
struct MaybeQuestion {
    std::optional<QByteArray> question; ///< none if done
    bool operator==(const MaybeQuestion&) const = default;
};

/// Spec: Matrix v1.11, Client-Server API, "Client devices".
namespace endpoints {

/// Each device once; entries without a valid id are left out.
Endpoint<QList<ListedDevice>> devices();
Endpoint<Empty> renameDevice(const DeviceId& device, const QString& displayName);
/// Signs the devices out. `auth`: the answer to a question of before; empty the first time. The same question must be answered
/// with the same devices in the same order.
Endpoint<MaybeQuestion> deleteDevices(const QList<DeviceId>& devices, const QJsonObject& auth);
/// Replaces the cross-signing keys of the account: OlmMachine::newIdentityUpload. `auth` as above.
Endpoint<MaybeQuestion> replaceSigningKeys(QJsonObject keys, const QJsonObject& auth);

} // namespace endpoints

} // namespace core
