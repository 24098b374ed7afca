// What is written while nobody is logged in is read after the next login (S-55; gematik A_26574, A_26575).
#include "core/encryption/DeviceKeys.h"
#include "core/encryption/SecretStorage.h"
#include "core/services/recovery/SecretNames.h"
#include "tests/core/services/recovery/Account.h"
#include "tests/support/RunUntil.h"

#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const QString erikaId = u"@erika:example.org"_s;
constexpr qint64 day = 24 * party::hour;

/// Erika's keys are stored, and the server offers dehydrated devices.
struct DehydratedAccount : Account {
    DehydratedAccount()
    {
        server.hasDehydrated = true;
        hello(u"Guten Tag"_s);
        erika.check();
        code = erika.code();
    }

    [[nodiscard]] QString device() const
    {
        const auto found = keys.dehydrated.find(erikaId);
        return found == keys.dehydrated.end() ? QString() : found->second.value("device_id"_L1).toString();
    }
    [[nodiscard]] DehydratedDeviceRecord record(Device& of) const { return *loadDehydratedDevice(of.party.used); }
    /// The account is logged out of everywhere, and Bert writes `text`.
    QJsonObject writeToNobody(const QString& text)
    {
        for (const auto* name : {"ERIKA", "ZWEI"})
            keys.logOut({erikaId, QString::fromLatin1(name)});
        bert.sync({erikaId});
        return bert.send(members, text);
    }
    void checkGood(Device& of)
    {
        REQUIRE(!device().isEmpty());
        const auto known = record(of);
        CHECK(known.device.toString() == device());
        CHECK(known.isUploaded);
        CHECK(known.readBy == of.party.device);
        const auto published = readDeviceKeys(keys.deviceKeys.at({erikaId, device()}), of.party.user, known.device);
        REQUIRE(published);
        CHECK(isDehydrated(*published));
        CHECK(isSignedBy(keys.deviceKeys.at({erikaId, device()}), of.party.user,
                         (*of.party.used.identity(of.party.user))->selfSigning));
        const auto recovery = loadRecoveryKeys(of.party.used);
        REQUIRE(recovery->has_value());
        const auto content = of.server.accountData.value(secrets::dehydratedDevice);
        CHECK(content.value("encrypted"_L1).toObject().keys() == QStringList{(*recovery)->keyId});
        const auto pickleKey = openFromStorage(content, secrets::dehydratedDevice, (*recovery)->keyId, (*recovery)->key);
        REQUIRE(pickleKey);
        CHECK(openDehydratedDevice(keys.dehydrated.at(erikaId).value("device_data"_L1).toObject(), of.party.user, known.device,
                                   *pickleKey));
        int listed = 0;
        for (const auto& [name, shown] : keys.deviceKeys)
            listed += name.first == erikaId && shown.value("dehydrated"_L1).toBool() ? 1 : 0;
        CHECK(listed == 1);
    }

    QString code;
};

/// Erika's next device, which is given the code.
struct NextDevice : SecondDevice {
    explicit NextDevice(DehydratedAccount& account)
        : SecondDevice(account)
    {
        server.hasDehydrated = true;
        REQUIRE(device.restore(account.code) == RestoreOutcome::Restored);
        account.server.log.clear();
        server.log.clear();
    }
    void check()
    {
        device.check();
        runAll();
        device.party.flush();
    }
};

} // namespace

