#include "crypto/Base64.h"
#include "crypto/Ed25519.h"
#include "crypto/Random.h"
#include "crypto/olm/Account.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace crypto;
using namespace crypto::olm;

static SecretBytes pickleKey()
{
    return SecretBytes(32);
}

static Curve25519Key oneTimeKey(Account& account)
{
    account.generateOneTimeKeys(1);
    const auto key = account.unpublishedOneTimeKeys().first().key;
    account.markKeysAsPublished();
    return key;
}

static Message corrupted(const Message& message, qsizetype fromEnd)
{
    QByteArray raw = base64::decode(message.body).value();
    raw[raw.size() - fromEnd] = static_cast<char>(raw[raw.size() - fromEnd] ^ 1);
    return {message.type, base64::encodeUnpadded(raw)};
}

TEST_CASE("two devices talk in both directions and survive being stored")
{
    auto alice = Account::create();
    auto bob = Account::create();
    auto atAlice = alice.outboundSession(bob.curve25519(), oneTimeKey(bob)).value();
    const auto first = atAlice.encrypt("first").value();
    CHECK(first.type == Message::Type::PreKey);
    auto inbound = bob.inboundSession(alice.curve25519(), first).value();
    CHECK(inbound.plaintext == "first");
    CHECK(inbound.session.id() == atAlice.id());
    CHECK(!atAlice.hasReceivedMessage());

    auto atBob = Session::fromPickle(inbound.session.pickle(pickleKey()), pickleKey()).value();
    atAlice = Session::fromPickle(atAlice.pickle(pickleKey()), pickleKey()).value();
    CHECK(atAlice.decrypt(atBob.encrypt("second").value()).value() == "second");
    CHECK(atAlice.hasReceivedMessage());
    const auto third = atAlice.encrypt("third").value();
    CHECK(third.type == Message::Type::Normal);
    CHECK(atBob.decrypt(third).value() == "third");
    CHECK(atBob.decrypt(third).error() == Error::BadMac); // a replay
}

TEST_CASE("a corrupt pre-key message leaves the one-time key usable")
{
    auto alice = Account::create();
    auto bob = Account::create();
    auto session = alice.outboundSession(bob.curve25519(), oneTimeKey(bob)).value();
    const auto good = session.encrypt("text").value();
    const QByteArray before = bob.pickle(pickleKey());
    CHECK(bob.inboundSession(alice.curve25519(), corrupted(good, 1)).error() == Error::BadMac);  // MAC
    CHECK(bob.inboundSession(alice.curve25519(), corrupted(good, 12)).error() == Error::BadMac); // ciphertext
    CHECK(bob.inboundSession(bob.curve25519(), good).error() == Error::BadKey);                  // another sender
    CHECK(bob.pickle(pickleKey()) == before);
    CHECK(bob.inboundSession(alice.curve25519(), good).value().plaintext == "text");
    CHECK(bob.pickle(pickleKey()) != before);
}

TEST_CASE("a pre-key message makes one session and no second")
{
    auto alice = Account::create();
    auto bob = Account::create();
    auto session = alice.outboundSession(bob.curve25519(), oneTimeKey(bob)).value();
    const auto first = session.encrypt("one").value();
    auto inbound = bob.inboundSession(alice.curve25519(), first).value();
    CHECK(bob.inboundSession(alice.curve25519(), first).error() == Error::UnknownOneTimeKey);
    const auto second = session.encrypt("two").value();
    CHECK(inbound.session.matchesInbound(second, alice.curve25519()));
    CHECK(!inbound.session.matchesInbound(second, bob.curve25519()));
    CHECK(inbound.session.decrypt(second).value() == "two");
    auto other = alice.outboundSession(bob.curve25519(), oneTimeKey(bob)).value();
    CHECK(!inbound.session.matchesInbound(other.encrypt("x").value(), alice.curve25519()));
}

