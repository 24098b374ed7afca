// The keys of the account are renewed because the person wants it (product B5).
#include "core/encryption/SecretStorage.h"
#include "core/services/recovery/SecretNames.h"
#include "tests/core/services/recovery/Account.h"
#include "tests/support/RunUntil.h"

using namespace Qt::StringLiterals;
using namespace core;
using Phase = RenewalState::Phase;
using Problem = RenewalState::Problem;
using Reason = Undecryptable::Reason;

namespace {

std::shared_ptr<crypto::SecretBytes> password(const char* text)
{
    return std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(text));
}

/// What can be seen of an account whose keys were renewed, or not.
struct Seen {
    QString master, defaultKey, code;
    QStringList backups;
    QMap<QString, QJsonObject> accountData;
    bool operator==(const Seen&) const = default;
};

/// Erika with keys, a backup and a second device.
struct RenewedAccount : Account {
    RenewedAccount()
    {
        old = bert.send(members, u"Ihr Befund ist da."_s);
        erika.party.sync();
        REQUIRE(party::bodyOf(readOld(erika)) == u"Ihr Befund ist da."_s);
        erika.check();
        second = std::make_unique<SecondDevice>(*this);
        REQUIRE(second->device.restore(erika.code()) == RestoreOutcome::Restored);
        oldCode = erika.code();
        before = seen();
        server.password = u"geheim"_s;
        server.log.clear();
    }

    Decryption readOld(Device& device) { return device.party.read(old, bert.user, u"$event"_s, written); }
    Seen seen()
    {
        Seen found{.master = masterAt(keys),
                   .defaultKey = server.accountData.value(secrets::defaultKey).value("key"_L1).toString(),
                   .code = erika.code(),
                   .backups = {},
                   .accountData = server.accountData};
        for (const auto& backup : server.backups)
            found.backups.append(backup.version);
        return found;
    }
    static QString masterAt(const party::Server& keys)
    {
        return keys.masterKeys.at(u"@erika:example.org"_s).value("keys"_L1).toObject().begin().value().toString();
    }
    [[nodiscard]] const RenewalState& state() const { return erika.renewal->state(); }
    void look(RenewalKind kind = RenewalKind::Compromised)
    {
        erika.renewal->look(kind);
        runAll();
    }
    void begin()
    {
        erika.renewal->begin();
        runAll();
    }
    void confirm(const char* text = "geheim")
    {
        erika.renewal->confirmWithPassword(password(text));
        runAll();
    }
    /// From the first look to the end, or to where it stops.
    void renew(RenewalKind kind = RenewalKind::Compromised)
    {
        look(kind);
        begin();
        confirm();
    }
    /// What a new start does, with a person who types the password when asked.
    void startAgain()
    {
        server.dieAfter(-1);
        erika.restart();
        clock.advance(party::hour);
        erika.check();
        if (state().question)
            confirm();
    }
    QStringList keysOf(const QString& secret) { return server.accountData.value(secret).value("encrypted"_L1).toObject().keys(); }
    QList<HealthFinding> findings()
    {
        erika.service->checkHealth();
        REQUIRE(runUntil([this] { return !erika.service->state().isChecking; }));
        return erika.service->state().findings;
    }
    void checkRenewed()
    {
        const auto now = seen();
        CHECK((state().phase == Phase::Done || state().phase == Phase::Idle)); // Idle: it was done before the new start
        CHECK_FALSE(loadRenewal(erika.party.store)->has_value());
        CHECK(erika.phase() == RecoveryState::Phase::Ready);
        CHECK(now.master != before.master);
        CHECK(now.defaultKey != before.defaultKey);
        CHECK(now.code.size() == 59);
        CHECK(now.code != oldCode);
        CHECK(*erika.party.machine->ownIdentity() == OwnIdentityStatus::Verified);
        CHECK(server.backups.size() == 1);
        CHECK_FALSE(before.backups.contains(server.backups.back().version));
        for (const auto& name : secrets::all())
            CHECK(keysOf(name) == QStringList{now.defaultKey});
        CHECK_FALSE(keys.deviceKeys.contains({u"@erika:example.org"_s, u"ZWEI"_s}));
        CHECK(party::reasonOf(readOld(erika)) == Reason::KeysRenewed);
        CHECK(erika.contentDestroyed >= 1);
        CHECK(findings().isEmpty());
        CHECK(erika.service->state().remindOfSheet);
    }
    void checkUntouched()
    {
        CHECK(seen() == before);
        CHECK(erika.contentDestroyed == 0);
        CHECK_FALSE(erika.party.machine->isNewIdentityPrepared());
        CHECK(erika.phase() == RecoveryState::Phase::Ready);
        CHECK(keys.deviceKeys.contains({u"@erika:example.org"_s, u"ZWEI"_s}));
        CHECK(party::bodyOf(readOld(erika)) == u"Ihr Befund ist da."_s);
        CHECK(findings().isEmpty());
    }

