#include "crypto/RecoveryKey.h"

#include "crypto/Base58.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace crypto {

namespace {

constexpr unsigned char prefix[] = {0x8b, 0x01};
constexpr size_t keySize = 32;
constexpr size_t totalSize = sizeof prefix + keySize + 1;
constexpr size_t groupSize = 4;
constexpr size_t maximumCharacters = 64;

unsigned char parity(std::span<const unsigned char> bytes)
{
    return std::accumulate(bytes.begin(), bytes.end(), static_cast<unsigned char>(0), std::bit_xor<>());
}

} // namespace

Result<SecretBytes> encodeRecoveryKey(const SecretBytes& key)
{
    if (key.size() != keySize)
        return std::unexpected(Error::BadLength);
    SecretBytes raw(totalSize);
    std::copy(std::begin(prefix), std::end(prefix), raw.data());
    std::copy_n(key.data(), keySize, raw.data() + sizeof prefix);
    raw.data()[totalSize - 1] = parity(raw.view().first(totalSize - 1));
    const SecretBytes digits = encodeBase58(raw);
    SecretBytes text(digits.size() + (digits.size() - 1) / groupSize);
    unsigned char* out = text.data();
    for (size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && i % groupSize == 0)
            *out++ = ' ';
        *out++ = digits.data()[i];
    }
    return text;
}

Result<SecretBytes> decodeRecoveryKey(QStringView text)
{
    SecretBytes digits(maximumCharacters);
    qsizetype count = 0;
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        if (c.unicode() > 0x7f)
            return std::unexpected(Error::BadFormat);
        if (count == static_cast<qsizetype>(maximumCharacters))
            return std::unexpected(Error::BadLength);
        digits.data()[count++] = static_cast<unsigned char>(c.unicode());
    }
    const auto raw = decodeBase58(digits.bytes().first(count));
    if (!raw)
        return std::unexpected(raw.error());
    if (raw->size() != totalSize)
        return std::unexpected(Error::BadLength);
    if (!std::equal(std::begin(prefix), std::end(prefix), raw->data()))
        return std::unexpected(Error::BadFormat);
    if (parity(raw->view()) != 0)
        return std::unexpected(Error::BadMac);
    return SecretBytes(raw->view().subspan(sizeof prefix, keySize));
}

} // namespace crypto
