#include "crypto/Base64.h"

#include <optional>

namespace crypto::base64 {

namespace {

// 0xff if a <= value <= b, else 0; no branch and no table depends on `value`.
unsigned inRange(unsigned value, unsigned a, unsigned b)
{
    return (((a - 1U - value) & (value - b - 1U)) >> 8) & 0xffU;
}

// The characters of 62 and 63.
struct Last {
    unsigned c62;
    unsigned c63;
};

Last lastOf(Alphabet alphabet)
{
    if (alphabet == Alphabet::Standard)
        return {.c62 = u'+', .c63 = u'/'};
    return {.c62 = u'-', .c63 = u'_'};
}

// The six bits of a character, or a value above 63.
unsigned sextet(unsigned char character, Alphabet alphabet)
{
    const unsigned c = character;
    const auto [c62, c63] = lastOf(alphabet);
    const unsigned isUpper = inRange(c, 'A', 'Z');
    const unsigned isLower = inRange(c, 'a', 'z');
    const unsigned isDigit = inRange(c, '0', '9');
    const unsigned is62 = inRange(c, c62, c62);
    const unsigned is63 = inRange(c, c63, c63);
    const unsigned known = isUpper | isLower | isDigit | is62 | is63;
    return (isUpper & (c - 'A')) | (isLower & (c - 'a' + 26)) | (isDigit & (c - '0' + 52)) | (is62 & 62U) | (is63 & 63U) |
           (~known & 0x40U);
}

// The character of six bits; no branch and no table depends on `value`.
unsigned char character(unsigned value, Alphabet alphabet)
{
    const auto [c62, c63] = lastOf(alphabet);
    return static_cast<unsigned char>((inRange(value, 0, 25) & (value + 'A')) | (inRange(value, 26, 51) & (value + 'a' - 26)) |
                                      (inRange(value, 52, 61) & (value + '0' - 52)) | (inRange(value, 62, 62) & c62) |
                                      (inRange(value, 63, 63) & c63));
}

// Length without padding; empty if the padding is neither absent nor complete, or not what was asked for.
std::optional<qsizetype> unpaddedLength(QByteArrayView text, Padding policy)
{
    qsizetype length = text.size();
    while (length > 0 && text[length - 1] == '=')
        --length;
    const qsizetype padding = text.size() - length;
    if (padding != 0 && (padding > 2 || text.size() % 4 != 0))
        return std::nullopt;
    if (length % 4 == 1 || (policy == Padding::Forbidden && padding != 0) ||
        (policy == Padding::Required && text.size() % 4 != 0))
        return std::nullopt;
    return length;
}

template <typename Sink>
Result<> decodeInto(QByteArrayView text, qsizetype length, Alphabet alphabet, Sink sink)
{
    unsigned bits = 0;
    int count = 0;
    unsigned bad = 0;
    qsizetype at = 0;
    for (qsizetype i = 0; i < length; ++i) {
        const unsigned value = sextet(static_cast<unsigned char>(text[i]), alphabet);
        bad |= value & 0x40U;
        bits = (bits << 6) | (value & 0x3fU);
        count += 6;
        if (count >= 8) {
            count -= 8;
            sink(at++, static_cast<unsigned char>((bits >> count) & 0xffU));
        }
    }
    const unsigned unused = bits & ((1U << count) - 1U);
    if (bad != 0 || unused != 0)
        return std::unexpected(Error::BadBase64);
    return {};
}

} // namespace

Result<QByteArray> decode(QByteArrayView text, Padding padding, Alphabet alphabet)
{
    const auto length = unpaddedLength(text, padding);
    if (!length)
        return std::unexpected(Error::BadBase64);
    QByteArray bytes(*length * 3 / 4, Qt::Uninitialized);
    if (const auto done = decodeInto(text, *length, alphabet,
                                     [&](qsizetype at, unsigned char byte) { bytes.data()[at] = static_cast<char>(byte); });
        !done)
        return std::unexpected(done.error());
    return bytes;
}

Result<SecretBytes> decodeSecret(QByteArrayView text, Padding padding, Alphabet alphabet)
{
    const auto length = unpaddedLength(text, padding);
    if (!length)
        return std::unexpected(Error::BadBase64);
    SecretBytes bytes(static_cast<size_t>(*length * 3 / 4));
    if (const auto done = decodeInto(text, *length, alphabet, [&](qsizetype at, unsigned char byte) { bytes.data()[at] = byte; });
        !done)
        return std::unexpected(done.error());
    return bytes;
}

QByteArray encodeUnpadded(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64(QByteArray::OmitTrailingEquals);
}

QByteArray encodePadded(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64();
}

SecretBytes encodeSecret(const SecretBytes& bytes, Alphabet alphabet)
{
    SecretBytes text((bytes.size() * 4 + 2) / 3);
    unsigned char* out = text.data();
    unsigned bits = 0;
    int count = 0;
    for (const unsigned char byte : bytes.view()) {
        bits = (bits << 8) | byte;
        for (count += 8; count >= 6; count -= 6)
            *out++ = character((bits >> (count - 6)) & 0x3fU, alphabet);
    }
    if (count > 0)
        *out = character((bits << (6 - count)) & 0x3fU, alphabet);
    return text;
}

} // namespace crypto::base64
