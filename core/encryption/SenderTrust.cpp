#include "core/encryption/SenderTrust.h"

#include "core/encryption/Identities.h"

namespace core {

Result<SenderTrust> judgeSender(MachineContext& context, const InboundSessionRecord& session,
                                const crypto::Curve25519Key& ownCurve25519, const crypto::Ed25519Key& ownEd25519)
{
    using Colour = Shield::Colour;
    using Reason = Shield::Reason;
    using Verdict = SenderTrust::Verdict;
    if (session.origin == KeyOrigin::Unproven)
        return SenderTrust{Verdict::Show, {Colour::Grey, Reason::AuthenticityNotGuaranteed}, {}};
    if (session.owner == context.user && session.ownerCurve25519 == ownCurve25519 && session.ownerEd25519 == ownEd25519)
        return SenderTrust{Verdict::Show, {}, context.device};
    const auto device = context.store.deviceByKey(session.owner, session.ownerCurve25519);
    if (!device)
        return failureOf(device);
    const auto identity = context.store.identity(session.owner);
    if (!identity)
        return failureOf(identity);
    if (!*device || (*device)->ed25519 != session.ownerEd25519)
        return SenderTrust{Verdict::Refuse, {Colour::Red, Reason::UnknownDevice}, {}};
    const auto id = (*device)->device;
    if (!*identity) // nothing to sign with: the server could make up an identity just as well
        return SenderTrust{Verdict::Show, {Colour::Grey, Reason::UnsignedDevice}, id};
    if (!(*device)->signedByOwner)
        return SenderTrust{Verdict::Refuse, {Colour::Red, Reason::UnsignedDevice}, id};
    if (statusOf(*identity) == IdentityStatus::Violated)
        return SenderTrust{Verdict::Show, {Colour::Red, Reason::VerificationViolation}, id};
    return SenderTrust{Verdict::Show, {}, id};
}

} // namespace core
