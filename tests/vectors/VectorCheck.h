#pragma once

#include "crypto/AesCtr.h"
#include "crypto/Base64.h"
#include "tests/vectors/Vectors.h"

#include <QJsonDocument>

namespace test {

/// Collects what was not as expected.
class Check {
public:
    void that(bool condition, const QString& what)
    {
        if (!condition && m_failure.isEmpty())
            m_failure = what;
    }
    [[nodiscard]] QString failure() const { return m_failure; }

private:
    QString m_failure;
};

inline QByteArray text(const QJsonValue& value)
{
    return value.toString().toUtf8();
}
inline QByteArray hex(const QJsonValue& value)
{
    return QByteArray::fromHex(text(value));
}
inline crypto::SecretBytes secretHex(const QJsonValue& value)
{
    return crypto::SecretBytes::fromBytes(hex(value));
}
inline crypto::SecretBytes secret(const QJsonValue& base64)
{
    return crypto::base64::decodeSecret(text(base64)).value_or(crypto::SecretBytes());
}
inline QJsonObject json(QByteArrayView bytes)
{
    return QJsonDocument::fromJson(bytes.toByteArray()).object();
}
template <typename T>
bool isBytes(const crypto::Result<T>& result, const QByteArray& expected)
{
    if constexpr (std::is_same_v<T, crypto::SecretBytes>)
        return result && result->bytes() == expected;
    else
        return result && *result == expected;
}
inline crypto::AesCtrIv iv(const QJsonValue& base64)
{
    return crypto::base64::decodeFixed<16>(text(base64)).value_or(crypto::AesCtrIv{});
}

// One function for each kind of vector; see the table in RunVector.cpp.
void base64Pairs(const Vector& vector, Check& check);
void canonical(const Vector& vector, Check& check);
void jsonSignature(const Vector& vector, Check& check);
void crossSigning(const Vector& vector, Check& check);
void hkdf(const Vector& vector, Check& check);
void pbkdf2(const Vector& vector, Check& check);
void aesCtr(const Vector& vector, Check& check);
void aesCbc(const Vector& vector, Check& check);
void smallOrderKey(const Vector& vector, Check& check);
void recoveryKey(const Vector& vector, Check& check);
void secretStorage(const Vector& vector, Check& check);
void keyBackup(const Vector& vector, Check& check);
void attachment(const Vector& vector, Check& check);
void keyExport(const Vector& vector, Check& check);
void sasShort(const Vector& vector, Check& check);
void sasCommitment(const Vector& vector, Check& check);
void sasExchange(const Vector& vector, Check& check);
void sasNames(const Vector& vector, Check& check);
void sasMacText(const Vector& vector, Check& check);
void qrCode(const Vector& vector, Check& check);
void qrGarbage(const Vector& vector, Check& check);
void trustChain(const Vector& vector, Check& check);
void megolmExportedSession(const Vector& vector, Check& check);
void megolmAdvance(const Vector& vector, Check& check);
void megolmSharedSession(const Vector& vector, Check& check);
void megolmRatchet(const Vector& vector, Check& check);
void olmConversation(const Vector& vector, Check& check);
void olmGarbage(const Vector& vector, Check& check);
void accountPickle(const Vector& vector, Check& check);
void backupKeyPickle(const Vector& vector, Check& check);

} // namespace test
