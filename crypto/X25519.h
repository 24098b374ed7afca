#pragma once

#include "crypto/Keys.h"

namespace crypto {

/// True if a Curve25519 public key leads to a shared secret that the other side cannot predict: not one of the points of
/// small order, and written in its canonical form (S-08). Spec: RFC 7748, section 6.1.
bool isUsable(const Curve25519Key& key);

} // namespace crypto
