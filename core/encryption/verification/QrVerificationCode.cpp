#include "core/encryption/verification/QrVerificationCode.h"

#include <QtEndian>

namespace core {

namespace {
constexpr QByteArrayView header("MATRIX\x02", 7);
constexpr qsizetype keySize = 32;
constexpr qsizetype leastSecret = 8;
constexpr qsizetype longestSecret = 255;
} // namespace

QByteArray QrVerificationCode::toBytes() const
{
    const QByteArray name = transaction.toUtf8();
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(name.size()), length.data());
    return header.toByteArray() + static_cast<char>(mode) + length + name + first.view().toByteArray() +
           second.view().toByteArray() + secret.bytes().toByteArray();
}

std::optional<QrVerificationCode> QrVerificationCode::parse(QByteArrayView bytes)
{
    constexpr qsizetype fixed = header.size() + 1 + 2;
    if (bytes.size() < fixed || !bytes.startsWith(header))
        return std::nullopt;
    const auto mode = static_cast<unsigned char>(bytes[header.size()]);
    const qsizetype length = qFromBigEndian<quint16>(bytes.data() + header.size() + 1);
    const qsizetype secretSize = bytes.size() - fixed - length - 2 * keySize;
    if (mode > static_cast<unsigned char>(Mode::NewOwn) || length == 0 || secretSize < leastSecret || secretSize > longestSecret)
        return std::nullopt;
    const QByteArrayView name = bytes.sliced(fixed, length);
    const QString transaction = QString::fromUtf8(name);
    if (transaction.toUtf8() != name) // every byte counts: also one that was cut off in the middle of a letter
        return std::nullopt;
    const auto first = crypto::Ed25519Key::fromBytes(bytes.sliced(fixed + length, keySize));
    const auto second = crypto::Ed25519Key::fromBytes(bytes.sliced(fixed + length + keySize, keySize));
    if (!first || !second)
        return std::nullopt;
    return QrVerificationCode{.mode = static_cast<Mode>(mode),
                              .transaction = transaction,
                              .first = *first,
                              .second = *second,
                              .secret = crypto::SecretBytes::fromBytes(bytes.last(secretSize))};
}

} // namespace core
