#pragma once

#include "crypto/SecretBytes.h"

#include <QString>

#include <functional>

namespace app {

/// What a key store said about one operation.
enum class KeychainAnswer {
    Done,
    NotFound, ///< there is no such entry, or the store is locked and does not say so (S-98)
    Locked,   ///< the entry is there, and the person did not unlock the store for it
    Denied,
    Missing,  ///< there is no key store, or it does not work at all
    TimedOut, ///< a question to the person that nobody answered
};

/// The operating system's key store, one operation at a time. A seam for tests.
class KeychainBackend {
public:
    using Read = std::function<void(KeychainAnswer, crypto::SecretBytes)>; ///< the value is empty unless Done
    using Written = std::function<void(KeychainAnswer)>;

    KeychainBackend() = default;
    virtual ~KeychainBackend() = default;
    KeychainBackend(const KeychainBackend&) = delete;
    KeychainBackend& operator=(const KeychainBackend&) = delete;

    /// Each calls its callback once, from the event loop, unless the backend is destroyed first. Thread: UI.
    virtual void read(const QString& entry, Read done) = 0;
    virtual void write(const QString& entry, crypto::SecretBytes value, Written done) = 0;
    virtual void remove(const QString& entry, Written done) = 0;
};

} // namespace app