    QJsonObject old; // a message
    const qint64 written = clock.time.ms;
    QString oldCode;
    Seen before;
    std::unique_ptr<SecondDevice> second;
};

} // namespace

TEST_CASE("what a renewal takes away is counted before anything happens", "[recovery][renew]")
{
    RenewedAccount account;
    account.look();
    CHECK(account.state().phase == Phase::Offered);
    CHECK(account.state().facts ==
          RenewalFacts{.chats = 2, .messages = 30, .files = 4, .keysInBackup = 1, .otherDevices = {u"ZWEI"_s}});
    CHECK_FALSE(account.server.log.join(u' ').contains(u"PUT"_s));
    account.erika.renewal->cancel();
    CHECK(account.state().phase == Phase::Idle);
    account.checkUntouched();
}

TEST_CASE("renewed keys leave nothing that the old ones open", "[recovery][renew]")
{
    RenewedAccount account;
    account.look();
    account.begin();
    REQUIRE(account.state().question);
    CHECK(account.state().question->password);
    CHECK(account.state().canCancel);
    CHECK(account.erika.phase() == RecoveryState::Phase::Unknown);
    account.confirm(); // once for the identity and for signing out
    CHECK(account.state().phase == Phase::Done);
    account.checkRenewed();
    SecondDevice third(account);
    // It came with the account data of the first sync.
    REQUIRE(third.device.accountData.save((secrets::keyPrefix + account.before.defaultKey).toStdString(), "{}"));
    CHECK(third.device.restore(account.oldCode) == RestoreOutcome::ReplacedCode);
    CHECK(third.device.restore(account.erika.code()) == RestoreOutcome::Restored);
    CHECK(party::bodyOf(account.readOld(third.device)).isEmpty());
}

TEST_CASE("people see new keys and go on writing after they were renewed", "[recovery][renew]")
{
    RenewedAccount account;
    account.renew();
    const auto sees = account.bert.sync({u"@erika:example.org"_s});
    CHECK(sees.alerts == QList{EncryptionAlert{EncryptionAlert::Kind::IdentityChanged, account.erika.party.user, {}}});
    REQUIRE(account.bert.machine->acknowledgeIdentity(account.erika.party.user));
    account.bert.flush();
    const auto next = account.bert.send(account.members, u"Alles klar."_s);
    account.erika.party.sync();
    CHECK(party::bodyOf(account.erika.party.read(next, account.bert.user, u"$next"_s, account.written + 1)) == u"Alles klar."_s);
    const auto answer = account.erika.party.send(account.members, u"Danke."_s);
    account.bert.sync();
    CHECK(party::bodyOf(account.bert.read(answer, account.erika.party.user, u"$answer"_s)) == u"Danke."_s);
    account.erika.check();
    CHECK(account.erika.service->state().keysToBackUp == 0);
    CHECK_FALSE(account.server.backups.back().rooms.isEmpty());
}

TEST_CASE("a kill at any point of a renewal ends in the same state", "[recovery][renew]")
{
    int kill = 1;
    for (bool wasKilled = true; wasKilled; ++kill) {
        RenewedAccount account;
        account.look();
        account.server.dieAfter(kill);
        account.begin();
        account.confirm();
        wasKilled = account.server.isDead();
        account.startAgain();
        INFO("killed behind request " << kill);
        if (wasKilled)
            account.checkRenewed();
    }
    CHECK(kill > 30);
}

TEST_CASE("a store that fails at any point of a renewal leaves a state from which it goes on", "[recovery][renew]")
{
    for (int failing = 1; failing < 12; ++failing) {
        RenewedAccount account;
        account.look();
        account.erika.party.store.failCommits(failing);
        account.begin();
        if (account.state().question)
            account.confirm();
        account.erika.party.store.failCommits(0);
        INFO(failing << " failures");
        if (account.state().phase == Phase::Stopped && !loadRenewal(account.erika.party.store)->has_value()) {
            account.erika.renewal->goOn(); // counts again
            runAll();
            account.begin();
            account.confirm();
        } else {
            account.startAgain();
        }
        account.checkRenewed();
    }
}

