#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"
#include "core/base/Timestamp.h"
#include "crypto/olm/Account.h"

#include <QJsonObject>

#include <functional>

namespace core {

// A device that receives room keys while nobody is logged in (S-55; gematik A_26574, A_26575). Its public keys stand at the
// server like those of any device; its private ones lie there too, sealed with a key that only secret storage holds. Spec:
// MSC3814. `device_data` is a format of our own: only own devices ever open it.

/// Long-term keys, as many one-time keys as can be kept, for nobody makes new ones, and a fallback key.
crypto::olm::Account createDehydratedAccount();

/// The public Curve25519 key is the device's id.
DeviceId dehydratedDeviceId(const crypto::olm::Account& account);

/// The body of the upload. `account` is fresh from createDehydratedAccount(); `pickleKey`: 32 bytes; `signAsOwner` adds the
/// signature of the self-signing key. Errors: Crypto, those of `signAsOwner`.
Result<QJsonObject> dehydratedDeviceUpload(const crypto::olm::Account& account, const UserId& user, Timestamp made,
                                           const crypto::SecretBytes& pickleKey,
                                           const std::function<Result<QJsonObject>(const QJsonObject&)>& signAsOwner);

struct OpenedDehydratedDevice {
    crypto::olm::Account account;
    Timestamp made;
};
/// Opens `device_data`, which the server can neither read nor change nor pass off as that of another device or user.
/// Errors: NotSupported if it is of another algorithm; Crypto.
Result<OpenedDehydratedDevice> openDehydratedDevice(const QJsonObject& deviceData, const UserId& user, const DeviceId& device,
                                                    const crypto::SecretBytes& pickleKey);

} // namespace core
