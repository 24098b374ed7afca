#pragma once

#include "core/encryption/EncryptionTypes.h"
#include "core/encryption/MachineContext.h"

namespace core {

/// Who gets a room key and who is told that they do not (S-23, S-30, S-31).
struct ShareTargets {
    QList<DeviceRecord> eligible;
    QList<DeviceRecord> refused; ///< not signed by their owner, who has an identity; dehydrated ones in any case
};

/// All devices of `members` and of the own user, without this one.
/// Errors: IdentityChanged if the identity of a verified member has changed (S-26), unless it is for a verification: then the
/// devices of the new one count.
Result<ShareTargets> findShareTargets(MachineContext& context, const QList<UserId>& members, SendPurpose purpose);

} // namespace core