TEST_CASE("a wrong password changes nothing, and the renewal can be left", "[recovery][renew]")
{
    RenewedAccount account;
    account.look();
    account.begin();
    account.confirm("falsch");
    REQUIRE(account.state().question);
    CHECK(account.state().question->refused);
    CHECK(account.state().phase == Phase::Running);
    SECTION("cancelled")
    {
        account.erika.renewal->cancel();
    }
    SECTION("cancelled after a new start")
    {
        account.erika.restart();
        account.erika.check();
        REQUIRE(account.state().question);
        account.erika.renewal->cancel();
    }
    runAll();
    CHECK(account.state().phase == Phase::Idle);
    account.checkUntouched();
}

TEST_CASE("a renewal cannot be left while the new identity may have arrived", "[recovery][renew]")
{
    RenewedAccount account;
    account.look();
    account.begin();
    account.server.dieAfter(1);
    account.confirm();
    CHECK_FALSE(account.state().canCancel);
    account.erika.renewal->cancel();
    CHECK(account.state().phase == Phase::Running);
    CHECK(account.seen().master != account.before.master);
    account.startAgain();
    account.checkRenewed();
}

TEST_CASE("keys that another device has changed meanwhile are not replaced (S-46)", "[recovery][renew]")
{
    RenewedAccount account;
    account.look();
    SECTION("a newer sheet")
    {
        account.server.accountData[secrets::defaultKey] = {{u"key"_s, u"newer"_s}};
    }
    SECTION("another backup")
    {
        account.server.backups.push_back(
            {.version = u"7"_s, .authData = backupAuthData(crypto::X25519KeyPair::generate().publicKey()), .rooms = {}});
    }
    SECTION("another identity")
    {
        account.second->device.renewal->look(RenewalKind::NothingLeft);
        runAll();
        account.second->device.renewal->begin();
        runAll();
        REQUIRE(account.second->device.renewal->state().phase == Phase::Done);
    }
    const auto master = account.seen().master;
    const auto there = account.server.accountData;
    account.begin();
    CHECK(account.state().phase == Phase::Stopped);
    CHECK(account.state().problem == Problem::FactsChanged);
    CHECK(account.seen().master == master);
    CHECK(account.server.accountData == there);
    CHECK_FALSE(account.erika.party.machine->isNewIdentityPrepared());
    account.erika.renewal->goOn();
    runAll();
    CHECK(account.state().phase == Phase::Offered);
}

TEST_CASE("a sheet that another device makes in the middle gives way only when the person says so", "[recovery][renew]")
{
    RenewedAccount account;
    account.look();
    account.begin();
    account.server.accountData[secrets::defaultKey] = {{u"key"_s, u"between"_s}};
    account.confirm();
    CHECK(account.state().phase == Phase::Stopped);
    CHECK(account.state().problem == Problem::OtherKeys);
    CHECK(account.seen().defaultKey == u"between");
    account.clock.advance(party::hour);
    account.erika.check();
    CHECK(account.state().problem == Problem::OtherKeys);
    account.erika.renewal->goOn();
    runAll();
    account.checkRenewed();
}

TEST_CASE("a backup that another device makes in the middle is not deleted", "[recovery][renew]")
{
    RenewedAccount account;
    account.look();
    account.begin();
    account.server.backups.push_back(
        {.version = u"7"_s, .authData = backupAuthData(crypto::X25519KeyPair::generate().publicKey()), .rooms = {}});
    account.confirm();
    CHECK(account.state().phase == Phase::Done);
    CHECK(account.seen().backups.contains(u"7"_s));
    CHECK(account.erika.service->state().backupIsMissing);
}

TEST_CASE("a server that does not show the new identity gets nothing else", "[recovery][renew]")
{
    RenewedAccount account;
    account.look();
    account.begin();
    const auto master = account.keys.masterKeys;
    account.server.loseSigningKeys = true;
    account.erika.renewal->confirmWithPassword(password("geheim"));
    REQUIRE(runUntil([&] { return account.state().phase == Phase::Stopped; }));
    CHECK(account.state().problem == Problem::NotKept);
    CHECK_FALSE(account.state().canCancel);
    CHECK(account.keys.masterKeys == master);
    CHECK_FALSE(account.server.log.join(u' ').contains(u"PUT"_s));
    CHECK(account.keys.deviceKeys.contains({u"@erika:example.org"_s, u"ZWEI"_s}));
    account.server.loseSigningKeys = false;
    account.startAgain();
    account.checkRenewed();
}

