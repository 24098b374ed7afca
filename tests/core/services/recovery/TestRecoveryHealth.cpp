#include "core/encryption/SecretStorage.h"
#include "core/services/recovery/SecretNames.h"
#include "crypto/RecoveryKey.h"
#include "tests/core/services/recovery/Account.h"
#include "tests/support/RunUntil.h"

#include <QRegularExpression>

#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using Phase = RecoveryState::Phase;
using Findings = QList<HealthFinding>;

namespace {

constexpr qint64 day = 24 * party::hour;

struct CheckedAccount : Account {
    CheckedAccount()
    {
        hello(u"Guten Tag"_s);
        erika.check();
        REQUIRE(erika.phase() == Phase::Ready);
        server.log.clear();
    }
    Findings check()
    {
        erika.service->checkHealth();
        REQUIRE(runUntil([this] { return !state().isChecking; }));
        return state().findings;
    }
    RepairState repair()
    {
        erika.service->repair();
        REQUIRE(runUntil([this] { return state().repair != RepairState::Running && !state().isChecking; }));
        return state().repair;
    }
    [[nodiscard]] const RecoveryState& state() const { return erika.service->state(); }
    [[nodiscard]] bool wrote() const { return server.log.join(u' ').contains(QRegularExpression(u"PUT|POST"_s)); }
    [[nodiscard]] QString ownKey() const { return server.accountData.value(secrets::defaultKey).value("key"_L1).toString(); }

    /// What another device does that makes a new sheet. Returns its code.
    QString makeNewerSheet(const QString& id = u"newer"_s)
    {
        const auto key = crypto::SecretBytes::fromBytes(QByteArray(32, 'n'));
        const auto identity = erika.party.machine->crossSigningSecrets();
        REQUIRE(identity);
        auto& data = server.accountData;
        const auto pair = crypto::X25519KeyPair::generate();
        const auto seal = [&](const QString& name, const crypto::SecretBytes& secret) {
            data[name] = *sealForStorage(data.value(name), name, id, key, secret);
        };
        seal(secrets::master, identity->master);
        seal(secrets::selfSigning, identity->selfSigning);
        seal(secrets::userSigning, identity->userSigning);
        seal(secrets::backup, pair.privateKey());
        data[secrets::keyPrefix + id] = *describeStorageKey(key, {});
        data[secrets::defaultKey] = {{u"key"_s, id}};
        server.backups.push_back({.version = u"5"_s, .authData = backupAuthData(pair.publicKey()), .rooms = {}});
        return QString::fromLatin1(crypto::encodeRecoveryKey(key)->bytes());
    }
};

QJsonObject withoutKey(QJsonObject content, const QString& id)
{
    auto encrypted = content.value("encrypted"_L1).toObject();
    encrypted.remove(id);
    content.insert(u"encrypted"_s, encrypted);
    return content;
}

} // namespace

TEST_CASE("once a day all that a key sheet opens is looked at, and nothing is written", "[recovery][health]")
{
    CheckedAccount account;
    const auto first = account.state().lastCheck;
    CHECK(first == account.clock.now()); // setting up has read all of it back
    account.clock.advance(day - 1);
    account.erika.check();
    CHECK(account.state().lastCheck == first);
    account.clock.advance(1);
    account.erika.check();
    CHECK(account.state().lastCheck == account.clock.now());
    CHECK(account.state().findings.isEmpty());
    for (const auto& name : secrets::all())
        CHECK(account.server.log.contains(u"GET "_s + name));
    CHECK_FALSE(account.wrote());
    const auto backedUp = account.state().lastBackup;
    REQUIRE(backedUp.isKnown());
    account.erika.restart();
    account.erika.check();
    CHECK(account.state().lastCheck == account.clock.now()); // also the next start knows
    CHECK(account.state().lastBackup == backedUp);
}

