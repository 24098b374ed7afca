#pragma once

#include "crypto/Result.h"

namespace crypto {

/// Known answers of every primitive, computed at start-up in release builds too: a library that computes wrongly must not
/// come near a key. Takes a few milliseconds. Errors: Internal.
Result<> selfTest();

} // namespace crypto
