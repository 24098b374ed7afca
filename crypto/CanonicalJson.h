#pragma once

#include "crypto/Result.h"

#include <QByteArray>
#include <QJsonObject>

namespace crypto {

/// Encodes `object` as Matrix canonical JSON: UTF-8, keys in the order of their code points, no white space, whole numbers only.
/// Errors: BadFormat for a float, a number outside ±(2^53−1), a lone surrogate, a key that
/// occurs twice, or more than 100 levels.
/// Spec: Matrix v1.11, Appendices, "Canonical JSON".
Result<QByteArray> canonicalJson(const QJsonObject& object);

} // namespace crypto
