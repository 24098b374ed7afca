#pragma once

#include "core/encryption/DeviceKeys.h"
#include "core/encryption/MachineContext.h"

namespace core {

/// The pinned cross-signing identities of all users (S-26, S-27).
class Identities {
public:
    explicit Identities(MachineContext& context);

    /// Takes in what a keys/query answer says; raises an alert if a pinned master key would change. An answer without an
    /// identity changes nothing: what was seen once is never forgotten. Returns the record afterwards.
    Result<std::optional<IdentityRecord>> receive(const UserId& user, const std::optional<PublishedIdentity>& published);
    Result<IdentityStatus> status(const UserId& user);
    Result<> acknowledge(const UserId& user);
    /// Both sides have compared `master`: it is pinned if it is the one that is offered. Verified is what comes back signed.
    Result<> compared(const UserId& user, const crypto::Ed25519Key& master);

private:
    Result<bool> isSignedByUs(const PublishedIdentity& identity);
    MachineContext& m_context;
};

/// Without the store.
IdentityStatus statusOf(const std::optional<IdentityRecord>& record);

} // namespace core
