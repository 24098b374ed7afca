#include "core/encryption/verification/QrVerificationCode.h"
#include "crypto/Random.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QrVerificationCode code()
{
    return {.mode = QrVerificationCode::Mode::TrustedOwn,
            .transaction = u"$prüfung"_s,
            .first = crypto::Ed25519KeyPair::generate().publicKey(),
            .second = crypto::Ed25519KeyPair::generate().publicKey(),
            .secret = crypto::randomSecret(16)};
}

} // namespace

TEST_CASE("A code for a verification is read as it was written", "[verification]")
{
    const auto written = code();
    const auto read = QrVerificationCode::parse(written.toBytes());
    REQUIRE(read);
    CHECK(read->mode == written.mode);
    CHECK(read->transaction == written.transaction);
    CHECK(read->first == written.first);
    CHECK(read->second == written.second);
    CHECK(read->secret.equals(written.secret));
}

TEST_CASE("A code with fewer than eight bytes of secret, or cut anywhere, is none", "[verification]")
{
    const auto bytes = code().toBytes();
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const bool isWhole = size >= bytes.size() - 8;
        CHECK(QrVerificationCode::parse(bytes.left(size)).has_value() == isWhole);
    }
}

TEST_CASE("Codes of another kind, version or mode are none", "[verification]")
{
    auto bytes = code().toBytes();
    CHECK_FALSE(QrVerificationCode::parse("EsTj3yST"));
    bytes[6] = 3; // sign-in
    CHECK_FALSE(QrVerificationCode::parse(bytes));
    bytes[6] = 2;
    bytes[7] = 3;
    CHECK_FALSE(QrVerificationCode::parse(bytes));
    bytes[7] = 2;
    CHECK(QrVerificationCode::parse(bytes));
    bytes[8] = char(0xff); // a name longer than the code
    CHECK_FALSE(QrVerificationCode::parse(bytes));
}

TEST_CASE("A code whose name ends in the middle of a letter is none", "[verification]")
{
    auto bytes = code().toBytes();
    const auto lastOfName = 10 + code().transaction.toUtf8().size() - 1;
    REQUIRE(QrVerificationCode::parse(bytes));
    bytes[lastOfName] = char(0xea); // the first of three bytes
    CHECK_FALSE(QrVerificationCode::parse(bytes));
}
