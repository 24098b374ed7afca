// Another device of the account sends the keys after a verification.
#include "core/encryption/SecretStorage.h"
#include "core/services/recovery/SecretNames.h"
#include "tests/core/services/recovery/Account.h"
#include "tests/support/RunUntil.h"

#include <QRegularExpression>

#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using Action = VerificationAction;
using Phase = RecoveryState::Phase;

namespace {

const QString erikaId = u"@erika:example.org"_s;
constexpr qint64 second = 1'000;

/// Erika's first device has everything, and one message is in the backup. She signs in on a second device.
struct NewDevice : Account {
    NewDevice()
    {
        content = hello(u"Ihr Befund ist da."_s);
        erika.check();
        REQUIRE(erika.phase() == Phase::Ready);
        other.emplace(*this);
        fresh().party.sync({erikaId});
        erika.party.sync({erikaId});
        other->server.log.clear();
    }
    Device& fresh() { return other->device; }
    [[nodiscard]] const RecoveryState& state() { return fresh().service->state(); }

    // What was sent reaches the other one.
    void exchange()
    {
        for (int round = 0; round < 4; ++round) {
            erika.party.flush();
            fresh().party.sync();
            erika.party.sync();
        }
    }
    static void act(party::Party& party, Action action)
    {
        REQUIRE(party.machine->actInVerification(party.machine->verifications().last().transaction, action));
        party.flush();
    }
    /// The person compares the emoji of both devices; then the new one asks for the keys. Nothing has arrived yet.
    void confirm()
    {
        REQUIRE(fresh().party.machine->requestVerification({}));
        exchange();
        act(erika.party, Action::Accept);
        exchange();
        act(fresh().party, Action::CompareEmoji);
        exchange();
        act(erika.party, Action::Confirm);
        act(fresh().party, Action::Confirm);
        exchange();
        erika.party.sync({erikaId});
        fresh().party.sync({erikaId});
        exchange();
        REQUIRE(fresh().party.machine->verifications().last().phase == VerificationState::Phase::Done);
        ask();
    }
    void ask()
    {
        REQUIRE(erika.party.machine->allowSecretsFor(fresh().party.device));
        REQUIRE(fresh().party.machine->allowSecretsFor(erika.party.device));
        REQUIRE(fresh().party.machine->requestSecrets());
        fresh().party.flush();
    }
    /// As confirm(), and everything that the first device has arrives.
    void handOver()
    {
        confirm();
        exchange();
    }
    void check()
    {
        fresh().check();
        REQUIRE(runUntil([this] { return !keepsReceivedKey(); }));
        runAll();
    }
    [[nodiscard]] QString read() { return party::bodyOf(fresh().party.read(content, bert.user)); }
    [[nodiscard]] bool keepsReceivedKey() { return fresh().party.machine->receivedBackupKey()->has_value(); }
    static AccountServer::Backup foreignBackup()
    {
        return {.version = u"7"_s, .authData = backupAuthData(crypto::X25519KeyPair::generate().publicKey()), .rooms = {}};
    }

    QJsonObject content;
    std::optional<SecondDevice> other;
};

} // namespace

TEST_CASE("another device brings the chats back after a verification, without any code", "[recovery][handover]")
{
    NewDevice account;
    REQUIRE(account.fresh().phase() == Phase::NeedsCode);
    CHECK(account.state().handover == Handover::None);
    QList<RestoreOutcome> ends;
    QObject::connect(account.fresh().service.get(), &RecoveryService::restoreEnded, account.fresh().service.get(),
                     [&](RestoreOutcome outcome) { ends.append(outcome); });
    account.handOver();
    account.check();
    CHECK(account.fresh().phase() == Phase::Ready);
    CHECK(account.read() == u"Ihr Befund ist da."_s);
    CHECK(account.state().restoredKeys == 1);
    CHECK(ends == QList{RestoreOutcome::Restored});
    CHECK_FALSE(account.state().backupIsMissing);
    CHECK(account.state().handover == Handover::None);
    CHECK_FALSE(account.keepsReceivedKey());
    // There is no code here to show, and nobody is asked about a sheet.
    CHECK_FALSE(account.state().codeIsHere);
    CHECK(account.fresh().code().isEmpty());
    CHECK_FALSE(account.state().remindOfSheet);
    CHECK_FALSE(account.other->server.log.join(u' ').contains(QRegularExpression(u"PUT|POST"_s)));
    account.fresh().restart();
    account.check();
    CHECK(account.fresh().phase() == Phase::Ready);
    CHECK_FALSE(account.state().codeIsHere);
}

