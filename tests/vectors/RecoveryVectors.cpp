#include "crypto/AttachmentCipher.h"
#include "crypto/BackupCipher.h"
#include "crypto/JsonSignature.h"
#include "crypto/KeyExportFile.h"
#include "crypto/Pbkdf2.h"
#include "crypto/RecoveryKey.h"
#include "crypto/SecretCipher.h"
#include "tests/vectors/VectorCheck.h"

#include <QBuffer>
#include <QJsonArray>

#include <algorithm>

using namespace crypto;
using namespace Qt::StringLiterals;

namespace test {

namespace {

Result<SecretBytes> stretched(const QJsonObject& description, const QJsonValue& phrase)
{
    const auto parameters = description["passphrase"_L1];
    return pbkdf2Sha512(SecretBytes::fromBytes(text(phrase)), text(parameters["salt"_L1]),
                        parameters["iterations"_L1].toInteger(), 32);
}

Result<QByteArray> decryptedAttachment(const QJsonObject& file, QByteArray ciphertext)
{
    const auto info = EncryptedFileInfo::parse(file);
    if (!info)
        return std::unexpected(info.error());
    QBuffer device(&ciphertext);
    device.open(QIODevice::ReadOnly);
    auto decryptor = AttachmentDecryptor::open(*info, device, 1000);
    if (!decryptor)
        return std::unexpected(decryptor.error());
    return decryptor->read(1000);
}

} // namespace

void recoveryKey(const Vector& v, Check& check)
{
    if (const auto cases = v.input["cases"_L1].toObject(); !cases.isEmpty()) {
        for (auto it = cases.begin(); it != cases.end(); ++it)
            check.that(!decodeRecoveryKey(it.key()).has_value(), it.value().toString());
    } else if (v.input.contains("key_hex"_L1)) {
        check.that(isBytes(encodeRecoveryKey(secretHex(v.input["key_hex"_L1])), text(v.expected["recovery_key"_L1])),
                   u"encode"_s);
    } else {
        check.that(isBytes(decodeRecoveryKey(v.input["recovery_key"_L1].toString()), hex(v.expected["key_hex"_L1])), u"decode"_s);
    }
}

void secretStorage(const Vector& v, Check& check)
{
    if (const auto encrypted = v.input["encrypted"_L1].toObject(); !encrypted.isEmpty()) {
        const SealedSecret sealed{
            .iv = iv(encrypted["iv"_L1]),
            .ciphertext = base64::decode(text(encrypted["ciphertext"_L1])).value_or(QByteArray()),
            .mac = base64::decode(text(encrypted["mac"_L1])).value_or(QByteArray()),
        };
        const auto key = secretHex(v.input["key_hex"_L1]);
        const QByteArray name = text(v.input["secret_name"_L1]);
        check.that(isBytes(openSecret(key, name, sealed), text(v.expected["secret"_L1])), u"secret"_s);
        check.that(!openSecret(secretHex(v.input["wrong_key_hex"_L1]), name, sealed), u"wrong key"_s);
        check.that(!openSecret(key, text(v.input["wrong_secret_name"_L1]), sealed), u"wrong name"_s);
        return;
    }
    const auto description = v.input["key_description"_L1].toObject();
    const auto accepted = [&](const Result<SecretBytes>& key) {
        const auto mac = key ? secretKeyCheck(*key, iv(description["iv"_L1])) : std::unexpected(key.error());
        return mac && isBytes(base64::decode(text(description["mac"_L1])), *mac);
    };
    const QByteArray expected = hex(v.expected["key_hex"_L1]);
    if (v.input.contains("passphrase"_L1)) {
        const auto key = stretched(description, v.input["passphrase"_L1]);
        check.that(isBytes(key, expected) && accepted(key), u"pass phrase"_s);
    }
    if (v.input.contains("wrong_passphrase"_L1))
        check.that(!accepted(stretched(description, v.input["wrong_passphrase"_L1])), u"wrong pass phrase"_s);
    if (v.input.contains("recovery_key"_L1)) {
        const auto key = decodeRecoveryKey(v.input["recovery_key"_L1].toString());
        check.that(isBytes(key, expected) && accepted(key), u"recovery key"_s);
    }
}

void keyBackup(const Vector& v, Check& check)
{
    const auto pair =
        X25519KeyPair::fromPrivateKey(v.input.contains("private_key_hex"_L1) ? secretHex(v.input["private_key_hex"_L1])
                                                                             : secret(v.input["decryption_key_base64"_L1]));
    if (!pair)
        return check.that(false, u"private key"_s);
    if (const auto backup = v.input["backup"_L1].toObject(); !backup.isEmpty()) {
        const auto data = backup["auth_data"_L1].toObject();
        const auto device = Ed25519Key::parse(text(v.input["device_ed25519"_L1])).value_or(Ed25519Key{});
        check.that(verifyJson(data, u"@alice:localhost"_s, u"ed25519:test_device"_s, device).has_value(), u"signature"_s);
        check.that(pair->publicKey().toBase64() == text(data["public_key"_L1]), u"public key"_s);
        const auto wrong = X25519KeyPair::fromPrivateKey(secret(v.input["wrong_decryption_key_base64"_L1]));
        check.that(wrong && wrong->publicKey().toBase64() != text(data["public_key"_L1]), u"wrong key"_s);
        return;
    }
    auto data = v.input["session_data"_L1].toObject();
    if (data.isEmpty())
        data = v.input["key_backup_data"_L1]["session_data"_L1].toObject();
    const BackupEntry entry{
        .ephemeral = Curve25519Key::parse(text(data["ephemeral"_L1])).value_or(Curve25519Key{}),
        .ciphertext = base64::decode(text(data["ciphertext"_L1])).value_or(QByteArray()),
        .mac = base64::decode(text(data["mac"_L1])).value_or(QByteArray()),
    };
    const auto plaintext = decryptFromBackup(*pair, entry);
    const auto expected = v.expected["plaintext"_L1];
    check.that(expected.isString() ? isBytes(plaintext, text(expected))
                                   : plaintext && json(plaintext->bytes()) == expected.toObject(),
               u"plaintext"_s);
}

void attachment(const Vector& v, Check& check)
{
    const auto ciphertextOf = [](const QJsonValue& value) {
        return base64::decode(text(value["ciphertext_base64"_L1])).value_or("x");
    };
    for (const auto& entry : v.input["cases"_L1].toArray())
        check.that(!decryptedAttachment(entry["file"_L1].toObject(), ciphertextOf(entry)).has_value(), u"refused"_s);
    if (v.input.contains("cases"_L1))
        return;
    const QByteArray expected = v.expected.contains("plaintext"_L1)
                                    ? text(v.expected["plaintext"_L1])
                                    : base64::decode(text(v.expected["plaintext_base64"_L1])).value_or("x");
    const auto file = v.input["file"_L1].toObject();
    check.that(isBytes(decryptedAttachment(file, ciphertextOf(v.input)), expected), u"plaintext"_s);
    if (v.input.contains("wrong_ciphertext_utf8"_L1))
        check.that(!decryptedAttachment(file, text(v.input["wrong_ciphertext_utf8"_L1])).has_value(), u"wrong ciphertext"_s);
}

void keyExport(const Vector& v, Check& check)
{
    const KeyExportLimits any{.minimumRounds = 1};
    if (const auto cases = v.input["cases"_L1].toObject(); !cases.isEmpty()) {
        for (auto it = cases.begin(); it != cases.end(); ++it)
            check.that(!openKeyExport(it.key().toUtf8(), SecretBytes::fromBytes("password"), any).has_value(),
                       it.value().toString());
        return;
    }
    const auto content = openKeyExport(text(v.input["file"_L1]), SecretBytes::fromBytes(text(v.input["passphrase"_L1])), any);
    if (v.expected.contains("plaintext"_L1))
        check.that(isBytes(content, text(v.expected["plaintext"_L1])), u"plaintext"_s);
    else
        check.that(content &&
                       QJsonDocument::fromJson(content->bytes().toByteArray()).array() == v.expected["sessions"_L1].toArray(),
                   u"sessions"_s);
    check.that(!openKeyExport(text(v.input["file"_L1]), SecretBytes::fromBytes("another"), any).has_value(),
               u"wrong pass phrase"_s);
}

} // namespace test
