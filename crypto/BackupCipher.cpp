#include "crypto/BackupCipher.h"

#include "crypto/AesCbc.h"
#include "crypto/Hkdf.h"
#include "crypto/Hmac.h"

namespace crypto {

namespace {

constexpr qsizetype macSize = 8;

struct BackupKeys {
    SecretBytes cipher;
    SecretBytes iv;
    QByteArray mac; // of the empty string: the algorithm covers nothing else
};

BackupKeys derive(const SecretBytes& shared)
{
    const SecretBytes all = hkdfSha256(shared, {}, {}, 80);
    return {
        .cipher = SecretBytes(all.view().first(32)),
        .iv = SecretBytes(all.view().subspan(64, 16)),
        .mac = hmacSha256(SecretBytes(all.view().subspan(32, 32)), {}).first(macSize),
    };
}

} // namespace

Result<BackupEntry> encryptForBackup(const Curve25519Key& backupKey, const SecretBytes& plaintext)
{
    const auto ephemeral = X25519KeyPair::generate();
    const auto shared = ephemeral.derive(backupKey);
    if (!shared)
        return std::unexpected(shared.error());
    const BackupKeys keys = derive(*shared);
    return BackupEntry{
        .ephemeral = ephemeral.publicKey(),
        .ciphertext = aesCbcEncrypt(keys.cipher, keys.iv, plaintext.bytes()),
        .mac = keys.mac,
    };
}

Result<SecretBytes> decryptFromBackup(const X25519KeyPair& backupKey, const BackupEntry& entry)
{
    const auto shared = backupKey.derive(entry.ephemeral);
    if (!shared)
        return std::unexpected(shared.error());
    const BackupKeys keys = derive(*shared);
    if (!constantTimeEquals(keys.mac, entry.mac))
        return std::unexpected(Error::BadMac);
    return aesCbcDecrypt(keys.cipher, keys.iv, entry.ciphertext);
}

} // namespace crypto
