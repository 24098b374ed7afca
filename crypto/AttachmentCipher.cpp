#include "crypto/AttachmentCipher.h"

#include "crypto/Random.h"

#include <QIODevice>

#include <algorithm>

namespace crypto {

namespace {

constexpr qint64 pieceSize = 1 << 20;

EncryptedFileInfo freshInfo()
{
    // S-65: the counter half of the block is zero, so that it cannot run over.
    EncryptedFileInfo info{.key = randomSecret(32)};
    const SecretBytes half = randomSecret(info.iv.size() / 2);
    std::copy_n(half.data(), half.size(), info.iv.begin());
    return info;
}

} // namespace

AttachmentEncryptor::AttachmentEncryptor()
    : m_info(freshInfo())
    , m_cipher(m_info.key, m_info.iv)
{
}

QByteArray AttachmentEncryptor::update(QByteArrayView plaintext)
{
    QByteArray ciphertext = m_cipher.process(plaintext);
    m_hash.update(ciphertext);
    return ciphertext;
}

EncryptedFileInfo AttachmentEncryptor::finish() &&
{
    const QByteArray digest = m_hash.finish();
    std::copy(digest.begin(), digest.end(), m_info.hash.begin());
    return std::move(m_info);
}

AttachmentDecryptor::AttachmentDecryptor(AesCtr cipher, QIODevice& ciphertext)
    : m_cipher(std::move(cipher))
    , m_device(&ciphertext)
{
}

Result<AttachmentDecryptor> AttachmentDecryptor::open(const EncryptedFileInfo& info, QIODevice& ciphertext, qint64 maximumSize)
{
    if (info.key.size() != 32)
        return std::unexpected(Error::BadLength);
    if (!ciphertext.isReadable() || ciphertext.isSequential() || !ciphertext.seek(0))
        return std::unexpected(Error::Internal);
    Sha256 hash;
    qint64 total = 0;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (;;) {
        const qint64 count = ciphertext.read(piece.data(), pieceSize);
        if (count < 0)
            return std::unexpected(Error::Internal);
        if (count == 0)
            break;
        total += count;
        if (total > maximumSize)
            return std::unexpected(Error::BadLength);
        hash.update(QByteArrayView(piece).first(count));
    }
    const QByteArray digest = hash.finish();
    if (!constantTimeEquals(digest, QByteArrayView(reinterpret_cast<const char*>(info.hash.data()), 32)))
        return std::unexpected(Error::BadMac);
    if (!ciphertext.seek(0))
        return std::unexpected(Error::Internal);
    return AttachmentDecryptor(AesCtr(info.key, info.iv), ciphertext);
}

Result<QByteArray> AttachmentDecryptor::read(qint64 maximum)
{
    QByteArray piece(std::max<qint64>(maximum, 0), Qt::Uninitialized);
    const qint64 count = m_device->read(piece.data(), piece.size());
    if (count < 0)
        return std::unexpected(Error::Internal);
    return m_cipher.process(QByteArrayView(piece).first(count));
}

} // namespace crypto
