#include "core/encryption/OwnDevices.h"

#include "core/encryption/DeviceKeys.h"

namespace core {

Result<bool> isOwnSigned(const MachineContext& context, const DeviceRecord& device)
{
    const auto identity = context.store.identity(context.user);
    if (!identity)
        return failureOf(identity);
    return *identity && !(*identity)->offeredMaster && device.user == context.user && device.device != context.device &&
           device.isPresent && device.signedByOwner && !isDehydrated(device);
}

Result<QList<DeviceRecord>> ownSignedDevices(const MachineContext& context)
{
    const auto devices = context.store.devices(context.user);
    if (!devices)
        return failureOf(devices);
    QList<DeviceRecord> owned;
    for (const auto& device : *devices) {
        const auto isSigned = isOwnSigned(context, device);
        if (!isSigned)
            return failureOf(isSigned);
        if (*isSigned)
            owned.append(device);
    }
    return owned;
}

} // namespace core
