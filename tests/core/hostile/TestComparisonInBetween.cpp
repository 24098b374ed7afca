// A server that gets in between when two devices compare pictures: X-21.
#include "crypto/Base64.h"
#include "crypto/CanonicalJson.h"
#include "crypto/Sha256.h"
#include "crypto/X25519.h"
#include "tests/core/hostile/SecondDevice.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;

using Action = VerificationAction;
using Phase = VerificationState::Phase;

namespace {

/// Erika's client, and a new device of hers that it could sign.
struct Comparison {
    HostileChat chat;
    SecondDevice fresh{chat, chat.server, chat.erika, u"NEU"_s};
    qsizetype uploads = chat.server.count("POST", u"/keys/signatures/upload");

    Comparison() { fresh.makeReady(); }
    void begin(bool clientBegins)
    {
        if (clientBegins)
            fresh.actThere(Action::CompareEmoji);
        else
            fresh.actHere(Action::CompareEmoji);
    }
    /// `key` in the place of both ephemeral keys, and the promise of the accepting side made to fit if `andPromise`.
    void replaceKeys(const QString& key, bool andPromise)
    {
        fresh.tamper([this, key, andPromise](const QString& type, QJsonObject& content) {
            if (type == "m.key.verification.start"_L1)
                m_start = content;
            if (type == "m.key.verification.accept"_L1 && andPromise) {
                const auto promise = crypto::sha256(key.toLatin1() + *crypto::canonicalJson(m_start));
                content.insert(u"commitment"_s, QString::fromLatin1(crypto::base64::encodeUnpadded(promise)));
            }
            if (type == "m.key.verification.key"_L1)
                content.insert(u"key"_s, key);
        });
    }
    void checkNothingSigned()
    {
        for (int start = 0; start < 2; ++start) {
            CHECK_FALSE(fresh.isSigned());
            CHECK(chat.server.count("POST", u"/keys/signatures/upload") == uploads);
            chat.erika.restart();
        }
        for (const auto& message : chat.server.toDevice()) // nobody is sent a secret or a room key
            CHECK(message.type != "m.room.encrypted"_L1);
        chat.erika.checkNoSecretsAt(chat.server);
    }

private:
    QJsonObject m_start;
};

} // namespace

TEST_CASE("who compares through a server that has replaced both keys sees other pictures, and a no signs nothing",
          "[hostile][S-32][S-33][X-21]")
{
    Comparison comparison;
    const bool clientBegins = GENERATE(true, false);
    comparison.replaceKeys(QString::fromLatin1(crypto::X25519KeyPair::generate().publicKey().toBase64()), true);
    comparison.begin(clientBegins);
    auto& fresh = comparison.fresh;
    REQUIRE(fresh.there().phase == Phase::Comparing);
    REQUIRE(fresh.here().phase == Phase::Comparing);
    REQUIRE(fresh.there().sas);
    CHECK(fresh.there().sas != fresh.here().sas);
    fresh.actThere(Action::Deny);
    CHECK(fresh.there().phase == Phase::Cancelled);
    CHECK(fresh.there().cancelCode == cancelCode::mismatchedSas);
    CHECK(fresh.here().cancelCode == cancelCode::mismatchedSas);
    comparison.checkNothingSigned();
}

TEST_CASE("without the promise that belongs to it a replaced key ends the comparison before pictures are shown",
          "[hostile][S-33][X-21]")
{
    Comparison comparison;
    const bool clientBegins = GENERATE(true, false);
    comparison.replaceKeys(QString::fromLatin1(crypto::X25519KeyPair::generate().publicKey().toBase64()), false);
    comparison.begin(clientBegins);
    CHECK(comparison.fresh.there().cancelCode == cancelCode::mismatchedCommitment);
    CHECK(comparison.fresh.here().cancelCode == cancelCode::mismatchedCommitment);
    comparison.checkNothingSigned();
}

TEST_CASE("keys of which everybody knows the secret end the comparison by themselves", "[hostile][S-32][X-21]")
{
    Comparison comparison;
    const bool clientBegins = GENERATE(true, false);
    QByteArray point(32, '\0');
    point[0] = static_cast<char>(GENERATE(0, 1)); // both of small order
    comparison.replaceKeys(QString::fromLatin1(crypto::base64::encodeUnpadded(point)), true);
    comparison.begin(clientBegins);
    CHECK(comparison.fresh.there().phase == Phase::Cancelled);
    CHECK_FALSE(comparison.fresh.there().sas);
    CHECK(comparison.fresh.here().phase == Phase::Cancelled);
    comparison.checkNothingSigned();
}

TEST_CASE("a comparison in an older, weaker way does not take place", "[hostile][S-32][X-21]")
{
    Comparison comparison;
    const auto [choice, weak] = GENERATE(table<QString, QString>({{u"key_agreement_protocol"_s, u"curve25519"_s},
                                                                  {u"message_authentication_code"_s, u"hkdf-hmac-sha256"_s},
                                                                  {u"message_authentication_code"_s, u"hmac-sha256"_s}}));
    const bool inAnswer = GENERATE(true, false);
    comparison.fresh.tamper([&, choice = choice, weak = weak](const QString& type, QJsonObject& content) {
        if (!inAnswer && type == "m.key.verification.start"_L1)
            content.insert(choice + u's', QJsonArray{weak});
        if (inAnswer && type == "m.key.verification.accept"_L1)
            content.insert(choice, weak);
    });
    comparison.begin(inAnswer); // the client is the one that is to notice
    CHECK(comparison.fresh.there().cancelCode == cancelCode::unknownMethod);
    CHECK(comparison.fresh.there().isCancelledByUs);
    CHECK(comparison.fresh.here().cancelCode == cancelCode::unknownMethod);
    comparison.checkNothingSigned();
}

TEST_CASE("the same devices compare with success when nobody is in between", "[hostile][X-21]")
{
    Comparison comparison;
    comparison.begin(GENERATE(true, false));
    auto& fresh = comparison.fresh;
    REQUIRE(fresh.there().sas);
    CHECK(fresh.there().sas == fresh.here().sas);
    fresh.actHere(Action::Confirm);
    fresh.actThere(Action::Confirm);
    CHECK(fresh.there().phase == Phase::Done);
    CHECK(fresh.isSigned());
}
