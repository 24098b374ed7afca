#include "crypto/Base64.h"
#include "crypto/Random.h"
#include "crypto/olm/Account.h"
#include "crypto/olm/InboundGroupSession.h"
#include "crypto/olm/MessageFormat.h"
#include "crypto/olm/OutboundGroupSession.h"
#include "tests/crypto/olm/HostilePeer.h"

#include <catch2/catch_test_macros.hpp>

using namespace crypto;
using namespace crypto::olm;
using test::counter;
using test::field;

// Bytes that stand where a ciphertext should, each refused before the library sees them (S-02).
static const qsizetype badLengths[] = {0, 1, 15, 17, 31, 33, 65'537, 65'552};

static QByteArray key(const X25519KeyPair& pair)
{
    return pair.publicKey().view().toByteArray();
}

struct Row {
    const char* name;
    QByteArray fields;
};

// Everything that may be wrong around one good ciphertext; `head` and `index` are the fields before it.
static std::vector<Row> malformed(const QByteArray& head, char indexTag, char cipherTag, const QByteArray& good)
{
    const QByteArray index = counter(indexTag, 0);
    const QByteArray cipher = field(cipherTag, good);
    const QByteArray wrongLength = field(cipherTag, good.first(1));
    const QByteArray tag(1, indexTag);
    return {
        {"nothing at all", {}},
        {"ciphertext missing", head + index},
        {"index missing", head + cipher},
        {"index twice", head + index + index + cipher},
        {"ciphertext twice", head + index + cipher + cipher},
        {"good ciphertext, then a bad one", head + index + cipher + wrongLength},
        {"bad ciphertext, then a good one", head + index + wrongLength + cipher},
        {"fields in another order", head + cipher + index},
        {"unknown field behind", head + index + cipher + field(0x7a, "x")},
        {"unknown field in front", field(0x7a, "x") + head + index + cipher},
        {"byte behind", head + index + cipher + '\0'},
        {"index not minimal", head + tag + QByteArray("\x80\x00", 2) + cipher},
        {"index above 32 bits", head + tag + "\xff\xff\xff\xff\x1f" + cipher},
        {"index without end", head + tag + QByteArray(12, '\xff') + cipher},
        {"length not minimal", head + index + cipherTag + QByteArray("\x90\x00", 2) + good.first(16)},
        {"length beyond the end", head + index + cipherTag + '\x7f' + good.first(16)},
        {"length of 32 bits", head + index + cipherTag + "\xf0\xff\xff\xff\x0f" + good.first(16)},
        {"length of 35 bits", head + index + cipherTag + "\x90\x80\x80\x80\x10" + good.first(16)},
    };
}

TEST_CASE("a Megolm message with valid MAC and signature is refused unless its form is exact")
{
    const test::HostileGroupSender sender;
    auto session = InboundGroupSession::fromSessionKey(sender.sessionKey()).value();
    const QByteArray good = sender.ciphertext("hello");
    const QByteArray message = sender.message(counter(0x08, 0) + field(0x12, good));
    REQUIRE(session.decrypt(message).value().bytes == "hello"); // the sender's MACs are right

    for (const qsizetype length : badLengths) {
        INFO(length);
        CHECK(session.decrypt(sender.message(counter(0x08, 0) + field(0x12, QByteArray(length, 'x')))).error() ==
              Error::BadFormat);
    }
    for (const auto& [name, fields] : malformed({}, 0x08, 0x12, good)) {
        INFO(name);
        CHECK(session.decrypt(sender.message(fields)).error() == Error::BadFormat);
    }
    CHECK(session.decrypt(message).value().bytes == "hello");
}

TEST_CASE("a pre-key message with a valid MAC is refused unless its form is exact")
{
    auto account = Account::create();
    account.generateOneTimeKeys(1);
    const auto oneTimeKey = account.unpublishedOneTimeKeys().first().key;
    const test::HostilePeer peer;
    const QByteArray good = peer.ciphertext(account.curve25519(), oneTimeKey, "hello");
    const auto inbound = [&](const QByteArray& fields) {
        return account.inboundSession(peer.identity(),
                                      {Message::Type::PreKey, peer.preKeyMessage(account.curve25519(), oneTimeKey, fields)});
    };
    for (const qsizetype length : badLengths) {
        INFO(length);
        CHECK(inbound(peer.ratchetKeyField() + counter(0x10, 0) + field(0x22, QByteArray(length, 'x'))).error() ==
              Error::BadFormat);
    }
    for (const auto& [name, fields] : malformed(peer.ratchetKeyField(), 0x10, 0x22, good)) {
        INFO(name);
        CHECK(inbound(fields).error() == Error::BadFormat);
    }
    CHECK(inbound(peer.ratchetKeyField() + peer.ratchetKeyField() + counter(0x10, 0) + field(0x22, good)).error() ==
          Error::BadFormat);
    CHECK(inbound(field(0x0a, QByteArray(31, 'k')) + counter(0x10, 0) + field(0x22, good)).error() == Error::BadFormat);
    CHECK(inbound(field(0x0a, QByteArray(32, '\0')) + counter(0x10, 0) + field(0x22, good)).error() == Error::BadKey);

    // None of it has used the one-time key up, and the peer's MACs are right.
    CHECK(inbound(peer.ratchetKeyField() + counter(0x10, 0) + field(0x22, good)).value().plaintext == "hello");
}

