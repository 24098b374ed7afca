#include "crypto/X25519.h"

#include <catch2/catch_test_macros.hpp>

using namespace crypto;

static Curve25519Key key(const QByteArray& hex)
{
    return Curve25519Key::fromBytes(QByteArray::fromHex(hex)).value();
}

TEST_CASE("both sides derive the secret of RFC 7748")
{
    // https://www.rfc-editor.org/rfc/rfc7748#section-6.1
    const auto alice = X25519KeyPair::fromPrivateKey(
                           SecretBytes::fromHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a").value())
                           .value();
    const auto bob = X25519KeyPair::fromPrivateKey(
                         SecretBytes::fromHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb").value())
                         .value();
    CHECK(alice.publicKey() == key("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"));
    CHECK(bob.publicKey() == key("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
    const auto shared = alice.derive(bob.publicKey()).value();
    CHECK(shared.bytes().toByteArray().toHex() == "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
    CHECK(bob.derive(alice.publicKey()).value().equals(shared));
}

TEST_CASE("points of small order are refused in every spelling")
{
    // https://www.rfc-editor.org/rfc/rfc7748#section-7; https://cr.yp.to/ecdh.html#validate
    const QByteArray points[] = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    };
    const auto own = X25519KeyPair::generate();
    for (const auto& hex : points) {
        auto point = key(hex);
        for (int sign = 0; sign < 2; ++sign) {
            INFO(hex.toStdString() << " sign bit " << sign);
            CHECK(isSmallOrder(point));
            CHECK(!isUsable(point));
            CHECK(own.derive(point).error() == Error::BadKey);
            point.bytes[31] |= 0x80;
        }
    }
}

TEST_CASE("a key that is not written canonically is refused, an ordinary one is not")
{
    auto point = X25519KeyPair::generate().publicKey();
    CHECK(isUsable(point));
    CHECK(!isSmallOrder(point));
    point.bytes[31] |= 0x80;
    CHECK(!isUsable(point));
    CHECK(!isUsable(key("f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")));
    CHECK(X25519KeyPair::fromPrivateKey(SecretBytes(33)).error() == Error::BadLength);
}