TEST_CASE("who waits for another device is told so, and after half a minute that it is silent; what comes late is taken",
          "[recovery][handover]")
{
    NewDevice account;
    CHECK(account.state().otherDevices.size() == 1);
    account.confirm();
    account.check();
    CHECK(account.fresh().phase() == Phase::NeedsCode);
    CHECK(account.state().handover == Handover::Waiting);
    account.clock.advance(29 * second);
    account.check();
    CHECK(account.state().handover == Handover::Waiting);
    account.clock.advance(second);
    account.check();
    CHECK(account.state().handover == Handover::Silent);
    account.exchange();
    account.check();
    CHECK(account.fresh().phase() == Phase::Ready);
    CHECK(account.read() == u"Ihr Befund ist da."_s);
}

TEST_CASE("private keys without the key of the backup confirm the device, and a code is still asked for", "[recovery][handover]")
{
    NewDevice account;
    account.erika.party.machine->setBackupKey(std::nullopt);
    account.handOver();
    account.check();
    REQUIRE(*account.fresh().party.machine->ownIdentity() == OwnIdentityStatus::Verified);
    CHECK(account.fresh().phase() == Phase::NeedsCode);
    CHECK(account.state().handover == Handover::Waiting);
    account.clock.advance(30 * second);
    account.check();
    CHECK(account.fresh().phase() == Phase::NeedsCode);
    CHECK(account.state().handover == Handover::Incomplete);
    CHECK(account.other->server.backups.size() == 1);
    SECTION("the code brings the rest")
    {
        CHECK(account.fresh().restore(account.erika.code()) == RestoreOutcome::Restored);
        CHECK(account.state().codeIsHere);
    }
    SECTION("the key comes late")
    {
        account.erika.party.machine->setBackupKey(loadRecoveryKeys(account.erika.party.used).value()->backupKey.copy());
        account.ask();
        account.exchange();
        account.check();
        CHECK_FALSE(account.state().codeIsHere);
    }
    CHECK(account.fresh().phase() == Phase::Ready);
    CHECK(account.read() == u"Ihr Befund ist da."_s);
}

TEST_CASE("a key that does not open the newest backup is thrown away (S-43)", "[recovery][handover]")
{
    NewDevice account;
    const bool isGone = GENERATE(true, false);
    if (isGone)
        account.other->server.backups.clear();
    else
        account.other->server.backups.push_back(NewDevice::foreignBackup());
    account.handOver();
    REQUIRE(account.keepsReceivedKey());
    account.check();
    CHECK(account.fresh().phase() == Phase::NeedsCode);
    CHECK(account.state().handover == Handover::WrongKey);
    CHECK_FALSE(account.keepsReceivedKey());
    CHECK_FALSE(account.other->server.log.contains(u"GET keys"_s));
    CHECK_FALSE(account.other->server.log.contains(u"PUT keys"_s));
    account.other->server.backups = account.server.backups;
    CHECK(account.fresh().restore(account.erika.code()) == RestoreOutcome::Restored);
    CHECK(account.state().handover == Handover::None);
}

TEST_CASE("a backup that a server does not show for a moment does not cost the key (S-52)", "[recovery][handover]")
{
    NewDevice account;
    account.handOver();
    account.other->server.hiddenVersions = 1;
    account.check();
    CHECK(account.fresh().phase() == Phase::Ready);
    CHECK(account.read() == u"Ihr Befund ist da."_s);
}

