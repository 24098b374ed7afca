#pragma once

#include "crypto/Ed25519.h"

#include <QJsonObject>

#include <functional>

namespace crypto {

/// Signs bytes with a key that stays where it is: the account's or a cross-signing key.
using Signer = std::function<Result<Ed25519Signature>(QByteArrayView message)>;

/// The bytes that a signature of `object` covers: canonical JSON without `signatures` and `unsigned` (S-75).
/// Errors: BadFormat. Spec: Matrix v1.11, Appendices, "Signing JSON".
Result<QByteArray> signedBytes(QJsonObject object);

/// `object` with `signature` entered under `signatures`.`user`.`keyId`.
QJsonObject withSignature(QJsonObject object, const QString& user, const QString& keyId, const Ed25519Signature& signature);

/// `object` signed by `signer`; signatures that are there already stay. Errors: BadFormat, those of `signer`.
Result<QJsonObject> signJson(const QJsonObject& object, const QString& user, const QString& keyId, const Signer& signer);

/// Checks the signature that `object` carries under `user` and `keyId` with `key`, which was chosen by value (S-29).
/// Errors: BadSignature also if it carries none; BadFormat, BadBase64, BadLength, BadKey.
Result<> verifyJson(const QJsonObject& object, const QString& user, const QString& keyId, const Ed25519Key& key);

} // namespace crypto
