#include "core/encryption/Identities.h"

#include "crypto/JsonSignature.h"

namespace core {

Identities::Identities(MachineContext& context)
    : m_context(context)
{
}

IdentityStatus statusOf(const std::optional<IdentityRecord>& record)
{
    if (!record)
        return IdentityStatus::Unknown;
    if (record->offeredMaster)
        return record->isVerified ? IdentityStatus::Violated : IdentityStatus::Changed;
    return record->isVerified ? IdentityStatus::Verified : IdentityStatus::Pinned;
}

Result<IdentityStatus> Identities::status(const UserId& user)
{
    const auto record = m_context.store.identity(user);
    if (!record)
        return failureOf(record);
    const auto status = statusOf(*record);
    if (user == m_context.user || status != IdentityStatus::Verified)
        return status;
    // Nobody is verified unless the own identity is (S-27).
    const auto own = m_context.store.identity(m_context.user);
    if (!own)
        return failureOf(own);
    return statusOf(*own) == IdentityStatus::Verified ? status : IdentityStatus::Pinned;
}

Result<bool> Identities::isSignedByUs(const PublishedIdentity& identity)
{
    const auto own = m_context.store.identity(m_context.user);
    if (!own)
        return failureOf(own);
    if (statusOf(*own) != IdentityStatus::Verified || !(*own)->userSigning)
        return false;
    const auto& key = *(*own)->userSigning;
    return crypto::verifyJson(identity.masterObject, m_context.user.toString(), ed25519KeyId(base64Text(key)), key).has_value();
}

Result<std::optional<IdentityRecord>> Identities::receive(const UserId& user, const std::optional<PublishedIdentity>& published)
{
    auto known = m_context.store.identity(user);
    if (!known || !published)
        return known;
    const bool isOwn = user == m_context.user;
    auto record = known->value_or(
        IdentityRecord{.user = user, .master = published->master, .selfSigning = {}, .userSigning = {}, .offeredMaster = {}});
    const auto newest = record.offeredMaster.value_or(record.master);
    if (published->master != newest) {
        using Kind = EncryptionAlert::Kind;
        if (published->master != record.master)
            m_context.news.alerts.append({isOwn ? Kind::OwnIdentityChanged : Kind::IdentityChanged, user, {}});
    }
    record.offeredMaster = published->master == record.master ? std::nullopt : std::optional(published->master);
    record.selfSigning = published->selfSigning;
    if (published->userSigning)
        record.userSigning = published->userSigning;
    if (!isOwn && !record.offeredMaster && !record.isVerified) {
        const auto isSigned = isSignedByUs(*published);
        if (!isSigned)
            return failureOf(isSigned);
        record.isVerified = *isSigned;
    }
    if (*known == record)
        return known;
    ++m_context.trustGeneration;
    if (const auto saved = m_context.store.saveIdentity(record); !saved)
        return failureOf(saved);
    return record;
}

Result<> Identities::acknowledge(const UserId& user)
{
    const auto record = m_context.store.identity(user);
    if (!record)
        return failureOf(record);
    if (!*record || !(*record)->offeredMaster)
        return {};
    auto changed = **record;
    changed.master = *changed.offeredMaster;
    changed.offeredMaster.reset();
    changed.isVerified = false;
    ++m_context.trustGeneration;
    if (const auto saved = m_context.store.saveIdentity(changed); !saved)
        return saved;
    // Ask again: the signature of our user-signing key may be on the new identity already.
    return m_context.store.saveTrackedUser({user, true});
}

Result<> Identities::compared(const UserId& user, const crypto::Ed25519Key& master)
{
    const auto record = m_context.store.identity(user);
    if (!record)
        return failureOf(record);
    return *record && (*record)->offeredMaster == master ? acknowledge(user) : Result<>();
}

} // namespace core
