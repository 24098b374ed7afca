#pragma once

#include "crypto/EncryptedFileInfo.h"
#include "crypto/Sha256.h"

class QIODevice;

namespace crypto {

/// Encrypts one file with a fresh key (S-65): AES-256-CTR, upper half of the counter block random, lower half zero.
/// An object encrypts one file; a retry with changed content takes a new object. Thread: any, one at a time.
/// Spec: Matrix v1.11, Client-Server API, "Sending encrypted attachments".
class AttachmentEncryptor {
public:
    AttachmentEncryptor();
    /// The ciphertext of the next piece.
    QByteArray update(QByteArrayView plaintext);
    /// Ends the file: what the receivers need.
    EncryptedFileInfo finish() &&;

private:
    EncryptedFileInfo m_info;
    AesCtr m_cipher;
    Sha256 m_hash;
};

/// Gives out the plaintext of an attachment after the hash of the whole ciphertext has been checked, and never before (S-66).
/// Lifetime: the device must outlive the object and must not change under it. Thread: any, one at a time.
class AttachmentDecryptor {
public:
    /// Reads `ciphertext` (open, not sequential) once from the start to check its hash, in pieces of 1 MiB.
    /// Errors: BadMac if the hash differs, BadLength above `maximumSize` bytes (S-67), Internal if the device cannot be read.
    static Result<AttachmentDecryptor> open(const EncryptedFileInfo& info, QIODevice& ciphertext, qint64 maximumSize);

    /// At most `maximum` bytes of plaintext; empty at the end. Errors: Internal if the device cannot be read.
    Result<QByteArray> read(qint64 maximum);

private:
    AttachmentDecryptor(AesCtr cipher, QIODevice& ciphertext);
    AesCtr m_cipher;
    QIODevice* m_device;
};

} // namespace crypto
