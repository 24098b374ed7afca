// Secrets between the devices of one account.
#include "crypto/Base64.h"
#include "crypto/Ed25519.h"
#include "tests/core/encryption/Forger.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QString annaId = u"@anna:example.org"_s;
const QStringList names{u"m.cross_signing.master"_s, u"m.cross_signing.self_signing"_s, u"m.cross_signing.user_signing"_s,
                        u"m.megolm_backup.v1"_s};
constexpr qint64 minute = 60'000;

crypto::SecretBytes someKey()
{
    return crypto::SecretBytes::fromBytes(QByteArray(32, 'k'));
}

/// Anna's old device with all secrets, and a new one with none that the old one has signed.
struct Devices {
    party::Server server;
    party::ManualClock clock;
    party::Party old{server, clock, annaId, u"OLD"_s};
    party::Party fresh{server, clock, annaId, u"NEW"_s};

    Devices()
    {
        old.bootstrap();
        old.machine->setBackupKey(someKey());
        sign(fresh);
        meet();
    }
    void sign(const party::Party& device) { sign({annaId, device.device.toString()}); }
    void sign(const party::Server::Device& device)
    {
        const auto secrets = old.machine->crossSigningSecrets();
        const auto key = *crypto::Ed25519KeyPair::fromSeed(secrets->selfSigning.copy());
        server.deviceKeys[device] =
            *crypto::signJson(server.deviceKeys[device], annaId, u"ed25519:"_s + QString::fromLatin1(key.publicKey().toBase64()),
                              [&](QByteArrayView message) { return key.sign(message); });
    }
    void meet()
    {
        old.sync({annaId});
        fresh.sync({annaId});
    }
    void confirm(party::Party& here, const party::Party& there)
    {
        REQUIRE(here.machine->allowSecretsFor(there.device));
        here.flush();
    }
    void ask()
    {
        confirm(fresh, old);
        REQUIRE(fresh.machine->requestSecrets());
        fresh.flush();
    }
    [[nodiscard]] bool freshHasKeys() const { return fresh.machine->crossSigningSecrets().has_value(); }
    bool freshHasBackupKey()
    {
        const auto key = fresh.machine->receivedBackupKey();
        REQUIRE(key);
        return *key && (*key)->equals(someKey());
    }
    /// The contents of plain to-device messages of a type for a device, in their order.
    QList<QJsonObject> sent(const QString& type, const QString& device)
    {
        QList<QJsonObject> contents;
        for (const auto& request : server.toDeviceLog) {
            const auto content = request.body["messages"_L1].toObject()[annaId].toObject()[device].toObject();
            if (request.path.section(u'/', -2, -2) == type && !content.isEmpty())
                contents.append(content);
        }
        return contents;
    }
    QList<QJsonObject> sent(const QString& device) { return sent(u"m.secret.request"_s, device); }
    /// A plain request that the server makes up or passes on.
    void request(const QString& name, const QString& device, const QString& id = u"id"_s, const QString& sender = annaId)
    {
        old.receive(party::toJson(
            {{u"type"_s, u"m.secret.request"_s},
             {u"sender"_s, sender},
             {u"content"_s,
              QJsonObject{
                  {u"action"_s, u"request"_s}, {u"name"_s, name}, {u"request_id"_s, id}, {u"requesting_device_id"_s, device}}}}));
        old.flush();
    }
    qsizetype answers(const QString& device) { return sent(u"m.room.encrypted"_s, device).size(); }
};

} // namespace

TEST_CASE("a new device that the person has confirmed on both sides gets all secrets", "[encryption][secrets]")
{
    Devices anna;
    const bool isAskedFirst = GENERATE(true, false); // before the person has confirmed on the old device
    if (!isAskedFirst)
        anna.confirm(anna.old, anna.fresh);
    anna.ask();
    CHECK(anna.sent(u"OLD"_s).size() == 4);
    anna.old.sync();
    if (isAskedFirst) {
        CHECK(anna.answers(u"NEW"_s) == 0);
        anna.confirm(anna.old, anna.fresh);
    }
    CHECK_FALSE(anna.freshHasKeys());
    anna.fresh.sync();
    CHECK(anna.freshHasKeys());
    CHECK(anna.freshHasBackupKey());
    CHECK(*anna.fresh.machine->ownIdentity() == OwnIdentityStatus::Verified);
    REQUIRE(anna.fresh.machine->discardReceivedBackupKey());
    CHECK_FALSE(anna.freshHasBackupKey());
}

