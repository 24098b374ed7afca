#include "core/encryption/MachineContext.h"

#include "crypto/Random.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core {

std::unexpected<Error> cryptoFailure(crypto::Error error)
{
    return fail(ErrorCode::Crypto, u"primitive refused: "_s + QString::number(static_cast<int>(error)));
}

QString ed25519KeyId(QStringView name)
{
    return u"ed25519:"_s + name.toString();
}

QString base64Text(const crypto::Ed25519Key& key)
{
    return QString::fromLatin1(key.toBase64());
}

QString base64Text(const crypto::Curve25519Key& key)
{
    return QString::fromLatin1(key.toBase64());
}

QString randomId()
{
    return QString::fromLatin1(crypto::randomBytes(16).toHex());
}

QByteArray toCompactJson(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString textAt(JsonValue object, std::string_view key)
{
    return object[key].string().value_or(QString());
}

} // namespace core