TEST_CASE("a message that came while nobody was logged in is read after the next login with the code (A_26574)",
          "[recovery][dehydrated]")
{
    DehydratedAccount account;
    account.checkGood(account.erika);
    const QString before = account.device();
    const auto message = account.writeToNobody(u"Ihr Befund ist da."_s);
    NextDevice next(account);
    next.server.pageSize = GENERATE(1, 100);
    CHECK(party::bodyOf(next.device.party.read(message, account.bert.user, u"$m"_s)).isEmpty());
    next.check();
    CHECK(party::bodyOf(next.device.party.read(message, account.bert.user, u"$m"_s)) == u"Ihr Befund ist da."_s);
    // It was deleted, and a new one is there with the same key.
    CHECK(next.server.log.contains(u"DELETE dehydrated"_s));
    CHECK(account.device() != before);
    CHECK_FALSE(account.keys.deviceKeys.contains({erikaId, before}));
    CHECK_FALSE(next.server.log.contains(u"PUT org.matrix.msc3814"_s));
    account.checkGood(next.device);
    // Read once.
    next.server.log.clear();
    account.clock.advance(day);
    next.check();
    CHECK(next.server.log.contains(u"GET dehydrated"_s));
    CHECK_FALSE(next.server.log.join(u' ').contains(u"dehydrated events"_s));
    CHECK_FALSE(next.server.log.contains(u"PUT dehydrated"_s));
}

TEST_CASE("messages of the time without a device are read through many logins", "[recovery][dehydrated]")
{
    DehydratedAccount account;
    const auto first = account.writeToNobody(u"eins"_s);
    {
        NextDevice next(account);
        next.check();
        CHECK(party::bodyOf(next.device.party.read(first, account.bert.user, u"$1"_s)) == u"eins"_s);
        account.server.accountData = next.server.accountData;
    }
    const auto second = account.writeToNobody(u"zwei"_s);
    NextDevice last(account);
    last.check();
    CHECK(party::bodyOf(last.device.party.read(second, account.bert.user, u"$2"_s)) == u"zwei"_s);
}

TEST_CASE("a dehydrated device is replaced after a week, and not before", "[recovery][dehydrated]")
{
    DehydratedAccount account;
    const QString first = account.device();
    account.clock.advance(6 * day);
    account.erika.check();
    CHECK(account.device() == first);
    account.clock.advance(day);
    account.erika.check();
    CHECK(account.device() != first);
    account.checkGood(account.erika);
    account.erika.restart();
    const QString second = account.device();
    account.erika.check();
    CHECK(account.device() == second);
}

TEST_CASE("a server that has no dehydrated devices is left alone", "[recovery][dehydrated]")
{
    Account account;
    account.erika.check();
    int asked = 0;
    account.server.hasDehydrated = false;
    for (int i = 0; i < 3; ++i) {
        account.erika.dehydrated->check();
        runAll();
    }
    for (const auto& line : account.server.log)
        asked += line.contains(u"dehydrated"_s) || line.contains(u"msc3814"_s) ? 1 : 0;
    CHECK(asked == 0);
    CHECK_FALSE(account.server.accountData.contains(secrets::dehydratedDevice));
    CHECK(account.keys.dehydrated.empty());
    CHECK(account.erika.phase() == RecoveryState::Phase::Ready);
}

TEST_CASE("without the code on this device no dehydrated device is made or read", "[recovery][dehydrated]")
{
    DehydratedAccount account;
    const QString before = account.device();
    SecondDevice second(account);
    second.server.hasDehydrated = true;
    second.device.check();
    CHECK(second.device.phase() == RecoveryState::Phase::NeedsCode);
    CHECK(second.server.log.filter(u"dehydrated"_s).isEmpty());
    CHECK(account.device() == before);
}

TEST_CASE("a kill at any point of making a dehydrated device ends in the same state", "[recovery][dehydrated]")
{
    int kill = 1;
    for (bool wasKilled = true; wasKilled; ++kill) {
        Account plain;
        plain.erika.check();
        plain.server.hasDehydrated = true;
        plain.server.dieAfter(kill);
        plain.erika.dehydrated->check();
        runAll();
        wasKilled = plain.server.isDead();
        plain.server.dieAfter(-1);
        plain.erika.restart();
        plain.erika.check();
        INFO("killed behind request " << kill);
        const auto id = plain.keys.dehydrated.find(erikaId);
        REQUIRE(id != plain.keys.dehydrated.end());
        const auto known = *loadDehydratedDevice(plain.erika.party.used);
        CHECK(known.device.toString() == id->second.value("device_id"_L1).toString());
        CHECK(known.isUploaded);
        plain.clock.advance(day);
        plain.erika.check();
        CHECK(known == *loadDehydratedDevice(plain.erika.party.used));
    }
    CHECK(kill > 7);
}

