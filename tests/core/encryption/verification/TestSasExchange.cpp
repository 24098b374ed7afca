#include "core/encryption/verification/SasExchange.h"
#include "crypto/Base64.h"
#include "crypto/CanonicalJson.h"
#include "crypto/Sha256.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QString transaction = u"t1"_s;
const QJsonObject addressing{{u"transaction_id"_s, transaction}};

VerificationParty party(const QString& user, const QString& device)
{
    return {.user = *UserId::parse(user),
            .device = *DeviceId::parse(device),
            .key = crypto::Ed25519KeyPair::generate().publicKey(),
            .master = crypto::Ed25519KeyPair::generate().publicKey()};
}

struct Pair {
    VerificationParty anna = party(u"@anna:example.org"_s, u"ANNA"_s);
    VerificationParty bert = party(u"@bert:example.org"_s, u"BERT"_s);
    SasExchange first = SasExchange::begin(anna, bert, transaction, addressing);
    SasExchange second = *SasExchange::answer(bert, anna, transaction, first.first().content);

    static QList<VerificationMessage> sent(const SasExchange::Step& step)
    {
        REQUIRE(step);
        return *step;
    }
    // Up to where both see the emoji.
    void exchangeKeys()
    {
        const auto accept = second.first();
        const auto key = sent(first.receive(accept.type, accept.content));
        const auto answer = sent(second.receive(key.at(0).type, key.at(0).content));
        REQUIRE(sent(first.receive(answer.at(0).type, answer.at(0).content)).isEmpty());
    }
};

QString codeOf(const SasExchange::Step& step)
{
    return step ? QString() : step.error().code;
}

QJsonObject changed(QJsonObject object, const QString& key, const QJsonValue& value)
{
    object.insert(key, value);
    return object;
}

} // namespace

TEST_CASE("Both sides show the same, and prove the keys of each other", "[verification]")
{
    Pair pair;
    pair.exchangeKeys();
    REQUIRE(pair.first.shown());
    CHECK(pair.first.shown() == pair.second.shown());

    const auto macs = Pair::sent(pair.first.confirm());
    REQUIRE(macs.size() == 1);
    CHECK(Pair::sent(pair.second.receive(macs[0].type, macs[0].content)).isEmpty());
    CHECK_FALSE(pair.second.proof()); // its person has not said yes
    const auto answers = Pair::sent(pair.second.confirm());
    CHECK(pair.second.proof() == VerificationProof{.device = true, .master = true});
    CHECK(Pair::sent(pair.first.receive(answers[0].type, answers[0].content)).isEmpty());
    CHECK(pair.first.proof() == VerificationProof{.device = true, .master = true});
}

TEST_CASE("Only methods that are not known to be weak are taken", "[verification]")
{
    const Pair pair;
    const auto start = pair.first.first().content;
    const auto [list, weak] = GENERATE(table<QString, QJsonArray>({
        {u"key_agreement_protocols"_s, {u"curve25519"_s}},
        {u"hashes"_s, {u"md5"_s}},
        {u"message_authentication_codes"_s, {u"hkdf-hmac-sha256"_s, u"hmac-sha256"_s}},
        {u"short_authentication_string"_s, {}},
    }));
    const auto answer = SasExchange::answer(pair.bert, pair.anna, transaction, changed(start, list, weak));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == cancelCode::unknownMethod);
}

TEST_CASE("An answer with a weaker method ends the exchange", "[verification]")
{
    Pair pair;
    const auto accept = pair.second.first();
    const auto [member, weak] = GENERATE(table<QString, QString>({
        {u"key_agreement_protocol"_s, u"curve25519"_s},
        {u"hash"_s, u"md5"_s},
        {u"message_authentication_code"_s, u"hmac-sha256"_s},
    }));
    CHECK(codeOf(pair.first.receive(accept.type, changed(accept.content, member, weak))) == cancelCode::unknownMethod);
}

TEST_CASE("A key that is not the one that was committed to ends the exchange", "[verification]")
{
    Pair pair;
    const auto accept = pair.second.first();
    const auto key = Pair::sent(pair.first.receive(accept.type, accept.content));
    const auto other = QString::fromLatin1(crypto::X25519KeyPair::generate().publicKey().toBase64());
    CHECK(codeOf(pair.first.receive(u"m.key.verification.key"_s, {{u"key"_s, other}})) == cancelCode::mismatchedCommitment);
    CHECK_FALSE(pair.first.shown());
}

TEST_CASE("A key of zeros ends the exchange on both sides", "[verification][hostile]")
{
    const QString zeros = QString::fromLatin1(crypto::Curve25519Key().toBase64());
    SECTION("for the side that answers")
    {
        Pair pair;
        CHECK(codeOf(pair.second.receive(u"m.key.verification.key"_s, {{u"key"_s, zeros}})) == cancelCode::keyMismatch);
        CHECK_FALSE(pair.second.shown());
    }
    SECTION("for the side that began, with a commitment to zeros")
    {
        Pair pair;
        const auto canonical = crypto::canonicalJson(pair.first.first().content);
        const auto commitment = crypto::base64::encodeUnpadded(crypto::sha256(zeros.toLatin1() + *canonical));
        const auto accept = changed(pair.second.first().content, u"commitment"_s, QString::fromLatin1(commitment));
        REQUIRE(pair.first.receive(u"m.key.verification.accept"_s, accept));
        CHECK(codeOf(pair.first.receive(u"m.key.verification.key"_s, {{u"key"_s, zeros}})) == cancelCode::keyMismatch);
        CHECK_FALSE(pair.first.shown());
    }
}