TEST_CASE("devices that cannot be signed out here do not hold up a renewal, and it is said", "[recovery][renew]")
{
    RenewedAccount account;
    account.server.signsOutElsewhere = true;
    account.renew();
    CHECK(account.state().phase == Phase::Done);
    CHECK(account.state().othersStay);
    CHECK(account.keys.deviceKeys.contains({u"@erika:example.org"_s, u"ZWEI"_s}));
}

TEST_CASE("a person may leave other devices signed in when the confirmation does not work", "[recovery][renew]")
{
    RenewedAccount account;
    account.look();
    account.begin();
    account.erika.renewal->leaveOthers(); // not yet: the new identity comes first
    REQUIRE(account.state().question);
    account.server.dieAfter(1);
    account.confirm();
    account.server.dieAfter(-1);
    account.erika.restart(); // and the password is forgotten
    account.erika.check();
    REQUIRE(account.state().question);
    CHECK(account.state().step == RenewalJournal::Step::IdentityReplaced);
    CHECK_FALSE(account.state().canCancel);
    account.erika.renewal->leaveOthers();
    runAll();
    CHECK(account.state().phase == Phase::Done);
    CHECK(account.state().othersStay);
}

TEST_CASE("with nothing left a device gets new keys, and nothing that could still be found is destroyed", "[recovery][renew]")
{
    Account account;
    const auto read = account.hello(u"Ihr Befund ist da."_s);
    account.erika.check();
    const auto oldId = account.server.accountData.value(secrets::defaultKey).value("key"_L1).toString();
    SecondDevice second(account);
    auto& device = second.device;
    REQUIRE(device.phase() == RecoveryState::Phase::NeedsCode);
    device.renewal->look(RenewalKind::NothingLeft);
    runAll();
    CHECK(device.renewal->state().facts.keysInBackup == 1);
    device.renewal->begin();
    runAll();
    CHECK(device.renewal->state().phase == Phase::Done);
    CHECK(device.phase() == RecoveryState::Phase::Ready);
    CHECK(device.contentDestroyed == 0);
    CHECK(*device.party.machine->ownIdentity() == OwnIdentityStatus::Verified);
    CHECK(second.server.backups.size() == 2);
    CHECK_FALSE(second.server.backups.front().rooms.isEmpty());
    const auto backupSecret = second.server.accountData.value(secrets::backup).value("encrypted"_L1).toObject();
    CHECK(backupSecret.contains(oldId));
    CHECK(backupSecret.size() == 2);
    CHECK(second.server.accountData.value(secrets::master).value("encrypted"_L1).toObject().size() == 1);
    CHECK(account.keys.deviceKeys.contains({u"@erika:example.org"_s, u"ERIKA"_s}));
}

TEST_CASE("what was before a renewal is an alarm when it comes back, and is not used (S-53)", "[recovery][renew]")
{
    RenewedAccount account;
    const auto masters = account.keys.masterKeys;
    const auto selfSigning = account.keys.selfSigningKeys;
    const auto userSigning = account.keys.userSigningKeys;
    const auto backups = account.server.backups;
    account.renew();
    account.checkRenewed();
    SECTION("the default key")
    {
        account.server.accountData[secrets::defaultKey] = {{u"key"_s, account.before.defaultKey}};
    }
    SECTION("the backup")
    {
        account.server.backups = backups;
    }
    SECTION("the identity")
    {
        account.keys.masterKeys = masters;
        account.keys.selfSigningKeys = selfSigning;
        account.keys.userSigningKeys = userSigning;
    }
    CHECK(account.findings().contains(HealthFinding::OlderState));
}

TEST_CASE("a server that counts its backups from the beginning again raises no alarm after a renewal", "[recovery][renew]")
{
    RenewedAccount account;
    account.server.forgetVersions();
    account.renew();
    CHECK(account.state().phase == Phase::Done);
    CHECK(account.server.backups.back().version == u"1");
    CHECK(account.findings().isEmpty());
}
