#include "crypto/JsonSignature.h"

#include "crypto/CanonicalJson.h"

using namespace Qt::StringLiterals;

namespace crypto {

Result<QByteArray> signedBytes(QJsonObject object)
{
    object.remove("signatures"_L1);
    object.remove("unsigned"_L1);
    return canonicalJson(object);
}

QJsonObject withSignature(QJsonObject object, const QString& user, const QString& keyId, const Ed25519Signature& signature)
{
    auto signatures = object.value("signatures"_L1).toObject();
    auto ofUser = signatures.value(user).toObject();
    ofUser.insert(keyId, QString::fromLatin1(signature.toBase64()));
    signatures.insert(user, ofUser);
    object.insert("signatures"_L1, signatures);
    return object;
}

Result<QJsonObject> signJson(const QJsonObject& object, const QString& user, const QString& keyId, const Signer& signer)
{
    const auto bytes = signedBytes(object);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto signature = signer(*bytes);
    if (!signature)
        return std::unexpected(signature.error());
    return withSignature(object, user, keyId, *signature);
}

Result<> verifyJson(const QJsonObject& object, const QString& user, const QString& keyId, const Ed25519Key& key)
{
    const auto text = object.value("signatures"_L1).toObject().value(user).toObject().value(keyId);
    if (!text.isString())
        return std::unexpected(Error::BadSignature);
    const auto signature = Ed25519Signature::parse(text.toString().toUtf8());
    if (!signature)
        return std::unexpected(signature.error());
    const auto bytes = signedBytes(object);
    if (!bytes)
        return std::unexpected(bytes.error());
    return verify(key, *bytes, *signature);
}

} // namespace crypto
