#include "crypto/AesCbc.h"
#include "crypto/AesCtr.h"
#include "crypto/AesGcm.h"
#include "crypto/Random.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace crypto;

// https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38a.pdf, F.5.5 and F.2.5
static SecretBytes nistKey()
{
    return SecretBytes::fromHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4").value();
}
static const QByteArray nistPlaintext = QByteArray::fromHex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                                                            "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");

TEST_CASE("AES-CTR gives the NIST answer however the stream is cut")
{
    AesCtrIv iv{};
    const auto block = QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
    std::copy(block.begin(), block.end(), iv.begin());
    const QByteArray expected = QByteArray::fromHex("601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5"
                                                    "2b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6");
    CHECK(AesCtr(nistKey(), iv).process(nistPlaintext) == expected);
    for (qsizetype cut = 0; cut <= nistPlaintext.size(); cut += 7) {
        AesCtr cipher(nistKey(), iv);
        const QByteArray first = cipher.process(nistPlaintext.first(cut));
        CHECK(first + cipher.process(nistPlaintext.sliced(cut)) == expected);
    }
    CHECK(AesCtr(nistKey(), iv).processSecret(expected).bytes() == nistPlaintext);
}

TEST_CASE("the counter carries over all 128 bits")
{
    AesCtrIv all{};
    all.fill(0xff);
    const AesCtrIv zero{};
    const QByteArray blocks(32, '\0');
    CHECK(AesCtr(nistKey(), all).process(blocks).last(16) == AesCtr(nistKey(), zero).process(blocks).first(16));
}

TEST_CASE("AES-CBC gives the NIST answer and checks every byte of the padding")
{
    const auto iv = SecretBytes::fromHex("000102030405060708090a0b0c0d0e0f").value();
    const QByteArray ciphertext = aesCbcEncrypt(nistKey(), iv, nistPlaintext);
    CHECK(ciphertext.first(64).toHex() == "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d39f23369a9d9bacfa530e2"
                                          "6304231461b2eb05e2c39be9fcda6c19078c6a9d1b");
    CHECK(aesCbcDecrypt(nistKey(), iv, ciphertext).value().bytes() == nistPlaintext);
    for (const qsizetype length : {0, 1, 15, 17, 31, 33})
        CHECK(aesCbcDecrypt(nistKey(), iv, ciphertext.first(length)).error() == Error::BadLength);
    CHECK(aesCbcDecrypt(nistKey(), iv, ciphertext.first(64)).error() == Error::BadFormat);
    // Sixteen bytes of padding, one of them wrong: a flipped bit of the block before flips the same bit behind.
    QByteArray wrong = ciphertext;
    wrong[50] = static_cast<char>(wrong[50] ^ 1);
    CHECK(aesCbcDecrypt(nistKey(), iv, wrong).error() == Error::BadFormat);
    CHECK(aesCbcDecrypt(nistKey(), iv, aesCbcEncrypt(nistKey(), iv, "")).value().isEmpty());
}

TEST_CASE("a sealed value opens under its key at its place only")
{
    const auto key = randomSecret(32);
    const QByteArray sealed = seal(key, "value", "table/row");
    CHECK(sealed.size() == 12 + 5 + 16);
    CHECK(openSealed(key, sealed, "table/row").value().bytes() == QByteArrayView("value"));
    CHECK(openSealed(key, sealed, "table/other").error() == Error::BadMac);
    CHECK(openSealed(randomSecret(32), sealed, "table/row").error() == Error::BadMac);
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray wrong = sealed;
        wrong[i] = static_cast<char>(wrong[i] ^ 0x10);
        CHECK(openSealed(key, wrong, "table/row").error() == Error::BadMac);
    }
    CHECK(openSealed(key, sealed.first(27), "table/row").error() == Error::BadLength);
    CHECK(openSealed(key, seal(key, "", ""), "").value().isEmpty());
    CHECK(seal(key, "value", "table/row") != sealed);
}
