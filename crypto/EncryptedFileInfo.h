#pragma once

#include "crypto/AesCtr.h"
#include "crypto/Result.h"

#include <QJsonObject>

namespace crypto {

/// How to decrypt an attachment: the cryptographic part of an `EncryptedFile` object, version v2 (S-65, S-66).
/// Spec: Matrix v1.11, Client-Server API, "Sending encrypted attachments".
struct EncryptedFileInfo {
    SecretBytes key;                      ///< AES-256
    AesCtrIv iv{};                        ///< the first counter block
    std::array<unsigned char, 32> hash{}; ///< SHA-256 of the ciphertext

    /// Reads the object; `url` is not looked at. Errors: BadFormat for another version, algorithm or a missing field,
    /// BadBase64, BadLength.
    static Result<EncryptedFileInfo> parse(const QJsonObject& file);
    /// The object without `url`, which is known after the upload only.
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] EncryptedFileInfo copy() const;
    bool operator==(const EncryptedFileInfo& other) const;
};

} // namespace crypto
