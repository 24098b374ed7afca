#pragma once

#include "core/base/Result.h"
#include "crypto/SecretBytes.h"

#include <QByteArray>
#include <QJsonObject>

#include <atomic>

namespace core {

// A storage key that another program has made from a pass phrase. None is ever made here (S-41).
// Spec: Matrix v1.11, Client-Server API, "Deriving keys from passphrases".

/// How the key follows from the pass phrase: the server says it, within narrow limits.
struct PassphraseRules {
    QByteArray salt;       ///< 1 to 256 bytes
    qint64 iterations = 0; ///< 100,000 to 10,000,000
};

/// Whether a key description (`m.secret_storage.key.ID`) claims that there is a pass phrase.
bool takesPassphrase(const QJsonObject& description);
/// Errors: NotFound if there is none; Forbidden for rules that are weak, unknown or would take for ever (S-41).
Result<PassphraseRules> passphraseRules(const QJsonObject& description);
/// The storage key, to be compared with its description as any other. Takes seconds: for another thread.
/// `stop` may be set by any thread meanwhile. Errors: Cancelled if it was; Crypto for an empty pass phrase.
Result<crypto::SecretBytes> keyFromPassphrase(const PassphraseRules& rules, const crypto::SecretBytes& passphrase,
                                              const std::atomic_bool& stop);

} // namespace core
