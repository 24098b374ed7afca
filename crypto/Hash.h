#pragma once

// SHA-256 and what is built on it.
#include "crypto/Hkdf.h"
#include "crypto/Hmac.h"
#include "crypto/Sha256.h"
