#include "crypto/Sas.h"

#include "crypto/Hkdf.h"
#include "crypto/Hmac.h"

#include <algorithm>

namespace crypto {

namespace {

quint64 bigEndian(const SasBytes& bytes)
{
    quint64 value = 0;
    for (const unsigned char byte : bytes)
        value = (value << 8) | byte;
    return value;
}

} // namespace

std::array<int, 7> sasEmoji(const SasBytes& bytes)
{
    // The first 42 of the 48 bits, six for each emoji.
    const quint64 value = bigEndian(bytes);
    std::array<int, 7> numbers{};
    for (size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = static_cast<int>((value >> (42 - 6 * i)) & 0x3fU);
    return numbers;
}

std::array<int, 3> sasDecimals(const SasBytes& bytes)
{
    // The first 39 bits, thirteen for each number.
    const quint64 value = bigEndian(bytes);
    const auto number = [value](int position) { return static_cast<int>((value >> position) & 0x1fffU) + 1000; };
    return {number(35), number(22), number(9)};
}

Sas::Sas(SecretBytes secret)
    : m_secret(std::move(secret))
{
}

Result<Sas> Sas::create(const X25519KeyPair& own, const Curve25519Key& theirs)
{
    auto secret = own.derive(theirs);
    if (!secret)
        return std::unexpected(secret.error());
    return Sas(std::move(*secret));
}

SasBytes Sas::bytes(QByteArrayView info) const
{
    SasBytes out{};
    const SecretBytes derived = hkdfSha256(m_secret, {}, info, out.size());
    std::copy_n(derived.data(), out.size(), out.begin());
    return out;
}

QByteArray Sas::mac(QByteArrayView message, QByteArrayView info) const
{
    return hmacSha256(hkdfSha256(m_secret, {}, info, 32), message);
}

} // namespace crypto