TEST_CASE("Somebody between the two who swaps both keys makes the emoji differ", "[verification][hostile]")
{
    Pair pair;
    // The one between answers each side with a start and a key of his own.
    auto towardsAnna = SasExchange::answer(pair.bert, pair.anna, transaction, pair.first.first().content);
    auto towardsBert = SasExchange::begin(pair.anna, pair.bert, transaction, addressing);
    auto bert = SasExchange::answer(pair.bert, pair.anna, transaction, towardsBert.first().content);
    REQUIRE(towardsAnna);
    REQUIRE(bert);
    const auto run = [](SasExchange& began, SasExchange& answers) {
        const auto accept = answers.first();
        const auto key = Pair::sent(began.receive(accept.type, accept.content));
        const auto answer = Pair::sent(answers.receive(key.at(0).type, key.at(0).content));
        REQUIRE(began.receive(answer.at(0).type, answer.at(0).content));
    };
    run(pair.first, *towardsAnna);
    run(towardsBert, *bert);
    REQUIRE(pair.first.shown());
    REQUIRE(bert->shown());
    CHECK(pair.first.shown() != bert->shown());
}

TEST_CASE("A step out of order ends the exchange", "[verification]")
{
    Pair pair;
    const auto type = GENERATE(u"m.key.verification.key"_s, u"m.key.verification.mac"_s, u"m.key.verification.start"_s,
                               u"m.key.verification.nonsense"_s);
    CHECK(codeOf(pair.first.receive(type, {})) == cancelCode::unexpectedMessage);
}

TEST_CASE("The same step twice ends the exchange", "[verification]")
{
    Pair pair;
    const auto accept = pair.second.first();
    REQUIRE(pair.first.receive(accept.type, accept.content));
    CHECK(codeOf(pair.first.receive(accept.type, accept.content)) == cancelCode::unexpectedMessage);
}

TEST_CASE("Every MAC must be of a key that was known at the start", "[verification][hostile]")
{
    Pair pair;
    pair.exchangeKeys();
    const auto macs = Pair::sent(pair.second.confirm()).at(0).content;
    auto mac = macs.value("mac"_L1).toObject();
    SECTION("one is wrong")
    {
        mac.insert(u"ed25519:BERT"_s, u"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s);
        CHECK(codeOf(pair.first.receive(u"m.key.verification.mac"_s, changed(macs, u"mac"_s, mac))) == cancelCode::keyMismatch);
    }
    SECTION("one is missing, against the MAC of the list")
    {
        mac.remove(u"ed25519:BERT"_s);
        CHECK(codeOf(pair.first.receive(u"m.key.verification.mac"_s, changed(macs, u"mac"_s, mac))) == cancelCode::keyMismatch);
    }
    SECTION("none is there, with a right MAC of no keys")
    {
        // The other side made it: it holds the secret.
        auto nobody = pair.bert;
        nobody.device = *DeviceId::parse(u"OTHER");
        Pair hostile;
        hostile.bert = pair.bert;
        auto liar = SasExchange::answer(nobody, hostile.anna, transaction, hostile.first.first().content);
        const auto accept = liar->first();
        const auto key = Pair::sent(hostile.first.receive(accept.type, accept.content));
        const auto answer = Pair::sent(liar->receive(key.at(0).type, key.at(0).content));
        REQUIRE(hostile.first.receive(answer.at(0).type, answer.at(0).content));
        const auto lie = Pair::sent(liar->confirm()).at(0);
        CHECK(codeOf(hostile.first.receive(lie.type, lie.content)) == cancelCode::keyMismatch);
    }
    CHECK_FALSE(pair.first.proof());
}

TEST_CASE("A key that nobody knows beside a right one ends the exchange", "[verification][hostile]")
{
    Pair pair;
    // The other side names a key that this side did not know when it began.
    auto forgetful = pair.bert;
    forgetful.master.reset();
    auto first = SasExchange::begin(pair.anna, forgetful, transaction, addressing);
    auto second = SasExchange::answer(pair.bert, pair.anna, transaction, first.first().content);
    const auto accept = second->first();
    const auto key = Pair::sent(first.receive(accept.type, accept.content));
    const auto answer = Pair::sent(second->receive(key.at(0).type, key.at(0).content));
    REQUIRE(first.receive(answer.at(0).type, answer.at(0).content));
    REQUIRE(first.confirm());
    const auto macs = Pair::sent(second->confirm()).at(0);
    CHECK(codeOf(first.receive(macs.type, macs.content)) == cancelCode::keyMismatch);
    CHECK_FALSE(first.proof());
}
