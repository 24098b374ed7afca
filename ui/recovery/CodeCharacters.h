#pragma once

#include "crypto/SecretBytes.h"

#include <QString>

namespace ui {

/// What a person typed, without white space, as UTF-8.
crypto::SecretBytes charactersOf(const QString& text);

/// The same of what was read elsewhere.
crypto::SecretBytes withoutSpaces(const crypto::SecretBytes& code);

} // namespace ui