TEST_CASE("a kill at any point of the handover ends with the chats back, and without a code", "[recovery][handover]")
{
    int kill = 1;
    for (bool wasKilled = true; wasKilled; ++kill) {
        NewDevice account;
        account.handOver();
        account.other->server.dieAfter(kill);
        account.fresh().check();
        runAll();
        wasKilled = account.other->server.isDead();
        account.other->server.dieAfter(-1);
        account.fresh().restart();
        account.check();
        INFO("killed behind request " << kill);
        CHECK(account.fresh().phase() == Phase::Ready);
        CHECK(account.read() == u"Ihr Befund ist da."_s);
        CHECK_FALSE(account.keepsReceivedKey());
        CHECK_FALSE(account.state().codeIsHere);
    }
    CHECK(kill > 5);
}

TEST_CASE("without a connection the key waits for the next try", "[recovery][handover]")
{
    NewDevice account;
    account.handOver();
    account.other->server.isOffline = true;
    account.fresh().service->check();
    runAll();
    CHECK(account.keepsReceivedKey());
    account.other->server.isOffline = false;
    account.clock.advance(60 * second);
    account.check();
    CHECK(account.fresh().phase() == Phase::Ready);
    CHECK(account.read() == u"Ihr Befund ist da."_s);
}

TEST_CASE("without a code the daily check says nothing about what only a code opens", "[recovery][handover][health]")
{
    NewDevice account;
    account.handOver();
    account.check();
    REQUIRE(account.fresh().phase() == Phase::Ready);
    const auto check = [&] {
        account.fresh().service->checkHealth();
        REQUIRE(runUntil([&] { return !account.state().isChecking; }));
        return account.state().findings;
    };
    auto& server = account.other->server;
    server.log.clear();
    CHECK(check().isEmpty());
    server.accountData.clear();
    CHECK(check().isEmpty());
    CHECK_FALSE(server.log.contains(u"GET "_s + secrets::master));
    const auto backups = std::exchange(server.backups, {});
    CHECK(check() == QList{HealthFinding::BackupMissing});
    account.fresh().service->repair(); // that needs the code
    CHECK(account.state().repair == RepairState::None);
    CHECK(server.backups.empty());
    CHECK_FALSE(canBeRepaired(account.state(), HealthFinding::BackupMissing));
    CHECK(takesCode(account.state()));
    server.backups = backups;
    server.accountData = account.server.accountData;
    CHECK(account.fresh().restore(account.erika.code()) == RestoreOutcome::Restored);
    CHECK(account.state().codeIsHere);
    CHECK(account.fresh().code() == account.erika.code());
}

TEST_CASE("a device that has lost its backup gets the key of the new one from another device", "[recovery][handover]")
{
    NewDevice account;
    account.handOver();
    account.check();
    REQUIRE(account.fresh().phase() == Phase::Ready);
    // Another program makes a new backup; the first device has its key.
    const auto pair = crypto::X25519KeyPair::generate();
    auto& server = account.other->server;
    server.backups.push_back({.version = u"2"_s, .authData = backupAuthData(pair.publicKey()), .rooms = {}});
    account.erika.party.machine->setBackupKey(pair.privateKey().copy());
    account.fresh().service->checkHealth();
    REQUIRE(runUntil([&] { return !account.state().isChecking; }));
    REQUIRE(account.state().findings == QList{HealthFinding::ForeignBackup});
    REQUIRE(account.state().backupIsMissing);
    account.ask();
    account.exchange();
    account.check();
    account.check();
    CHECK(account.fresh().phase() == Phase::Ready);
    CHECK(account.state().findings.isEmpty());
    CHECK_FALSE(account.state().backupIsMissing);
    CHECK(server.backups[1].rooms.size() == 1); // also what the backup before had
}
