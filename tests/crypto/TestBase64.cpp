#include "crypto/Base64.h"

#include <catch2/catch_test_macros.hpp>

using namespace crypto;

// https://www.rfc-editor.org/rfc/rfc4648#section-10
static const std::pair<QByteArray, QByteArray> rfc4648[] = {
    {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"},
};

TEST_CASE("base64 is written and read as RFC 4648 has it, with and without padding")
{
    for (const auto& [plain, padded] : rfc4648) {
        INFO(plain.toStdString());
        QByteArray unpadded = padded;
        unpadded.replace('=', "");
        CHECK(base64::encodePadded(plain) == padded);
        CHECK(base64::encodeUnpadded(plain) == unpadded);
        CHECK(base64::encodeSecret(SecretBytes::fromBytes(plain)).bytes() == unpadded);
        CHECK(base64::decode(padded).value() == plain);
        CHECK(base64::decode(unpadded).value() == plain);
        CHECK(base64::decodeSecret(unpadded).value().bytes() == plain);
    }
}

TEST_CASE("the two alphabets differ in two characters and do not mix")
{
    const QByteArray bytes("\xfb\xff\xbf", 3);
    CHECK(base64::encodeUnpadded(bytes) == "+/+/");
    CHECK(base64::encodeSecret(SecretBytes::fromBytes(bytes), base64::Alphabet::UrlSafe).bytes() == QByteArray("-_-_"));
    CHECK(base64::decode("-_-_", base64::Padding::Optional, base64::Alphabet::UrlSafe).value() == bytes);
    CHECK(!base64::decode("-_-_").has_value());
    CHECK(!base64::decode("+/+/", base64::Padding::Optional, base64::Alphabet::UrlSafe).has_value());
}

TEST_CASE("every byte value survives the secret variant, which agrees with the ordinary one")
{
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all.append(static_cast<char>(i));
    for (qsizetype cut = 0; cut < 3; ++cut) {
        const QByteArray bytes = all.mid(cut);
        const auto text = base64::encodeSecret(SecretBytes::fromBytes(bytes));
        CHECK(text.bytes() == base64::encodeUnpadded(bytes));
        CHECK(base64::decodeSecret(text.bytes()).value().bytes() == bytes);
    }
}

TEST_CASE("anything but the alphabet, complete padding and zero unused bits is refused")
{
    const QByteArray bad[] = {
        "Z",
        "Zm9vY",
        "Zg=",
        "Zg===",
        "Z===",
        "====",
        "=",
        "Zm9v====",
        "Zm8==",
        "Zg==Zg==", // lengths and padding
        "Zh",
        "Zm9",
        "Zh==",
        "Zm9=",
        "Zm 9v",
        "Zm9v\n",
        " Zm9v",
        "Zm9v ",
        "Z!9v",
        "Zm9v-_", // bits, strangers
        "Zm9\x80",
        "\xdam9v",
        "****",
        "!!!!",
        QByteArray("Zm9v\0", 5),
        QByteArray("\0\0\0\0", 4),
        "Zm@v",
        "Zm[v",
        "Zm`v",
        "Zm{v",
    };
    for (const auto& text : bad) {
        INFO(text.toHex().toStdString());
        CHECK(base64::decode(text).error() == Error::BadBase64);
        CHECK(base64::decodeSecret(text).error() == Error::BadBase64);
    }
}

TEST_CASE("every character outside the alphabet is refused at every place")
{
    static const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int c = 0; c < 256; ++c) {
        QByteArray text = "AAAAAAAA";
        text[2] = static_cast<char>(c);
        INFO(c);
        CHECK(base64::decode(text).has_value() == alphabet.contains(static_cast<char>(c)));
    }
}

TEST_CASE("a caller may ask for one kind of padding")
{
    CHECK(base64::decode("Zg==", base64::Padding::Required).has_value());
    CHECK(base64::decode("Zm9v", base64::Padding::Required).has_value());
    CHECK(!base64::decode("Zg", base64::Padding::Required).has_value());
    CHECK(base64::decode("Zg", base64::Padding::Forbidden).has_value());
    CHECK(!base64::decode("Zg==", base64::Padding::Forbidden).has_value());
}

TEST_CASE("a field of fixed size takes no other")
{
    CHECK(base64::decodeFixed<3>("Zm9v").value() == std::array<unsigned char, 3>{'f', 'o', 'o'});
    CHECK(base64::decodeFixed<4>("Zm9v").error() == Error::BadLength);
    CHECK(base64::decodeFixed<2>("Zm9v").error() == Error::BadLength);
}
