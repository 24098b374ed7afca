#pragma once

#include "core/base/Result.h"
#include "core/base/Tokens.h"

#include <QByteArray>

namespace core {

/// Tokens as one sealed value (S-94, S-111): AES-256-GCM over the moment of expiry, both lengths and both texts.
QByteArray sealTokens(const crypto::SecretBytes& key, const Tokens& tokens);
/// Errors: StorageDamaged if `sealed` was not made with `key`.
Result<Tokens> unsealTokens(const crypto::SecretBytes& key, QByteArrayView sealed);

} // namespace core
