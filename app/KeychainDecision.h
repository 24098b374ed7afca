#pragma once

#include "app/KeychainBackend.h"
#include "core/base/Result.h"

namespace app {

/// What happened to an entry that was written and read only to see whether the key store works.
struct KeychainProbe {
    KeychainAnswer written = KeychainAnswer::Missing;
    KeychainAnswer readBack = KeychainAnswer::Missing;
    bool sameValue = false; ///< what was read is what was written
    bool operator==(const KeychainProbe&) const = default;
};

/// Why a key store that answered `answer` to a read, a write or a removal did not do it. `NotFound` by itself says
/// nothing: a locked store answers like that too, so it counts as locked until a probe has shown otherwise (S-98).
constexpr core::ErrorCode errorOf(KeychainAnswer answer)
{
    switch (answer) {
    case KeychainAnswer::Denied:
        return core::ErrorCode::KeyStoreDenied;
    case KeychainAnswer::Missing:
        return core::ErrorCode::KeyStoreMissing;
    case KeychainAnswer::Done:
    case KeychainAnswer::NotFound:
    case KeychainAnswer::Locked:
    case KeychainAnswer::TimedOut:
        break;
    }
    return core::ErrorCode::KeyStoreLocked;
}

/// What it means that an entry was not found, after `probe`: KeyMissing if the store demonstrably works, otherwise why it does
/// not. Only KeyMissing allows a new key, and only where there is no database yet (S-99).
constexpr core::ErrorCode meaningOfNotFound(const KeychainProbe& probe)
{
    if (probe.written == KeychainAnswer::Denied)
        return core::ErrorCode::KeyStoreLocked; // a locked collection refuses new entries with this answer
    if (probe.written != KeychainAnswer::Done)
        return errorOf(probe.written);
    if (probe.readBack != KeychainAnswer::Done)
        return errorOf(probe.readBack);
    return probe.sameValue ? core::ErrorCode::KeyMissing : core::ErrorCode::KeyStoreMissing;
}

} // namespace app