TEST_CASE("a device that asks before its signature is known is answered once it is", "[encryption][secrets]")
{
    Devices anna;
    party::Party third(anna.server, anna.clock, annaId, u"THIRD"_s);
    anna.old.sync({annaId});
    anna.confirm(anna.old, third);
    anna.request(names.first(), u"THIRD"_s);
    CHECK(anna.answers(u"THIRD"_s) == 0);
    anna.sign(third);
    anna.old.sync({annaId});
    CHECK(anna.answers(u"THIRD"_s) == 1);
}

TEST_CASE("nobody is asked for secrets whom the person has not confirmed", "[encryption][secrets]")
{
    Devices anna;
    SECTION("never")
    {
        REQUIRE(anna.fresh.machine->requestSecrets());
    }
    SECTION("too long ago")
    {
        anna.confirm(anna.fresh, anna.old);
        anna.clock.advance(15 * minute);
        REQUIRE(anna.fresh.machine->requestSecrets());
    }
    SECTION("another device, which is not signed")
    {
        party::Party third(anna.server, anna.clock, annaId, u"THIRD"_s);
        anna.fresh.sync({annaId});
        anna.confirm(anna.fresh, third);
        REQUIRE(anna.fresh.machine->requestSecrets());
    }
    anna.fresh.flush();
    CHECK(anna.server.toDeviceLog.isEmpty());
}

TEST_CASE("who has everything asks for nothing, and nobody is asked twice", "[encryption][secrets]")
{
    Devices anna;
    anna.ask();
    REQUIRE(anna.fresh.machine->requestSecrets());
    anna.fresh.flush();
    CHECK(anna.sent(u"OLD"_s).size() == 4);
    anna.confirm(anna.old, anna.fresh);
    REQUIRE(anna.old.machine->requestSecrets());
    anna.old.flush();
    CHECK(anna.sent(u"NEW"_s).isEmpty());
}

TEST_CASE("secrets are given only to own signed devices, within 15 minutes, and only known ones", "[encryption][secrets]")
{
    Devices anna;
    int answers = 0;
    SECTION("as a comparison: all is right")
    {
        anna.confirm(anna.old, anna.fresh);
        anna.request(names.first(), u"NEW"_s);
        answers = 1;
    }
    SECTION("the person has not confirmed")
    {
        anna.request(names.first(), u"NEW"_s);
    }
    SECTION("the person has confirmed 15 minutes ago")
    {
        anna.confirm(anna.old, anna.fresh);
        anna.clock.advance(15 * minute);
        anna.request(names.first(), u"NEW"_s);
    }
    SECTION("the program was started again")
    {
        anna.confirm(anna.old, anna.fresh);
        anna.old.reopen();
        anna.old.flush();
        anna.request(names.first(), u"NEW"_s);
    }
    SECTION("an unknown name")
    {
        anna.confirm(anna.old, anna.fresh);
        const auto name = GENERATE(as<std::string>{}, "access_token", "", "m.cross_signing", "org.matrix.dehydrated_device");
        anna.request(QString::fromStdString(name), u"NEW"_s);
    }
    SECTION("another user")
    {
        anna.confirm(anna.old, anna.fresh);
        anna.request(names.first(), u"NEW"_s, u"id"_s, u"@bert:example.org"_s);
    }
    SECTION("an own device that is not signed")
    {
        const party::Party third(anna.server, anna.clock, annaId, u"THIRD"_s);
        anna.old.sync({annaId});
        anna.confirm(anna.old, third);
        anna.request(names.first(), u"THIRD"_s);
    }
    SECTION("a device that is gone")
    {
        anna.confirm(anna.old, anna.fresh);
        anna.server.deviceKeys.erase({annaId, u"NEW"_s});
        anna.old.sync({annaId});
        anna.request(names.first(), u"NEW"_s);
    }
    SECTION("a request that was taken back before the person confirmed")
    {
        anna.request(names.first(), u"NEW"_s);
        anna.old.receive(party::toJson({{u"type"_s, u"m.secret.request"_s},
                                        {u"sender"_s, annaId},
                                        {u"content"_s, QJsonObject{{u"action"_s, u"request_cancellation"_s},
                                                                   {u"request_id"_s, u"id"_s},
                                                                   {u"requesting_device_id"_s, u"NEW"_s}}}}));
        anna.confirm(anna.old, anna.fresh);
    }
    anna.old.flush();
    CHECK(anna.answers(u"NEW"_s) == answers);
    CHECK(anna.answers(u"THIRD"_s) == 0);
}