TEST_CASE("the outer part of a pre-key message is as strict as the inner one")
{
    const auto pair = X25519KeyPair::generate();
    const QByteArray inner =
        "\x03" + field(0x0a, key(pair)) + counter(0x10, 300) + field(0x22, QByteArray(16, 'c')) + QByteArray(8, 'm');
    const QByteArray a = field(0x0a, key(pair));
    const QByteArray b = field(0x12, key(pair));
    const QByteArray c = field(0x1a, key(pair));
    const QByteArray d = field(0x22, inner);
    const auto read = readPreKeyMessage("\x03" + a + b + c + d).value();
    CHECK(read.identityKey == pair.publicKey());
    CHECK(read.inner.chainIndex == 300);

    const QByteArray zero(32, '\0');
    for (const auto& bytes :
         {"\x03" + field(0x0a, zero) + b + c + d, "\x03" + a + field(0x12, zero) + c + d, "\x03" + a + b + field(0x1a, zero) + d})
        CHECK(readPreKeyMessage(bytes).error() == Error::BadKey);
    const QByteArray bad[] = {
        {},
        "\x03",
        "\x02" + a + b + c + d,
        "\x04" + a + b + c + d,
        a + b + c + d,
        "\x03" + b + c + d,
        "\x03" + a + c + d,
        "\x03" + a + b + d,
        "\x03" + a + b + c,
        "\x03" + a + a + b + c + d,
        "\x03" + a + b + c + d + d,
        "\x03" + a + b + c + d + 'x',
        "\x03" + d + a + b + c,
        "\x03" + field(0x0a, key(pair) + 'x') + b + c + d,
        "\x03" + a + field(0x12, {}) + c + d,
        "\x03" + a + b + c + field(0x22, {}),
        "\x03" + a + b + c + field(0x22, QByteArray(7, 'x')),
        "\x03" + a + b + c + field(0x28, inner),
        "\x03" + a + b + c + field(0x22, inner.chopped(1)),
    };
    for (const auto& bytes : bad) {
        INFO(bytes.toHex().toStdString());
        CHECK(readPreKeyMessage(bytes).error() == Error::BadFormat);
    }
}

TEST_CASE("no prefix of a good message is a good message")
{
    const test::HostileGroupSender sender;
    const QByteArray group = base64::decode(sender.message(counter(0x08, 0) + field(0x12, sender.ciphertext("x")))).value();
    for (qsizetype i = 0; i < group.size(); ++i)
        CHECK(readMegolmMessage(QByteArrayView(group).first(i)).error() == Error::BadFormat);
    const QByteArray session = sender.rawSessionKey();
    for (qsizetype i = 0; i < session.size(); ++i)
        CHECK(!readSharedSessionKey(QByteArrayView(session).first(i)).has_value());
}

TEST_CASE("a shared session key carries a valid signature of a usable key; an exported one has its own version")
{
    const test::HostileGroupSender sender;
    const QByteArray good = sender.rawSessionKey(7);
    CHECK(readSharedSessionKey(good).value().index == 7);
    CHECK(readExportedSessionKey(good).error() == Error::BadFormat);
    CHECK(readSharedSessionKey(good + 'x').error() == Error::BadFormat);
    for (const qsizetype at : {1, 5, 132, 165, 228}) { // index, ratchet, its end, signature, its end
        QByteArray wrong = good;
        wrong[at] = static_cast<char>(wrong[at] ^ 1);
        INFO(at);
        CHECK(readSharedSessionKey(wrong).error() == Error::BadSignature);
    }
    QByteArray weak = good;
    weak.replace(133, 32, QByteArray(32, '\0'));
    CHECK(readSharedSessionKey(weak).error() == Error::BadKey);

    QByteArray exported = good.chopped(64);
    CHECK(readExportedSessionKey(exported).error() == Error::BadFormat);
    exported[0] = '\x01';
    CHECK(readExportedSessionKey(exported).value().index == 7);
    CHECK(readSharedSessionKey(exported).error() == Error::BadFormat);
    CHECK(readExportedSessionKey(exported + 'x').error() == Error::BadFormat);
    weak[0] = '\x01';
    CHECK(readExportedSessionKey(weak.chopped(64)).error() == Error::BadKey);
}

TEST_CASE("what our own side writes is read")
{
    auto alice = Account::create();
    auto bob = Account::create();
    bob.generateOneTimeKeys(1);
    auto session = alice.outboundSession(bob.curve25519(), bob.unpublishedOneTimeKeys().first().key).value();
    for (const qsizetype length : {0, 15, 16, 1000, 65'535}) {
        const auto message = session.encrypt(QByteArray(length, 'x')).value();
        CHECK(readPreKeyMessage(base64::decode(message.body).value()).has_value());
    }
    auto group = OutboundGroupSession::create();
    CHECK(readSharedSessionKey(base64::decode(group.sessionKey().bytes()).value()).has_value());
    for (quint32 i = 0; i < 200; ++i)
        CHECK(readMegolmMessage(base64::decode(group.encrypt("x").value()).value()).value().index == i);
}

TEST_CASE("what the other side could not read is not encrypted either")
{
    auto group = OutboundGroupSession::create();
    CHECK(group.encrypt(QByteArray(65'535, 'x')).has_value());
    CHECK(group.encrypt(QByteArray(65'536, 'x')).error() == Error::BadLength);
    CHECK(group.messageIndex() == 1);
    const auto alice = Account::create();
    auto bob = Account::create();
    bob.generateOneTimeKeys(1);
    auto session = alice.outboundSession(bob.curve25519(), bob.unpublishedOneTimeKeys().first().key).value();
    CHECK(session.encrypt(QByteArray(65'536, 'x')).error() == Error::BadLength);
}