TEST_CASE("a kill at any point of reading a dehydrated device loses no message", "[recovery][dehydrated]")
{
    int kill = 1;
    for (bool wasKilled = true; wasKilled; ++kill) {
        DehydratedAccount account;
        const auto message = account.writeToNobody(u"Ihr Befund ist da."_s);
        REQUIRE(account.bert.machine->discardOutboundSession(party::room));
        const auto another = account.bert.send(account.members, u"Bitte rufen Sie an."_s);
        NextDevice next(account);
        next.server.pageSize = 1;
        next.server.dieAfter(kill);
        next.device.dehydrated->check();
        runAll();
        wasKilled = next.server.isDead();
        next.server.dieAfter(-1);
        next.device.restart();
        next.check();
        INFO("killed behind request " << kill);
        CHECK(party::bodyOf(next.device.party.read(message, account.bert.user, u"$1"_s)) == u"Ihr Befund ist da."_s);
        CHECK(party::bodyOf(next.device.party.read(another, account.bert.user, u"$2"_s)) == u"Bitte rufen Sie an."_s);
        account.checkGood(next.device);
    }
    CHECK(kill > 10);
}

TEST_CASE("a store that fails while a dehydrated device is read loses no message", "[recovery][dehydrated]")
{
    for (int failing = 1; failing < 8; ++failing) {
        DehydratedAccount account;
        const auto message = account.writeToNobody(u"Ihr Befund ist da."_s);
        NextDevice next(account);
        next.device.party.store.failCommits(failing);
        next.device.dehydrated->check();
        runAll();
        next.device.party.store.failCommits(0);
        account.clock.advance(party::hour);
        next.check();
        INFO(failing << " failures");
        CHECK(party::bodyOf(next.device.party.read(message, account.bert.user, u"$1"_s)) == u"Ihr Befund ist da."_s);
        account.checkGood(next.device);
    }
}

TEST_CASE("a device that the server has removed reads, as its next one, what came meanwhile", "[recovery][dehydrated]")
{
    DehydratedAccount account;
    const auto message = account.writeToNobody(u"Ihr Befund ist da."_s);
    REQUIRE(OlmMachine::removeDevice(account.erika.party.used));
    account.erika.party.device = *DeviceId::parse(u"NEU"_s);
    account.erika.restart();
    account.erika.check();
    account.erika.party.flush();
    CHECK(party::bodyOf(account.erika.party.read(message, account.bert.user, u"$1"_s)) == u"Ihr Befund ist da."_s);
    account.checkGood(account.erika);
}

// -- A server that lies (S-55) -----------------------------------------------------------------------------------------------

