#include "core/encryption/ShareTargets.h"

#include "core/encryption/DeviceKeys.h"
#include "core/encryption/Identities.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace core {

Result<ShareTargets> findShareTargets(MachineContext& context, const QList<UserId>& members, SendPurpose purpose)
{
    QSet<UserId> users(members.begin(), members.end());
    users.insert(context.user);
    ShareTargets targets;
    for (const auto& user : std::as_const(users)) {
        const bool isOwn = user == context.user;
        const auto identity = context.store.identity(user);
        if (!identity)
            return failureOf(identity);
        const bool isViolated = statusOf(*identity) == IdentityStatus::Violated;
        if (isViolated && !isOwn && purpose == SendPurpose::Message)
            return fail(ErrorCode::IdentityChanged, u"the identity of a verified member has changed"_s);
        const auto devices = context.store.devices(user);
        if (!devices)
            return failureOf(devices);
        for (const auto& device : *devices) {
            if (!device.isPresent || !device.supportsMegolm || (isOwn && device.device == context.device))
                continue;
            const bool isSigned = device.signedByOwner || (!*identity && !isDehydrated(device));
            (isSigned && !(isViolated && isOwn) ? targets.eligible : targets.refused).append(device);
        }
    }
    return targets;
}

} // namespace core
