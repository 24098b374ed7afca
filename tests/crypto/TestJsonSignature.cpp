#include "crypto/JsonSignature.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace crypto;
using namespace Qt::StringLiterals;

static const QString user = u"@a:example.org"_s;
static const QString keyId = u"ed25519:DEVICE"_s;

// https://spec.matrix.org/v1.11/appendices/#cryptographic-test-vectors
TEST_CASE("the signatures of the specification's examples come out")
{
    const auto pair =
        Ed25519KeyPair::fromSeed(SecretBytes::fromBytes(QByteArray::fromBase64("YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1")))
            .value();
    const auto signer = [&](QByteArrayView message) { return pair.sign(message); };
    const auto signatureOf = [&](const QByteArray& json) {
        const auto object = signJson(QJsonDocument::fromJson(json).object(), u"domain"_s, u"ed25519:1"_s, signer).value();
        return object["signatures"_L1]["domain"_L1]["ed25519:1"_L1].toString().toLatin1();
    };
    CHECK(signatureOf("{}") == "K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ");
    CHECK(signatureOf(R"({"one":1,"two":"Two"})") ==
          "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw");
}

TEST_CASE("a signed object verifies until something signed changes")
{
    const auto pair = Ed25519KeyPair::generate();
    const auto signer = [&](QByteArrayView message) { return pair.sign(message); };
    QJsonObject object = signJson({{"a"_L1, 1}, {"unsigned"_L1, 1}}, user, keyId, signer).value();
    CHECK(verifyJson(object, user, keyId, pair.publicKey()).has_value());
    object.insert("unsigned"_L1, QJsonObject{{"age"_L1, 2}});
    CHECK(verifyJson(object, user, keyId, pair.publicKey()).has_value());

    CHECK(verifyJson(object, user, keyId, Ed25519KeyPair::generate().publicKey()).error() == Error::BadSignature);
    CHECK(verifyJson(object, u"@b:example.org"_s, keyId, pair.publicKey()).error() == Error::BadSignature);
    CHECK(verifyJson(object, user, u"ed25519:OTHER"_s, pair.publicKey()).error() == Error::BadSignature);
    auto changed = object;
    changed.insert("a"_L1, 2);
    CHECK(verifyJson(changed, user, keyId, pair.publicKey()).error() == Error::BadSignature);
    changed = object;
    changed.insert("b"_L1, 1);
    CHECK(verifyJson(changed, user, keyId, pair.publicKey()).error() == Error::BadSignature);
}

TEST_CASE("signatures of others stay when one is added")
{
    const auto first = Ed25519KeyPair::generate();
    const auto second = Ed25519KeyPair::generate();
    auto object = signJson({{"a"_L1, 1}}, user, keyId, [&](QByteArrayView m) { return first.sign(m); }).value();
    object = signJson(object, user, u"ed25519:2"_s, [&](QByteArrayView m) { return second.sign(m); }).value();
    CHECK(verifyJson(object, user, keyId, first.publicKey()).has_value());
    CHECK(verifyJson(object, user, u"ed25519:2"_s, second.publicKey()).has_value());
}

TEST_CASE("what is no signature is refused")
{
    const auto pair = Ed25519KeyPair::generate();
    const auto with = [](const QJsonValue& value) {
        return QJsonObject{{"signatures"_L1, QJsonObject{{user, QJsonObject{{keyId, value}}}}}};
    };
    CHECK(verifyJson({}, user, keyId, pair.publicKey()).error() == Error::BadSignature);
    CHECK(verifyJson({{"signatures"_L1, 1}}, user, keyId, pair.publicKey()).error() == Error::BadSignature);
    CHECK(verifyJson(with(1), user, keyId, pair.publicKey()).error() == Error::BadSignature);
    CHECK(verifyJson(with(u"!"_s), user, keyId, pair.publicKey()).error() == Error::BadBase64);
    CHECK(verifyJson(with(u"AAAA"_s), user, keyId, pair.publicKey()).error() == Error::BadLength);
    CHECK(signJson({{"a"_L1, 1.5}}, user, keyId, [&](QByteArrayView m) { return pair.sign(m); }).error() == Error::BadFormat);
}