TEST_CASE("a dehydrated device that the server has made up is neither read nor signed", "[recovery][dehydrated][hostile]")
{
    DehydratedAccount account;
    account.writeToNobody(u"Ihr Befund ist da."_s);
    const auto ours = account.keys.dehydrated.at(erikaId);
    const auto stranger = createDehydratedAccount();
    const auto forged = *dehydratedDeviceUpload(stranger, account.erika.party.user, {1}, crypto::SecretBytes(32),
                                                [](const QJsonObject& keys) -> Result<QJsonObject> { return keys; });
    const QString forgedId = forged.value("device_id"_L1).toString();
    NextDevice next(account);
    SECTION("another device, not signed")
    {
        account.keys.putDehydrated(erikaId, forged);
    }
    SECTION("our name with other data")
    {
        account.keys.dehydrated[erikaId].insert("device_data"_L1, forged.value("device_data"_L1));
    }
    SECTION("our name with other keys")
    {
        account.keys.deviceKeys[{erikaId, account.device()}] = forged.value("device_keys"_L1).toObject();
    }
    SECTION("our data under another name")
    {
        account.keys.putDehydrated(erikaId, forged);
        account.keys.dehydrated[erikaId].insert("device_data"_L1, ours.value("device_data"_L1));
    }
    SECTION("nothing that makes sense")
    {
        next.server.servedDehydrated = QJsonObject{{u"device_id"_s, 7}};
    }
    next.check();
    CHECK(next.server.log.filter(u"dehydrated events"_s).isEmpty());
    next.server.servedDehydrated.reset();
    // A good one took its place, and nothing of the other one was signed.
    account.checkGood(next.device);
    CHECK(account.device() != forgedId);
    CHECK_FALSE(account.keys.deviceKeys.contains({erikaId, forgedId}));
}

TEST_CASE("an old dehydrated device that the server shows again is not taken for the one that is there",
          "[recovery][dehydrated][hostile]")
{
    DehydratedAccount account;
    const auto old = account.keys.dehydrated.at(erikaId);
    account.clock.advance(8 * day);
    account.erika.check();
    const QString newer = account.device();
    REQUIRE(newer != old.value("device_id"_L1).toString());
    account.clock.advance(day);
    account.keys.putDehydrated(erikaId, old); // signed by us, and it opens
    account.erika.check();
    CHECK(account.device() != old.value("device_id"_L1).toString());
    account.checkGood(account.erika);
    CHECK(account.server.log.filter(u"dehydrated events"_s).isEmpty());
}

TEST_CASE("a dehydrated device that vanishes or loses its keys at the server is made anew", "[recovery][dehydrated][hostile]")
{
    DehydratedAccount account;
    const QString before = account.device();
    SECTION("it is gone")
    {
        account.keys.deleteDehydrated(erikaId);
    }
    SECTION("nobody is shown it")
    {
        account.keys.deviceKeys.erase({erikaId, before});
    }
    account.clock.advance(day);
    account.erika.check();
    CHECK(account.device() != before);
    account.checkGood(account.erika);
}

TEST_CASE("a dehydrated device with endless pages is given up", "[recovery][dehydrated][hostile]")
{
    DehydratedAccount account;
    const auto message = account.writeToNobody(u"Ihr Befund ist da."_s);
    NextDevice next(account);
    next.server.isEndless = true;
    next.device.dehydrated->check();
    REQUIRE(runUntil([&] { return next.server.log.contains(u"PUT dehydrated"_s); }));
    next.check();
    CHECK(next.server.log.filter(u"dehydrated events"_s).size() == RefreshDehydratedDevice::maximumPages);
    CHECK(party::bodyOf(next.device.party.read(message, account.bert.user, u"$1"_s)) == u"Ihr Befund ist da."_s);
    account.checkGood(next.device);
}

TEST_CASE("a dehydrated device is not made while the server does not keep its key (S-52)", "[recovery][dehydrated][hostile]")
{
    Account account;
    account.erika.check();
    account.server.hasDehydrated = true;
    account.server.showOld(secrets::dehydratedDevice, 100);
    account.erika.dehydrated->check();
    REQUIRE(runUntil([&] { return account.server.log.filter(u"GET org.matrix.msc3814"_s).size() == 5; }));
    runAll();
    CHECK(account.server.log.filter(u"PUT dehydrated"_s).isEmpty());
    account.server.showOld(secrets::dehydratedDevice, 0);
    account.clock.advance(party::hour);
    account.erika.check();
    CHECK(account.server.log.filter(u"PUT dehydrated"_s).size() == 1);
}

// -- Other programs, other devices, other keys -------------------------------------------------------------------------------

