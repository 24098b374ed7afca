#include "crypto/Base64.h"
#include "crypto/Random.h"
#include "crypto/olm/InboundGroupSession.h"
#include "crypto/olm/OutboundGroupSession.h"

#include <catch2/catch_test_macros.hpp>

using namespace crypto;
using namespace crypto::olm;
using Comparison = InboundGroupSession::Comparison;

static InboundGroupSession receiver(const OutboundGroupSession& sender)
{
    return InboundGroupSession::fromSessionKey(sender.sessionKey().bytes()).value();
}

static InboundGroupSession at(const InboundGroupSession& session, quint32 index)
{
    return InboundGroupSession::fromExport(session.exportAt(index).value().bytes()).value();
}

TEST_CASE("a room session is read from the index it was shared at")
{
    auto sender = OutboundGroupSession::create();
    auto early = receiver(sender);
    const auto first = sender.encrypt("first").value();
    CHECK(sender.messageIndex() == 1);
    auto late = receiver(sender);
    const auto second = sender.encrypt("second").value();
    CHECK(early.id() == sender.id());
    CHECK(early.decrypt(second).value() == InboundGroupSession::Plaintext{.bytes = "second", .index = 1});
    CHECK(early.decrypt(first).value() == InboundGroupSession::Plaintext{.bytes = "first", .index = 0});
    CHECK(late.firstKnownIndex() == 1);
    CHECK(late.decrypt(first).error() == Error::UnknownMessageIndex);
    CHECK(late.decrypt(second).value().bytes == "second");
}

TEST_CASE("stored room sessions go on where they were")
{
    const auto key = randomSecret(32);
    auto sender = OutboundGroupSession::create();
    auto reader = receiver(sender);
    REQUIRE(sender.encrypt("x").has_value());
    sender = OutboundGroupSession::fromPickle(sender.pickle(key), key).value();
    reader = InboundGroupSession::fromPickle(reader.pickle(key), key).value();
    CHECK(reader.decrypt(sender.encrypt("second").value()).value().index == 1);
    CHECK(OutboundGroupSession::fromPickle(sender.pickle(key), randomSecret(32)).error() == Error::BadPickle);
    CHECK(InboundGroupSession::fromPickle(reader.pickle(key), randomSecret(32)).error() == Error::BadPickle);
}

TEST_CASE("a room message with one wrong bit is refused by its signature")
{
    auto sender = OutboundGroupSession::create();
    auto reader = receiver(sender);
    const QByteArray good = base64::decode(sender.encrypt("text").value()).value();
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray wrong = good;
        wrong[i] = static_cast<char>(wrong[i] ^ 1);
        INFO(i);
        const auto error = reader.decrypt(base64::encodeUnpadded(wrong)).error();
        CHECK((error == Error::BadSignature || error == Error::BadFormat));
    }
    CHECK(reader.decrypt(base64::encodePadded(good)).value().bytes == "text");
    CHECK(reader.decrypt("!").error() == Error::BadBase64);
    auto stranger = OutboundGroupSession::create();
    CHECK(reader.decrypt(stranger.encrypt("text").value()).error() == Error::BadSignature);
}

TEST_CASE("an export is no session key and the other way round")
{
    const auto sender = OutboundGroupSession::create();
    const auto session = receiver(sender);
    const auto exported = session.exportAt(0).value();
    CHECK(InboundGroupSession::fromSessionKey(exported.bytes()).error() == Error::BadFormat);
    CHECK(InboundGroupSession::fromExport(sender.sessionKey().bytes()).error() == Error::BadFormat);
    CHECK(InboundGroupSession::fromSessionKey("").error() == Error::BadFormat);
    CHECK(InboundGroupSession::fromExport("*").error() == Error::BadBase64);
}

TEST_CASE("a copy is better only if it is the same ratchet from an earlier message on")
{
    const auto sender = OutboundGroupSession::create();
    const auto first = receiver(sender);
    const auto late = at(first, 300);
    CHECK(late.exportAt(299).error() == Error::UnknownMessageIndex);
    CHECK(first.compare(late) == Comparison::Better);
    CHECK(late.compare(first) == Comparison::Worse);
    CHECK(late.compare(at(first, 300)) == Comparison::Equal);
    CHECK(first.compare(receiver(OutboundGroupSession::create())) == Comparison::Unconnected);

    // The same id, another ratchet: what somebody sends who wants to replace a session.
    QByteArray forged = base64::decode(first.exportAt(0).value().bytes()).value();
    forged[10] = static_cast<char>(forged[10] ^ 1);
    const auto impostor = InboundGroupSession::fromExport(base64::encodeUnpadded(forged)).value();
    CHECK(impostor.id() == first.id());
    CHECK(impostor.compare(first) == Comparison::Unconnected);
    CHECK(impostor.compare(late) == Comparison::Unconnected);
}