TEST_CASE("a flood of requests gets a bounded number of answers", "[encryption][secrets]")
{
    Devices anna;
    anna.confirm(anna.old, anna.fresh);
    for (int i = 0; i < 100; ++i)
        anna.request(names.first(), u"NEW"_s, QString::number(i));
    CHECK(anna.answers(u"NEW"_s) <= 16);
    CHECK(anna.answers(u"NEW"_s) >= 1);
}

TEST_CASE("answers count after a restart, and requests are taken back when they are obsolete", "[encryption][secrets]")
{
    Devices anna;
    anna.ask();
    anna.fresh.reopen();
    anna.fresh.flush();
    SECTION("the answer comes")
    {
        anna.confirm(anna.old, anna.fresh);
        anna.old.sync();
        anna.fresh.sync();
        CHECK(anna.freshHasKeys());
        CHECK(anna.sent(u"OLD"_s).size() == 4);
    }
    SECTION("no answer comes for an hour")
    {
        anna.clock.advance(party::hour - 1);
        anna.fresh.sync();
        CHECK(anna.sent(u"OLD"_s).size() == 4);
        anna.clock.advance(1);
        anna.fresh.sync();
        const auto messages = anna.sent(u"OLD"_s);
        REQUIRE(messages.size() == 8);
        for (qsizetype i = 4; i < 8; ++i) {
            CHECK(messages[i]["action"_L1].toString() == u"request_cancellation");
            CHECK(std::ranges::any_of(messages.first(4), [&](const QJsonObject& asked) {
                return asked["request_id"_L1] == messages[i]["request_id"_L1];
            }));
        }
        anna.fresh.sync();
        CHECK(anna.sent(u"OLD"_s).size() == 8);
    }
    SECTION("the answer comes too late")
    {
        anna.confirm(anna.old, anna.fresh);
        anna.old.sync();
        anna.clock.advance(party::hour);
        anna.fresh.sync();
        CHECK_FALSE(anna.freshHasKeys());
        CHECK_FALSE(anna.freshHasBackupKey());
    }
}

TEST_CASE("whoever is asked besides is told when one has answered", "[encryption][secrets]")
{
    Devices anna;
    party::Party third(anna.server, anna.clock, annaId, u"THIRD"_s);
    anna.sign(third);
    anna.meet();
    anna.confirm(anna.fresh, third);
    anna.ask();
    CHECK(anna.sent(u"THIRD"_s).size() == 4);
    anna.confirm(anna.old, anna.fresh);
    anna.old.sync();
    anna.fresh.sync();
    CHECK(anna.freshHasKeys());
    CHECK(anna.sent(u"THIRD"_s).size() == 8);
    CHECK(anna.sent(u"OLD"_s).size() == 4);
}

TEST_CASE("a secret counts only from an own signed device that was asked for it, and only the right one",
          "[encryption][secrets][hostile]")
{
    Devices anna;
    const QString user = GENERATE(annaId, u"@bert:example.org"_s);
    const bool isSigned = GENERATE(true, false);
    const bool isAsked = GENERATE(true, false);
    const bool isRightId = GENERATE(true, false);
    const bool isRightKey = GENERATE(true, false);
    party::Forger liar{.user = user, .device = u"LIAR"_s, .session = {}};
    anna.server.deviceKeys[{user, liar.device}] = liar.deviceKeys();
    if (isSigned && user == annaId)
        anna.sign({user, liar.device});
    anna.meet();
    REQUIRE(anna.fresh.machine->trackUsers({*UserId::parse(user)}));
    anna.fresh.flush();
    if (isAsked)
        REQUIRE(anna.fresh.machine->allowSecretsFor(*DeviceId::parse(liar.device)));
    anna.ask();
    const auto truth = anna.old.machine->crossSigningSecrets();
    const auto wrong = someKey();
    const std::array<const crypto::SecretBytes*, 3> keys{&truth->master, &truth->selfSigning,
                                                         isRightKey ? &truth->userSigning : &wrong};
    const auto asked = anna.sent(u"OLD"_s);
    REQUIRE(asked.size() == 4);
    liar.connect(anna.server, anna.fresh);
    for (qsizetype i = 0; i < 3; ++i) {
        const QString id = isRightId ? asked[i]["request_id"_L1].toString() : u"unknown"_s + QString::number(i);
        const auto secret = crypto::base64::encodeSecret(*keys.at(static_cast<size_t>(i)));
        anna.fresh.receive(
            liar.seal(anna.fresh, liar.payload(*anna.fresh.machine, u"m.secret.send"_s,
                                               {{u"request_id"_s, id}, {u"secret"_s, QString::fromLatin1(secret.bytes())}})));
    }
    CHECK(anna.freshHasKeys() == (user == annaId && isSigned && isAsked && isRightId && isRightKey));
}