TEST_CASE("a dehydrated device that another program of the person has made is left to it for a week", "[recovery][dehydrated]")
{
    DehydratedAccount account;
    account.keys.dehydrated[erikaId].insert("device_data"_L1, QJsonObject{{u"algorithm"_s, u"org.matrix.msc3814.v2"_s}});
    const QString before = account.device();
    NextDevice next(account);
    next.check();
    CHECK(account.device() == before);
    CHECK(next.server.log.filter(u"dehydrated events"_s).isEmpty());
    CHECK_FALSE(next.server.log.contains(u"DELETE dehydrated"_s));
    account.clock.advance(8 * day);
    next.check();
    CHECK(account.device() != before);
    account.checkGood(next.device);
}

TEST_CASE("two devices of a person agree on one dehydrated device", "[recovery][dehydrated]")
{
    DehydratedAccount account;
    NextDevice next(account);
    next.check();
    const QString theirs = account.device();
    account.clock.advance(day);
    account.erika.check();
    CHECK(account.device() == theirs);
    CHECK(account.record(account.erika).device.toString() == theirs);
    account.checkGood(account.erika);
}

TEST_CASE("with a newer key sheet of another device nothing is stored under the old one (S-46)", "[recovery][dehydrated]")
{
    DehydratedAccount account;
    account.keys.deleteDehydrated(erikaId);
    account.server.accountData[secrets::defaultKey] = {{u"key"_s, u"newer"_s}};
    const auto there = account.server.accountData;
    account.clock.advance(day);
    account.erika.dehydrated->check();
    runAll();
    CHECK(account.device().isEmpty());
    CHECK(account.server.accountData == there);
}

TEST_CASE("renewed keys take the dehydrated device of the old ones away and make a new one", "[recovery][dehydrated][renew]")
{
    DehydratedAccount account;
    const QString before = account.device();
    const auto oldSecret = account.server.accountData.value(secrets::dehydratedDevice);
    const auto kind = GENERATE(RenewalKind::Compromised, RenewalKind::NothingLeft);
    account.erika.renewal->look(kind);
    runAll();
    // Nobody is told of a device that nobody knows.
    CHECK(account.erika.renewal->state().facts.otherDevices.isEmpty());
    account.erika.renewal->begin();
    runAll();
    REQUIRE(account.erika.renewal->state().phase == RenewalState::Phase::Done);
    CHECK_FALSE(account.keys.deviceKeys.contains({erikaId, before}));
    account.erika.dehydrated->check();
    runAll();
    CHECK(account.device() != before);
    account.checkGood(account.erika);
    CHECK(account.server.accountData.value(secrets::dehydratedDevice) != oldSecret);
    // The new code opens it.
    account.code = account.erika.code();
    const auto message = account.writeToNobody(u"Hallo"_s);
    NextDevice next(account);
    next.check();
    // Bert has to look at the new identity before he writes to it as to a known one; his key came all the same.
    CHECK(party::bodyOf(next.device.party.read(message, account.bert.user, u"$1"_s)) == u"Hallo"_s);
}

TEST_CASE("a kill at any point of a renewal leaves one dehydrated device, of the new keys", "[recovery][dehydrated][renew]")
{
    int kill = 1;
    for (bool wasKilled = true; wasKilled; ++kill) {
        DehydratedAccount account;
        const QString before = account.device();
        account.erika.renewal->look(RenewalKind::Compromised);
        runAll();
        account.server.dieAfter(kill);
        account.erika.renewal->begin();
        runAll();
        if (!account.server.isDead())
            account.erika.dehydrated->check();
        runAll();
        wasKilled = account.server.isDead();
        account.server.dieAfter(-1);
        account.erika.restart();
        account.clock.advance(party::hour);
        account.erika.check();
        account.erika.check();
        INFO("killed behind request " << kill);
        CHECK(account.device() != before);
        CHECK_FALSE(loadRenewal(account.erika.party.used)->has_value());
        account.checkGood(account.erika);
    }
    CHECK(kill > 30);
}
