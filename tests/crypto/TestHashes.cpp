#include "crypto/Hkdf.h"
#include "crypto/Hmac.h"
#include "crypto/Pbkdf2.h"
#include "crypto/Sha256.h"

#include <catch2/catch_test_macros.hpp>

using namespace crypto;

TEST_CASE("SHA-256 gives the same for a stream in pieces as for the whole")
{
    // https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values
    CHECK(sha256("abc").toHex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("").toHex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Sha256 hash;
    hash.update("a");
    hash.update("");
    hash.update("bc");
    CHECK(hash.finish() == sha256("abc"));
    CHECK(hash.finish() == sha256(""));
}

TEST_CASE("HMAC-SHA-256 is that of RFC 4231, also for an empty key")
{
    // https://www.rfc-editor.org/rfc/rfc4231#section-4.2 and 4.7
    CHECK(hmacSha256(SecretBytes::fromHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b").value(), "Hi There").toHex() ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(hmacSha256(SecretBytes::fromBytes(QByteArray(131, '\xaa')), "Test Using Larger Than Block-Size Key - Hash Key First")
              .toHex() == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    CHECK(hmacSha256(SecretBytes(), "").toHex() == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST_CASE("HKDF is that of RFC 5869")
{
    // https://www.rfc-editor.org/rfc/rfc5869#appendix-A.1 and A.3
    const auto secret = SecretBytes::fromHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b").value();
    CHECK(hkdfSha256(secret, QByteArray::fromHex("000102030405060708090a0b0c"), QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9"), 42)
              .bytes()
              .toByteArray()
              .toHex() == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    CHECK(hkdfSha256(secret, {}, {}, 42).bytes().toByteArray().toHex() ==
          "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

TEST_CASE("PBKDF2 is that of HMAC-SHA-512, and its iterations are bounded")
{
    // https://stackoverflow.com/questions/15593184/pbkdf2-hmac-sha-512-test-vectors
    const auto phrase = SecretBytes::fromBytes("password");
    CHECK(pbkdf2Sha512(phrase, "salt", 2, 64).value().bytes().toByteArray().toHex() ==
          "e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53cf76cab2868a39b9f7840edce4fef5a82be67335c77a6068e041127"
          "54f27ccf4e");
    for (const qint64 iterations : {qint64(0), qint64(-5), qint64(10'000'001), qint64(1) << 53})
        CHECK(pbkdf2Sha512(phrase, "salt", iterations, 32).error() == Error::BadLength);
    CHECK(pbkdf2Sha512(SecretBytes(), "salt", 1, 32).has_value());
}

TEST_CASE("PBKDF2 that can be stopped is the same, and stops")
{
    std::atomic_bool stop{false};
    const auto longPhrase = SecretBytes::fromBytes(QByteArray(200, 'p')); // longer than a block of the hash
    for (const qint64 iterations : {1, 2, 3, 2'500}) {
        for (const size_t length : {size_t(1), size_t(32), size_t(64)})
            CHECK(pbkdf2Sha512(longPhrase, "salt", iterations, length, stop)
                      .value()
                      .equals(pbkdf2Sha512(longPhrase, "salt", iterations, length).value()));
    }
    const auto phrase = SecretBytes::fromBytes("password");
    CHECK(pbkdf2Sha512(phrase, "salt", 2, 64, stop).value().equals(pbkdf2Sha512(phrase, "salt", 2, 64).value()));
    CHECK(pbkdf2Sha512(phrase, {}, 2, 32, stop).value().equals(pbkdf2Sha512(phrase, {}, 2, 32).value()));
    CHECK(pbkdf2Sha512(SecretBytes(), "salt", 1, 32, stop).error() == Error::BadLength);
    CHECK(pbkdf2Sha512(phrase, "salt", 1, 65, stop).error() == Error::BadLength);
    CHECK(pbkdf2Sha512(phrase, "salt", 10'000'001, 32, stop).error() == Error::BadLength);
    stop = true;
    CHECK_FALSE(pbkdf2Sha512(phrase, "salt", 10'000'000, 32, stop));
}
