#include "crypto/SecretBytes.h"

#include <QDebug>

#include <catch2/catch_test_macros.hpp>
#include <type_traits>

using namespace crypto;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(!std::is_convertible_v<SecretBytes, QByteArray>);
template <typename T>
concept Printable = requires(QDebug debug, const T& value) { debug << value; };
static_assert(Printable<int> && !Printable<SecretBytes>);

TEST_CASE("a moved-from secret is empty and a copy is made only on purpose")
{
    auto first = SecretBytes::fromBytes("key");
    const auto second = first.copy();
    const auto third = std::move(first);
    CHECK(first.isEmpty()); // NOLINT(bugprone-use-after-move): this is the question
    CHECK(third.equals(second));
    CHECK(third.bytes() == QByteArrayView("key"));
}

TEST_CASE("secrets of different size or content differ")
{
    const auto key = SecretBytes::fromBytes("key");
    CHECK(key.equals(SecretBytes::fromBytes("key")));
    CHECK(!key.equals(SecretBytes::fromBytes("kez")));
    CHECK(!key.equals(SecretBytes::fromBytes("ke")));
    CHECK(!key.equals(SecretBytes()));
    CHECK(SecretBytes().equals(SecretBytes()));
    CHECK(constantTimeEquals("mac", "mac"));
    CHECK(!constantTimeEquals("mac", "mad"));
    CHECK(!constantTimeEquals("mac", "mac "));
}

TEST_CASE("hexadecimal digits are read in both cases, and nothing else is")
{
    CHECK(SecretBytes::fromHex("00aAfF").value().bytes() == QByteArrayView("\x00\xaa\xff", 3));
    CHECK(SecretBytes::fromHex("").value().isEmpty());
    for (const char* text : {"0", "0g", "g0", "0x", " 0", "0 ", "@0", "`0", "0/", "0:"})
        CHECK(SecretBytes::fromHex(text).error() == Error::BadFormat);
}

TEST_CASE("wiping empties a byte array")
{
    QByteArray bytes = "secret";
    wipe(bytes);
    CHECK(bytes.isEmpty());
}
