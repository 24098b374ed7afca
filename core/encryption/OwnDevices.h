#pragma once

#include "core/encryption/MachineContext.h"

namespace core {

/// Whether `device` is another device of the own account that is there, signed by the pinned own identity, and able to answer,
/// which a dehydrated one is not. While another identity is offered no device is: its signatures may be those of the other one.
/// Errors: of the store.
Result<bool> isOwnSigned(const MachineContext& context, const DeviceRecord& device);
/// All of them. Errors: of the store.
Result<QList<DeviceRecord>> ownSignedDevices(const MachineContext& context);

} // namespace core