TEST_CASE("what our code opens is written again when it is damaged or gone, and then it works", "[recovery][health]")
{
    CheckedAccount account;
    auto& data = account.server.accountData;
    const QString id = account.ownKey();
    SECTION("the default key")
    {
        data[secrets::defaultKey] = {};
    }
    SECTION("the description")
    {
        data.remove(secrets::keyPrefix + id);
    }
    SECTION("a description that is of another key")
    {
        data[secrets::keyPrefix + id] = *describeStorageKey(crypto::SecretBytes(32), {});
    }
    SECTION("a secret")
    {
        data[secrets::userSigning] = withoutKey(data[secrets::userSigning], id);
    }
    SECTION("the key of the backup")
    {
        data.remove(secrets::backup);
    }
    SECTION("two secrets were exchanged")
    {
        std::swap(data[secrets::master], data[secrets::selfSigning]);
    }
    SECTION("a secret opens to another value (S-43)")
    {
        const auto keys = loadRecoveryKeys(account.erika.party.used);
        data[secrets::selfSigning] =
            *sealForStorage({}, secrets::selfSigning, id, (*keys)->key, crypto::SecretBytes::fromBytes(QByteArray(32, 'x')));
    }
    CHECK(account.check() == Findings{HealthFinding::StorageIncomplete});
    CHECK_FALSE(account.wrote()); // only if a person wants it
    CHECK(account.repair() == RepairState::Done);
    CHECK(account.state().findings.isEmpty());
    CHECK(account.server.backups.size() == 1);
    SecondDevice second(account);
    CHECK(second.device.restore(account.erika.code()) == RestoreOutcome::Restored);
}

TEST_CASE("a repair leaves as it is what is right, and what lies under other keys", "[recovery][health]")
{
    CheckedAccount account;
    auto& data = account.server.accountData;
    const QString id = account.ownKey();
    const auto other = crypto::SecretBytes::fromBytes(QByteArray(32, 'o'));
    data[secrets::master] = *sealForStorage(withoutKey(data[secrets::master], id), secrets::master, u"other"_s, other,
                                            crypto::SecretBytes::fromBytes(QByteArray(32, 's')));
    const auto before = data;
    REQUIRE(account.check() == Findings{HealthFinding::StorageIncomplete});
    CHECK(account.repair() == RepairState::Done);
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (it.key() != secrets::master)
            CHECK(data.value(it.key()) == it.value());
    }
    CHECK(openFromStorage(data[secrets::master], secrets::master, u"other"_s, other));
    CHECK(account.server.log.filter(QRegularExpression(u"PUT|POST"_s)) == QStringList{u"PUT "_s + secrets::master});
}

TEST_CASE("a backup that was deleted is made anew, with every key", "[recovery][health]")
{
    CheckedAccount account;
    const auto content = account.hello(u"noch ein Chat"_s);
    account.erika.check();
    account.server.backups.clear();
    CHECK(account.check() == Findings{HealthFinding::BackupMissing});
    CHECK(account.state().backupIsMissing);
    CHECK(account.server.backups.empty());
    CHECK(account.repair() == RepairState::Done);
    account.erika.check();
    CHECK(account.state().findings.isEmpty());
    CHECK_FALSE(account.state().backupIsMissing);
    CHECK(account.state().keysToBackUp == 0);
    REQUIRE(account.server.backups.size() == 1);
    SecondDevice second(account);
    CHECK(second.device.restore(account.erika.code()) == RestoreOutcome::Restored);
    CHECK(party::bodyOf(second.device.party.read(content, account.bert.user)) == u"noch ein Chat"_s);
}

TEST_CASE("a repair that is killed at any point goes on with the next start and ends", "[recovery][health]")
{
    int kill = 1;
    for (bool wasKilled = true; wasKilled; ++kill) {
        CheckedAccount account;
        account.server.backups.clear();
        account.server.accountData.remove(secrets::userSigning);
        account.server.accountData[secrets::defaultKey] = {};
        REQUIRE(account.check() == Findings{HealthFinding::BackupMissing, HealthFinding::StorageIncomplete});
        account.server.dieAfter(kill);
        account.erika.service->repair();
        runAll();
        wasKilled = account.server.isDead();
        account.server.dieAfter(-1);
        account.erika.restart();
        account.erika.check();
        REQUIRE(runUntil([&] { return account.state().repair != RepairState::Running && !account.state().isChecking; }));
        account.erika.check();
        INFO("killed behind request " << kill);
        CHECK(account.check().isEmpty());
        REQUIRE(account.server.backups.size() == 1);
        CHECK(account.server.backups[0].rooms.size() == 1);
    }
    CHECK(kill > 12);
}

