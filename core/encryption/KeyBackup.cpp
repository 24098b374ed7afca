#include "core/encryption/KeyBackup.h"

#include "core/encryption/MachineContext.h"
#include "crypto/Base64.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr char backupAlgorithm[] = "m.megolm_backup.v1.curve25519-aes-sha2";

QByteArrayView view(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

template <typename Key>
crypto::Result<Key> keyAt(JsonValue object, std::string_view name)
{
    return Key::parse(view(object[name].utf8().value_or(std::string_view())));
}

QString unpadded(QByteArrayView bytes)
{
    return QString::fromLatin1(crypto::base64::encodeUnpadded(bytes));
}

// Written by hand: the session key must not pass through memory that is not wiped.
crypto::SecretBytes sessionData(const ExportedRoomKey& key)
{
    const QByteArray before = QByteArray(R"({"algorithm":"m.megolm.v1.aes-sha2","forwarding_curve25519_key_chain":[],)") +
                              R"("org.matrix.msc3061.shared_history":)" + (key.sharedHistory ? "true" : "false") +
                              R"(,"sender_claimed_keys":{"ed25519":")" + base64Text(key.claimedEd25519).toLatin1() +
                              R"("},"sender_key":")" + base64Text(key.senderKey).toLatin1() + R"(","session_key":")";
    constexpr std::string_view after = "\"}";
    crypto::SecretBytes bytes(static_cast<size_t>(before.size()) + key.sessionKey.size() + after.size());
    auto* place = std::copy(before.begin(), before.end(), bytes.data());
    place = std::copy_n(key.sessionKey.data(), key.sessionKey.size(), place);
    std::copy(after.begin(), after.end(), place);
    return bytes;
}

} // namespace

std::optional<BackupVersion> readBackupVersion(JsonValue answer)
{
    const auto version = answer["version"].string();
    const auto key = keyAt<crypto::Curve25519Key>(answer["auth_data"], "public_key");
    if (answer["algorithm"].utf8() != backupAlgorithm || !version || version->isEmpty() || version->size() > 255 || !key)
        return std::nullopt;
    return BackupVersion{.version = *version, .publicKey = *key, .keyCount = answer["count"].integer().value_or(0)};
}

QJsonObject backupAuthData(const crypto::Curve25519Key& publicKey)
{
    return {{u"public_key"_s, base64Text(publicKey)}};
}

Result<QJsonObject> encryptForBackup(const crypto::Curve25519Key& publicKey, const ExportedRoomKey& key)
{
    const auto entry = crypto::encryptForBackup(publicKey, sessionData(key));
    if (!entry)
        return cryptoFailure(entry.error());
    return QJsonObject{{u"first_message_index"_s, static_cast<qint64>(key.firstIndex)},
                       {u"forwarded_count"_s, 0},
                       {u"is_verified"_s, key.origin == KeyOrigin::Proven}, // S-48
                       {u"session_data"_s, QJsonObject{{u"ephemeral"_s, base64Text(entry->ephemeral)},
                                                       {u"ciphertext"_s, unpadded(entry->ciphertext)},
                                                       {u"mac"_s, unpadded(entry->mac)}}}};
}

Result<ExportedRoomKey> decryptFromBackup(const crypto::X25519KeyPair& backupKey, const RoomKeyId& id, JsonValue entry)
{
    const auto data = entry["session_data"];
    const auto ephemeral = keyAt<crypto::Curve25519Key>(data, "ephemeral");
    const auto ciphertext = crypto::base64::decode(view(data["ciphertext"].utf8().value_or(std::string_view())));
    const auto mac = crypto::base64::decode(view(data["mac"].utf8().value_or(std::string_view())));
    if (!ephemeral || !ciphertext || !mac)
        return fail(ErrorCode::Protocol, u"an entry of the backup is malformed"_s);
    const auto plain = crypto::decryptFromBackup(backupKey, {.ephemeral = *ephemeral, .ciphertext = *ciphertext, .mac = *mac});
    if (!plain)
        return cryptoFailure(plain.error());
    const auto document = JsonDocument::parse(plain->bytes());
    if (!document)
        return std::unexpected(document.error());
    const auto root = document->root();
    const auto senderKey = keyAt<crypto::Curve25519Key>(root, "sender_key");
    const auto ed25519 = keyAt<crypto::Ed25519Key>(root["sender_claimed_keys"], "ed25519");
    const auto sessionKey = root["session_key"].utf8();
    if (root["algorithm"].utf8() != megolmAlgorithm || !senderKey || !sessionKey)
        return fail(ErrorCode::Protocol, u"a key of the backup is malformed"_s);
    return ExportedRoomKey{.id = id,
                           .firstIndex = 0,
                           .senderKey = *senderKey,
                           .claimedEd25519 = ed25519.value_or(crypto::Ed25519Key()),
                           .origin = KeyOrigin::Unproven,
                           .sharedHistory = root["org.matrix.msc3061.shared_history"].boolean().value_or(false),
                           .sessionKey = crypto::SecretBytes::fromBytes(view(*sessionKey))};
}

} // namespace core
