#pragma once

#include "core/base/Identifiers.h"
#include "core/base/Result.h"
#include "core/base/Timestamp.h"
#include "crypto/Keys.h"

namespace core {

class CryptoStore;

/// What this device knows of the account's dehydrated device (S-55). Kept in the crypto store, sealed; no private key is in it.
struct DehydratedDeviceRecord {
    /// The device that has read, after its login, what the dehydrated one had received: nothing is read twice.
    DeviceId readBy;
    DeviceId device; ///< the newest one that was made or seen; empty if none
    crypto::Curve25519Key curve25519;
    crypto::Ed25519Key ed25519;
    crypto::Ed25519Key selfSigning; ///< with which it is signed
    Timestamp made;                 ///< or seen, if another own device has made it
    bool isUploaded = false;
    bool operator==(const DehydratedDeviceRecord&) const = default;
};

/// A record without anything in it if there is none, or if it is damaged: then all is done anew. Errors: storage.
Result<DehydratedDeviceRecord> loadDehydratedDevice(CryptoStore& store);
Result<> saveDehydratedDevice(CryptoStore& store, const DehydratedDeviceRecord& record);

} // namespace core
