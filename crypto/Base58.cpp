#include "crypto/Base58.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace crypto {

namespace {
constexpr std::string_view alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr size_t maximumBytes = 128;
constexpr qsizetype maximumCharacters = 180;
} // namespace

// Both ways: the number is a big-endian array of digits in the new base; each digit of the old base is multiplied in.
// Leading zeros carry no value; they stand for themselves.

SecretBytes encodeBase58(const SecretBytes& bytes)
{
    const auto in = bytes.view().first(std::min(bytes.size(), maximumBytes));
    const auto zeros = static_cast<size_t>(std::find_if(in.begin(), in.end(), [](auto byte) { return byte != 0; }) - in.begin());
    SecretBytes digits(in.size() * 138 / 100 + 1); // log(256) / log(58) < 1.38
    size_t used = 0;
    for (const unsigned char byte : in.subspan(zeros)) {
        unsigned carry = byte;
        size_t count = 0;
        for (size_t at = digits.size(); at-- > 0 && (carry != 0 || count < used); ++count) {
            carry += 256U * digits.data()[at];
            digits.data()[at] = static_cast<unsigned char>(carry % 58);
            carry /= 58;
        }
        used = count;
    }
    SecretBytes text(zeros + used);
    std::fill_n(text.data(), zeros, static_cast<unsigned char>(alphabet[0]));
    for (size_t i = 0; i < used; ++i)
        text.data()[zeros + i] = static_cast<unsigned char>(alphabet[digits.data()[digits.size() - used + i]]);
    return text;
}

Result<SecretBytes> decodeBase58(QByteArrayView text)
{
    if (text.size() > maximumCharacters)
        return std::unexpected(Error::BadLength);
    const auto zeros =
        static_cast<size_t>(std::find_if(text.begin(), text.end(), [](char c) { return c != alphabet[0]; }) - text.begin());
    SecretBytes bytes(static_cast<size_t>(text.size()));
    size_t used = 0;
    for (const char c : text.sliced(static_cast<qsizetype>(zeros))) {
        const size_t digit = alphabet.find(c);
        if (digit == std::string_view::npos)
            return std::unexpected(Error::BadFormat);
        auto carry = static_cast<unsigned>(digit);
        size_t count = 0;
        for (size_t at = bytes.size(); at-- > 0 && (carry != 0 || count < used); ++count) {
            carry += 58U * bytes.data()[at];
            bytes.data()[at] = static_cast<unsigned char>(carry % 256);
            carry /= 256;
        }
        used = count;
    }
    SecretBytes out(zeros + used);
    std::copy_n(bytes.data() + (bytes.size() - used), used, out.data() + zeros);
    return out;
}

} // namespace crypto
