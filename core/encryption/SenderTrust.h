#pragma once

#include "core/encryption/MachineContext.h"

namespace core {

/// Whether what the owner of a session wrote may be shown, and with which shield (S-07, S-30).
struct SenderTrust {
    enum class Verdict { Show, Refuse };
    Verdict verdict = Verdict::Refuse;
    Shield shield;
    DeviceId device;
};

/// Judges by what is known now. `ownCurve25519` and `ownEd25519` are the keys of this device, which needs no signature.
Result<SenderTrust> judgeSender(MachineContext& context, const InboundSessionRecord& session,
                                const crypto::Curve25519Key& ownCurve25519, const crypto::Ed25519Key& ownEd25519);

} // namespace core