TEST_CASE("a damaged message does not stop the session")
{
    auto alice = Account::create();
    auto bob = Account::create();
    auto atAlice = alice.outboundSession(bob.curve25519(), oneTimeKey(bob)).value();
    auto atBob = std::move(bob.inboundSession(alice.curve25519(), atAlice.encrypt("x").value()).value().session);
    REQUIRE(atAlice.decrypt(atBob.encrypt("y").value()).has_value());
    const auto good = atAlice.encrypt("text").value();
    const QByteArray before = atBob.pickle(pickleKey());
    CHECK(atBob.decrypt(corrupted(good, 1)).error() == Error::BadMac);
    CHECK(atBob.decrypt(corrupted(good, 12)).error() == Error::BadMac);
    CHECK(atBob.decrypt({Message::Type::Normal, "AAAA"}).error() == Error::BadFormat);
    CHECK(atBob.decrypt({Message::Type::Normal, "!"}).error() == Error::BadBase64);
    CHECK(atBob.decrypt({Message::Type::PreKey, good.body}).error() == Error::BadFormat);
    CHECK(atBob.decrypt({Message::Type::Normal, {}}).error() == Error::BadFormat);
    CHECK(atBob.pickle(pickleKey()) == before);
    CHECK(atBob.decrypt(good).value() == "text");
}

TEST_CASE("keys of small order make no session")
{
    auto account = Account::create();
    auto other = Account::create();
    const auto good = oneTimeKey(other);
    CHECK(account.outboundSession(Curve25519Key{}, Curve25519Key{}).error() == Error::BadKey);
    CHECK(account.outboundSession(other.curve25519(), Curve25519Key{}).error() == Error::BadKey);
    CHECK(account.outboundSession(Curve25519Key{}, good).error() == Error::BadKey);
    CHECK(account.outboundSession(other.curve25519(), good).has_value());
}

TEST_CASE("published one-time keys are not offered again, and their ids never return")
{
    auto account = Account::create();
    CHECK(account.maximumOneTimeKeys() == 100);
    std::set<QByteArray> ids;
    for (int round = 0; round < 3; ++round) {
        account.generateOneTimeKeys(10);
        const auto keys = account.unpublishedOneTimeKeys();
        CHECK(keys.size() == 10);
        for (const auto& key : keys)
            CHECK(ids.insert(key.id).second);
        account.markKeysAsPublished();
        CHECK(account.unpublishedOneTimeKeys().isEmpty());
    }
}

TEST_CASE("a fallback key serves several senders until it is forgotten")
{
    auto bob = Account::create();
    CHECK(!bob.unpublishedFallbackKey().has_value());
    bob.generateFallbackKey();
    const auto key = bob.unpublishedFallbackKey().value().key;
    bob.markKeysAsPublished();
    CHECK(!bob.unpublishedFallbackKey().has_value());
    const auto reaches = [&] {
        auto sender = Account::create();
        const auto message = sender.outboundSession(bob.curve25519(), key).value().encrypt("x").value();
        return bob.inboundSession(sender.curve25519(), message).has_value();
    };
    CHECK(reaches());
    CHECK(reaches());
    bob.generateFallbackKey();
    CHECK(reaches()); // the previous one is kept for a while
    bob.forgetOldFallbackKey();
    CHECK(!reaches());
}

TEST_CASE("the device signs with its own key")
{
    const auto account = Account::create();
    const auto signature = account.sign("message").value();
    CHECK(verify(account.ed25519(), "message", signature).has_value());
    CHECK(account.ed25519() != Account::create().ed25519());
}

TEST_CASE("a stored account opens with its key only")
{
    auto account = Account::create();
    const auto key = randomSecret(32);
    const QByteArray pickle = account.pickle(key);
    const auto again = Account::fromPickle(pickle, key).value();
    CHECK(again.curve25519() == account.curve25519());
    CHECK(again.ed25519() == account.ed25519());
    CHECK(Account::fromPickle(pickle, randomSecret(32)).error() == Error::BadPickle);
    CHECK(Account::fromPickle(pickle.chopped(4), key).error() == Error::BadPickle);
    CHECK(Account::fromPickle({}, key).error() == Error::BadPickle);
    CHECK(Session::fromPickle(pickle, key).error() == Error::BadPickle);
}
