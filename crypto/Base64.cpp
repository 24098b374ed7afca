#include "crypto/Base64.h"

#include <optional>

namespace crypto::base64 {

namespace {

// 0xff if a <= value <= b, else 0; no branch and no table depends on `value`.
unsigned inRange(unsigned value, unsigned a, unsigned b)
{
    return (((a - 1U - value) & (value - b - 1U)) >> 8) & 0xffU;
}

// The six bits of a character, or a value above 63.
unsigned sextet(unsigned char character, Alphabet alphabet)
{
    const unsigned c = character;
    const unsigned c62 = alphabet == Alphabet::Standard ? '+' : '-';
    const unsigned c63 = alphabet == Alphabet::Standard ? '/' : '_';
    const unsigned isUpper = inRange(c, 'A', 'Z');
    const unsigned isLower = inRange(c, 'a', 'z');
    const unsigned isDigit = inRange(c, '0', '9');
    const unsigned is62 = inRange(c, c62, c62);
    const unsigned is63 = inRange(c, c63, c63);
    const unsigned known = isUpper | isLower | isDigit | is62 | is63;
    return (isUpper & (c - 'A')) | (isLower & (c - 'a' + 26)) | (isDigit & (c - '0' + 52)) | (is62 & 62U) | (is63 & 63U) | (~known & 0x40U);
}

// Length without padding; empty if the padding is neither absent nor complete.
std::optional<qsizetype> unpaddedLength(QByteArrayView text)
{
    qsizetype length = text.size();
    while (length > 0 && text[length - 1] == '=')
        --length;
    const qsizetype padding = text.size() - length;
    if (padding != 0 && (padding > 2 || text.size() % 4 != 0))
        return std::nullopt;
    if (length % 4 == 1)
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

Result<QByteArray> decode(QByteArrayView text, Alphabet alphabet)
{
    const auto length = unpaddedLength(text);
    if (!length)
        return std::unexpected(Error::BadBase64);
    QByteArray bytes(*length * 3 / 4, Qt::Uninitialized);
    if (const auto done = decodeInto(text, *length, alphabet, [&](qsizetype at, unsigned char byte) { bytes.data()[at] = static_cast<char>(byte); }); !done)
        return std::unexpected(done.error());
    return bytes;
}

Result<SecretBytes> decodeSecret(QByteArrayView text, Alphabet alphabet)
{
    const auto length = unpaddedLength(text);
    if (!length)
        return std::unexpected(Error::BadBase64);
    SecretBytes bytes(static_cast<size_t>(*length * 3 / 4));
    if (const auto done = decodeInto(text, *length, alphabet, [&](qsizetype at, unsigned char byte) { bytes.data()[at] = byte; }); !done)
        return std::unexpected(done.error());
    return bytes;
}

QByteArray encode(QByteArrayView bytes, Alphabet alphabet)
{
    const auto options = (alphabet == Alphabet::Standard ? QByteArray::Base64Encoding : QByteArray::Base64UrlEncoding) | QByteArray::OmitTrailingEquals;
    return QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64(options);
}

QByteArray encodePadded(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64();
}

} // namespace crypto::base64