TEST_CASE("a repair ends when the server does not keep what is written", "[recovery][health]")
{
    CheckedAccount account;
    account.server.accountData.remove(secrets::master);
    REQUIRE(account.check() == Findings{HealthFinding::StorageIncomplete});
    account.server.showOld(secrets::master, 1'000);
    CHECK(account.repair() == RepairState::NotKept);
    const auto asked = account.server.log.size();
    account.erika.check();
    account.clock.advance(party::hour);
    account.erika.check();
    CHECK(account.server.log.filter(u"PUT"_s).size() == 1); // not again and again
    CHECK(account.server.log.size() <= asked + 2);
    CHECK(account.erika.phase() == Phase::Ready);
    CHECK(account.erika.code().size() == 59);
}

TEST_CASE("a repair ends when another key has come in between, and overwrites nothing of it", "[recovery][health]")
{
    CheckedAccount account;
    account.server.accountData.remove(secrets::master);
    REQUIRE(account.check() == Findings{HealthFinding::StorageIncomplete});
    (void)account.makeNewerSheet();
    const auto before = account.server.accountData;
    CHECK(account.repair() == RepairState::OtherKey);
    CHECK(account.server.accountData == before);
    CHECK(account.state().findings == Findings{HealthFinding::NewerKey, HealthFinding::ForeignBackup});
    CHECK_FALSE(account.wrote());
}

TEST_CASE("the code of a newer sheet brings its keys here; until then ours stay and nothing is sent", "[recovery][health]")
{
    CheckedAccount account;
    const QString old = account.erika.code();
    const QString code = account.makeNewerSheet();
    CHECK(account.check() == Findings{HealthFinding::NewerKey, HealthFinding::ForeignBackup});
    account.hello(u"wartet"_s);
    account.erika.check();
    CHECK(account.server.backups[1].rooms.isEmpty());
    CHECK(account.erika.restore(u"Guten Tag"_s) == RestoreOutcome::NotACode);
    CHECK(account.erika.restore(old) == RestoreOutcome::WrongCode);
    CHECK(account.erika.phase() == Phase::Ready);
    CHECK(account.erika.code() == old);
    CHECK_FALSE(account.wrote());
    CHECK(account.erika.restore(code) == RestoreOutcome::Restored);
    account.erika.check();
    CHECK(account.erika.code() == code);
    CHECK(account.state().findings.isEmpty());
    CHECK(account.state().keysToBackUp == 0);
    CHECK(account.server.backups[1].rooms.size() == 1); // the key from before, too: another backup has had it
}

TEST_CASE("a server that shows last week's account data is reported, and nothing is taken back (S-53)", "[recovery][health]")
{
    CheckedAccount account;
    const QString old = account.erika.code();
    const auto lastWeek = account.server.accountData;
    const auto backupsOfLastWeek = account.server.backups;
    const QString code = account.makeNewerSheet();
    (void)account.check();
    REQUIRE(account.erika.restore(code) == RestoreOutcome::Restored);
    account.erika.check();
    account.clock.advance(7 * day);
    account.server.accountData = lastWeek;
    SECTION("with the backups of today") {}
    SECTION("with those of last week")
    {
        account.server.backups = backupsOfLastWeek;
    }
    account.server.log.clear();
    for (int start = 0; start < 2; ++start) {
        CHECK(account.check() == Findings{HealthFinding::OlderState});
        CHECK(account.erika.code() == code);
        account.erika.service->repair();
        CHECK(account.erika.restore(old) == RestoreOutcome::Failed);
        account.hello(u"danach %1"_s.arg(start));
        account.erika.check();
        CHECK(account.erika.code() == code);
        CHECK(account.server.accountData == lastWeek);
        if (account.server.backups.size() == 1)
            CHECK(account.server.backups[0].rooms == backupsOfLastWeek[0].rooms);
        account.erika.restart();
        account.erika.check();
    }
}

TEST_CASE("a backup with a lower number than ours is not used, though its key is ours (S-53)", "[recovery][health]")
{
    CheckedAccount account;
    const auto old = account.server.backups;
    account.server.backups.clear();
    REQUIRE(account.check() == Findings{HealthFinding::BackupMissing});
    REQUIRE(account.repair() == RepairState::Done);
    account.erika.check();
    account.server.backups = old;
    account.hello(u"danach"_s);
    account.erika.check();
    CHECK(account.check() == Findings{HealthFinding::OlderState});
    CHECK(account.server.backups[0].rooms == old[0].rooms);
    CHECK(account.state().backupIsMissing);
}

TEST_CASE("what a server shows wrongly once is no finding (S-52)", "[recovery][health]")
{
    CheckedAccount account;
    account.server.showOld(secrets::defaultKey, 1);
    account.server.showOld(secrets::backup, 1);
    CHECK(account.check().isEmpty());
    CHECK(account.state().lastCheck == account.clock.now());
}

TEST_CASE("a backup that another own device has made for the same sheet is used at once", "[recovery][health]")
{
    CheckedAccount account;
    const auto keys = loadRecoveryKeys(account.erika.party.used);
    const auto pair = crypto::X25519KeyPair::generate();
    auto& stored = account.server.accountData[secrets::backup];
    stored = *sealForStorage(stored, secrets::backup, account.ownKey(), (*keys)->key, pair.privateKey());
    account.server.backups.push_back({.version = u"2"_s, .authData = backupAuthData(pair.publicKey()), .rooms = {}});
    CHECK(account.check().isEmpty());
    account.erika.check();
    CHECK(account.server.backups[1].rooms.size() == 1);
    CHECK(account.state().keysToBackUp == 0);
    CHECK_FALSE(account.state().backupIsMissing);
}

TEST_CASE("a foreign backup is told, left alone, and not told again once the person knows", "[recovery][health]")
{
    CheckedAccount account;
    const auto foreign = [&](const QString& version) {
        account.server.backups.push_back(
            {.version = version, .authData = backupAuthData(crypto::X25519KeyPair::generate().publicKey()), .rooms = {}});
    };
    foreign(u"2"_s);
    CHECK(account.check() == Findings{HealthFinding::ForeignBackup});
    CHECK(account.state().backupIsMissing);
    account.erika.service->repair();
    CHECK(account.state().repair == RepairState::None);
    CHECK_FALSE(account.state().findingsAreRead);
    account.erika.service->acknowledgeFindings();
    CHECK(account.state().findingsAreRead);
    account.erika.restart();
    account.erika.check();
    REQUIRE(account.check() == Findings{HealthFinding::ForeignBackup});
    CHECK(account.state().findingsAreRead);
    foreign(u"3"_s);
    REQUIRE(account.check() == Findings{HealthFinding::ForeignBackup});
    CHECK_FALSE(account.state().findingsAreRead);
    CHECK(account.server.backups[2].rooms.isEmpty());
}

TEST_CASE("private keys that are gone from this device are fetched with the code that is here", "[recovery][health]")
{
    CheckedAccount account;
    REQUIRE(account.erika.party.used.removeValue("cross-signing"));
    account.erika.restart();
    account.erika.check();
    REQUIRE_FALSE(account.erika.party.machine->crossSigningSecrets());
    CHECK(account.check() == Findings{HealthFinding::PrivateKeysMissing});
    CHECK(account.repair() == RepairState::Done);
    CHECK(account.erika.party.machine->crossSigningSecrets());
    account.erika.check();
    CHECK(account.check().isEmpty());
}

TEST_CASE("keys that have been waiting for two days are a finding until they are saved", "[recovery][health]")
{
    CheckedAccount account;
    CHECK(account.check().isEmpty());
    REQUIRE(account.erika.party.machine->markNoneBackedUp());
    account.clock.advance(2 * day);
    account.server.refusesKeys = true;
    CHECK(account.check() == Findings{HealthFinding::BackupBehind});
    account.erika.service->repair();
    CHECK(account.state().repair == RepairState::Running);
    REQUIRE(runUntil([&] { return account.state().repair != RepairState::Running; }));
    CHECK(account.state().repair == RepairState::Later);
    CHECK(account.state().findings == Findings{HealthFinding::BackupBehind});
    account.server.refusesKeys = false;
    const bool byItself = GENERATE(true, false);
    if (byItself) {
        account.clock.advance(party::hour);
        account.erika.check();
    } else {
        account.erika.service->repair();
    }
    REQUIRE(runUntil([&] { return account.state().repair == RepairState::Done; }));
    CHECK(account.state().findings.isEmpty());
    CHECK(account.state().keysToBackUp == 0);
    CHECK(account.check().isEmpty());
}

TEST_CASE("a check that was asked for says how it has ended, also when it could not be made", "[recovery][health]")
{
    CheckedAccount account;
    QList<bool> ends;
    QObject::connect(account.erika.service.get(), &RecoveryService::healthCheckEnded, account.erika.service.get(),
                     [&](bool isDone) { ends.append(isDone); });
    (void)account.check();
    CHECK(ends == QList{true});
    const auto before = account.state().lastCheck;
    account.server.isOffline = true;
    account.clock.advance(1);
    (void)account.check();
    CHECK(ends == QList{true, false});
    CHECK(account.state().lastCheck == before);
}
