#include "crypto/Ed25519.h"

#include <catch2/catch_test_macros.hpp>

using namespace crypto;

static Ed25519Key key(const char* hex)
{
    return Ed25519Key::fromBytes(QByteArray::fromHex(hex)).value();
}

TEST_CASE("signatures are those of RFC 8032")
{
    // https://www.rfc-editor.org/rfc/rfc8032#section-7.1, tests 2 and 3
    struct Row {
        const char* seed;
        const char* publicKey;
        const char* message;
        const char* signature;
    };
    const Row rows[] = {
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
         "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291"
         "612bb0c00"},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
         "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027bec"
         "eea1ec40a"},
    };
    for (const auto& row : rows) {
        const auto pair = Ed25519KeyPair::fromSeed(SecretBytes::fromHex(row.seed).value()).value();
        const auto message = QByteArray::fromHex(row.message);
        CHECK(pair.publicKey() == key(row.publicKey));
        const auto signature = pair.sign(message).value();
        CHECK(signature.view().toByteArray().toHex() == row.signature);
        CHECK(verify(pair.publicKey(), message, signature).has_value());
        CHECK(verify(pair.publicKey(), message + "x", signature).error() == Error::BadSignature);
    }
}

TEST_CASE("a signature with one wrong bit is refused wherever the bit is")
{
    const auto pair = Ed25519KeyPair::generate();
    const auto good = pair.sign("message").value();
    for (size_t i = 0; i < good.bytes.size(); ++i) {
        auto bad = good;
        bad.bytes[i] ^= 1;
        CHECK(verify(pair.publicKey(), "message", bad).error() == Error::BadSignature);
    }
}

TEST_CASE("the second spelling of a valid signature, S plus the order of the group, is refused")
{
    const auto pair = Ed25519KeyPair::generate();
    auto signature = pair.sign("message").value();
    CHECK(isCanonical(signature));
    const QByteArray order = QByteArray::fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    unsigned carry = 0;
    for (size_t i = 0; i < 32; ++i) {
        carry += signature.bytes[32 + i] + static_cast<unsigned char>(order[static_cast<qsizetype>(i)]);
        signature.bytes[32 + i] = static_cast<unsigned char>(carry & 0xffU);
        carry >>= 8;
    }
    CHECK(!isCanonical(signature));
    CHECK(verify(pair.publicKey(), "message", signature).error() == Error::BadSignature);
}

TEST_CASE("keys of small order and keys that are no canonical point are refused")
{
    // https://www.rfc-editor.org/rfc/rfc8032#section-5.1.3; the eight points of small order and their other spellings
    const char* const bad[] = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
        "0100000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    };
    for (const char* hex : bad) {
        INFO(hex);
        CHECK(!isUsable(key(hex)));
        CHECK(verify(key(hex), "message", Ed25519Signature{}).error() == Error::BadKey);
    }
    CHECK(isUsable(Ed25519KeyPair::generate().publicKey()));
}

TEST_CASE("a seed has 32 bytes and two generated keys differ")
{
    CHECK(Ed25519KeyPair::fromSeed(SecretBytes(31)).error() == Error::BadLength);
    CHECK(Ed25519KeyPair::generate().publicKey() != Ed25519KeyPair::generate().publicKey());
}

TEST_CASE("a key in text is strict base64 of exactly 32 bytes")
{
    const auto publicKey = Ed25519KeyPair::generate().publicKey();
    CHECK(Ed25519Key::parse(publicKey.toBase64()).value() == publicKey);
    CHECK(Ed25519Key::parse(publicKey.toBase64() + "=").value() == publicKey);
    CHECK(Ed25519Key::parse("AAAA").error() == Error::BadLength);
    CHECK(Ed25519Key::parse(publicKey.toBase64().replace(0, 1, "!")).error() == Error::BadBase64);
    CHECK(Ed25519Key::parse("").error() == Error::BadLength);
}
