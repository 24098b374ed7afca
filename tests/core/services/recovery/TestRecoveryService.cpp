#include "core/encryption/SecretStorage.h"
#include "core/services/recovery/SecretNames.h"
#include "tests/core/services/recovery/Account.h"
#include "tests/support/RunUntil.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using Phase = RecoveryState::Phase;

TEST_CASE("a new account stores its keys and backs up what comes, without anybody's doing", "[recovery]")
{
    Account account;
    account.hello(u"Guten Tag"_s);
    account.erika.check();
    CHECK(account.erika.phase() == Phase::Ready);
    CHECK(account.server.accountData.value(secrets::backupSwitch).value("enabled"_L1).toBool());
    REQUIRE(account.server.backups.size() == 1);
    CHECK(account.server.backups[0].rooms.size() == 1);
    CHECK(account.erika.service->state().keysToBackUp == 0);
    CHECK(account.erika.code().size() == 59);
}

TEST_CASE("the default key is set last, when everything that it opens is there", "[recovery]")
{
    Account account;
    account.erika.check();
    const auto& log = account.server.log;
    const auto last = log.indexOf(u"PUT "_s + secrets::defaultKey);
    REQUIRE(last > 0);
    for (const auto& name : {secrets::master, secrets::selfSigning, secrets::userSigning, secrets::backup})
        CHECK(log.lastIndexOf(u"PUT "_s + name) < last);
    CHECK(log.count(u"PUT "_s + secrets::defaultKey) == 1);
    CHECK(log.count(u"POST version"_s) == 1);
}

TEST_CASE("a kill at any point of setting up ends in the same state with one key, one backup and no second try", "[recovery]")
{
    int kill = 1;
    for (bool wasKilled = true; wasKilled; ++kill) {
        Account account;
        account.server.dieAfter(kill);
        account.erika.check();
        wasKilled = account.server.isDead();
        account.server.dieAfter(-1);
        account.erika.restart();
        account.erika.check();
        INFO("killed behind request " << kill);
        CHECK(account.erika.phase() == Phase::Ready);
        CHECK(account.server.backups.size() == 1);
        const auto id = account.server.accountData.value(secrets::defaultKey).value("key"_L1).toString();
        QStringList described;
        for (auto it = account.server.accountData.begin(); it != account.server.accountData.end(); ++it) {
            if (it.key().startsWith(secrets::keyPrefix))
                described.append(it.key().mid(secrets::keyPrefix.size()));
        }
        CHECK(described == QStringList{id});
        for (const auto& name : {secrets::master, secrets::selfSigning, secrets::userSigning, secrets::backup})
            CHECK(account.server.accountData.value(name).value("encrypted"_L1).toObject().keys() == QStringList{id});
        SecondDevice second(account);
        CHECK(second.device.restore(account.erika.code()) == RestoreOutcome::Restored);
    }
    CHECK(kill > 20);
}

TEST_CASE("a default key of another program is never overwritten: its code is asked for", "[recovery]")
{
    Account account;
    account.server.accountData[secrets::defaultKey] = {{u"key"_s, u"other"_s}};
    SECTION("a code opens it")
    {
        account.server.accountData[secrets::keyPrefix + u"other"_s] =
            *describeStorageKey(crypto::SecretBytes::fromBytes(QByteArray(32, 'o')), {});
    }
    SECTION("its description is not shown, but something lies under it")
    {
        account.server.accountData[secrets::master] =
            *sealForStorage({}, secrets::master, u"other"_s, crypto::SecretBytes(32), crypto::SecretBytes(32));
    }
    SECTION("nothing of it can be seen") {}
    const auto before = account.server.accountData;
    account.erika.check();
    CHECK(account.erika.phase() == Phase::NeedsCode);
    CHECK(account.erika.code().isEmpty());
    CHECK(account.server.accountData == before);
    CHECK_FALSE(account.server.log.join(u' ').contains(u"PUT"_s));
}

TEST_CASE("a backup of another program is left alone, and there is a key sheet all the same (S-46)", "[recovery]")
{
    Account account;
    SECTION("with another key")
    {
        account.server.backups.push_back(
            {.version = u"1"_s, .authData = backupAuthData(crypto::X25519KeyPair::generate().publicKey()), .rooms = {}});
    }
    SECTION("of an algorithm that is not known")
    {
        account.server.backups.push_back({.version = u"1"_s, .authData = {{u"public_key"_s, u"?"_s}}, .rooms = {}});
    }
    account.hello(u"bleibt hier"_s);
    account.erika.check();
    CHECK(account.erika.phase() == Phase::Ready); // no code is asked for: none may exist
    CHECK(account.erika.service->state().backupIsMissing);
    CHECK(account.erika.code().size() == 59);
    CHECK(account.server.backups.size() == 1);
    CHECK(account.server.backups[0].rooms.isEmpty());
    CHECK_FALSE(account.server.accountData.contains(secrets::backupSwitch));
}

TEST_CASE("account data that is shown as it was before is read once more", "[recovery]")
{
    Account account;
    account.server.showOld(secrets::backup, 2); // once before it is written, once when it is read back
    account.erika.check();
    REQUIRE(runUntil([&] { return account.erika.phase() == Phase::Ready; }));
    CHECK(account.server.log.count(u"POST version"_s) == 1);
}

TEST_CASE("the code of the key sheet brings keys and messages to another device", "[recovery]")
{
    Account account;
    const auto content = account.hello(u"Ihr Befund ist da."_s);
    account.erika.check();
    SecondDevice second(account);
    REQUIRE(second.device.phase() == Phase::NeedsCode);
    CHECK(second.device.restore(account.erika.code()) == RestoreOutcome::Restored);
    CHECK(second.device.phase() == Phase::Ready);
    CHECK(*second.device.party.machine->ownIdentity() == OwnIdentityStatus::Verified);
    CHECK(second.device.code() == account.erika.code());
    CHECK(second.device.service->state().restoredKeys == 1);
    second.device.party.sync({u"@bert:example.org"_s});
    const auto read = second.device.party.read(content, account.bert.user);
    CHECK(party::bodyOf(read) == u"Ihr Befund ist da."_s);
    // Nobody has proven who wrote it (S-47).
    CHECK(std::get<DecryptedEvent>(read).shield.reason == Shield::Reason::AuthenticityNotGuaranteed);
    CHECK(second.server.backups.size() == 1);
}

TEST_CASE("every attempt to restore ends in its own result and changes nothing unless it succeeds", "[recovery]")
{
    Account account;
    account.erika.check();
    SecondDevice second(account);
    const QString right = account.erika.code();
    auto& data = second.server.accountData;
    const QString id = data.value(secrets::defaultKey).value("key"_L1).toString();
    const QString foreign = u"EsSz ykH7 LCZx 7Cae cmKD wcmY JRXi Ybtu 8iQ3 t8Ez nRwK pUY1"_s;
    SECTION("no code at all")
    {
        CHECK(second.device.restore(u"Guten Tag"_s) == RestoreOutcome::NotACode);
        CHECK(second.device.restore(QString()) == RestoreOutcome::NotACode);
    }
    SECTION("one character is wrong")
    {
        QString typo = right;
        typo[20] = typo[20] == u'A' ? u'B' : u'A';
        CHECK(second.device.restore(typo) == RestoreOutcome::TypingError);
    }
    SECTION("the code of another account")
    {
        CHECK(second.device.restore(foreign) == RestoreOutcome::WrongCode);
    }
    SECTION("the server has dropped what a code could be compared with (S-44)")
    {
        data[secrets::keyPrefix + id].remove("iv"_L1);
        data[secrets::keyPrefix + id].remove("mac"_L1);
        CHECK(second.device.restore(foreign) == RestoreOutcome::WrongCode);
    }
    SECTION("the sheet was replaced by a newer one")
    {
        const auto newer = crypto::SecretBytes::fromBytes(QByteArray(32, 'n'));
        data[secrets::keyPrefix + u"new"_s] = *describeStorageKey(newer, {});
        REQUIRE(second.device.accountData.save((secrets::keyPrefix + id).toStdString(), "{}"));
        for (const auto& name : {secrets::master, secrets::selfSigning, secrets::userSigning, secrets::backup})
            data[name] = *sealForStorage({}, name, u"new"_s, newer, crypto::SecretBytes(32));
        data[secrets::defaultKey] = {{u"key"_s, u"new"_s}};
        CHECK(second.device.restore(right) == RestoreOutcome::ReplacedCode);
    }
    SECTION("nothing is stored")
    {
        data.remove(secrets::defaultKey);
        CHECK(second.device.restore(right) == RestoreOutcome::NothingToOpen);
    }
    SECTION("the IV of a secret was changed, which its MAC does not cover (S-43)")
    {
        auto content = data[secrets::master];
        auto encrypted = content.value("encrypted"_L1).toObject();
        auto entry = encrypted.value(id).toObject();
        entry.insert(u"iv"_s, u"AAAAAAAAAAAAAAAAAAAAAA=="_s);
        encrypted.insert(id, entry);
        content.insert(u"encrypted"_s, encrypted);
        data[secrets::master] = content;
        CHECK(second.device.restore(right) == RestoreOutcome::ForeignKeys);
    }
    SECTION("two secrets were exchanged")
    {
        std::swap(data[secrets::master], data[secrets::selfSigning]);
        CHECK(second.device.restore(right) == RestoreOutcome::ForeignKeys);
    }
    CHECK(second.device.phase() == Phase::NeedsCode);
    CHECK(*second.device.party.machine->ownIdentity() == OwnIdentityStatus::Unverified);
    CHECK(second.device.code().isEmpty());
}

TEST_CASE("the right code is taken though the server has dropped what it could be compared with (S-44)", "[recovery]")
{
    Account account;
    account.erika.check();
    SecondDevice second(account);
    auto& data = second.server.accountData;
    auto& description = data[secrets::keyPrefix + data.value(secrets::defaultKey).value("key"_L1).toString()];
    description.remove("iv"_L1);
    description.remove("mac"_L1);
    CHECK(second.device.restore(account.erika.code()) == RestoreOutcome::Restored);
}

TEST_CASE("a backup that is too large for one answer is read room by room", "[recovery]")
{
    Account account;
    const auto content = account.hello(u"viele Chats"_s);
    account.erika.check();
    SecondDevice second(account);
    second.server.wholeIsTooLarge = true;
    second.device.rooms.clear();
    for (int i = 0; i < 12; ++i)
        second.device.rooms.append(*RoomId::parse(u"!room%1:example.org"_s.arg(i)));
    second.device.rooms.append(party::room); // not among the first ten
    CHECK(second.device.restore(account.erika.code()) == RestoreOutcome::Restored);
    CHECK(second.device.service->state().restoredKeys == 1);
    CHECK(party::bodyOf(second.device.party.read(content, account.bert.user)) == u"viele Chats"_s);
}

TEST_CASE("damaged entries of the backup are left out and the rest comes back", "[recovery]")
{
    Account account;
    const auto content = account.hello(u"lesbar"_s);
    account.erika.check();
    SecondDevice second(account);
    auto& rooms = second.server.backups[0].rooms;
    auto sessions = rooms.value(party::room.toString()).toObject().value("sessions"_L1).toObject();
    const auto good = sessions.begin().value().toObject();
    sessions.insert(u"other"_s, good); // the key inside has another id
    sessions.insert(u"broken"_s, QJsonObject{{u"session_data"_s, 7}});
    rooms.insert(party::room.toString(), QJsonObject{{u"sessions"_s, sessions}});
    rooms.insert(u"no room"_s, QJsonObject{{u"sessions"_s, sessions}});
    CHECK(second.device.restore(account.erika.code()) == RestoreOutcome::RestoredPartly);
    CHECK(second.device.service->state().restoredKeys == 1);
    CHECK(party::bodyOf(second.device.party.read(content, account.bert.user)) == u"lesbar"_s);
}

TEST_CASE("a new account is reminded of its key sheet until it is kept, after one, seven and thirty days", "[recovery]")
{
    constexpr qint64 day = 24 * party::hour;
    Account account;
    const auto reminds = [&] {
        account.erika.check();
        return account.erika.service->state().remindOfSheet;
    };
    CHECK(reminds());
    for (const qint64 days : {1, 7, 30, 30}) {
        account.erika.service->remindLater();
        CHECK_FALSE(account.erika.service->state().remindOfSheet);
        account.clock.advance(days * day - 1);
        CHECK_FALSE(reminds());
        account.clock.advance(1);
        CHECK(reminds());
    }
    account.erika.service->sheetIsKept();
    CHECK_FALSE(account.erika.service->state().remindOfSheet);
    account.clock.advance(365 * day);
    account.erika.restart();
    CHECK_FALSE(reminds());
}

TEST_CASE("who has come back with a code has the sheet", "[recovery]")
{
    Account account;
    account.erika.check();
    SecondDevice second(account);
    REQUIRE(second.device.restore(account.erika.code()) == RestoreOutcome::Restored);
    CHECK_FALSE(second.device.service->state().remindOfSheet);
}

TEST_CASE("a key that a message waits for is looked up in the backup, and again ten minutes later", "[recovery]")
{
    Account account;
    account.erika.check();
    SecondDevice second(account);
    REQUIRE(second.device.restore(account.erika.code()) == RestoreOutcome::Restored);
    const auto content = account.hello(u"nur auf dem ersten Gerät"_s);
    const RoomKeyId key{party::room, content.value("session_id"_L1).toString().toLatin1()};
    account.clock.advance(30'000);
    second.device.missing = {key};
    second.device.check();
    CHECK(second.server.log.count(u"GET keys"_s) == 3); // two of the restore, and this one
    second.device.check();
    CHECK(second.server.log.count(u"GET keys"_s) == 3); // it is not there yet, and nobody asks all the time
    account.erika.check();
    second.server.backups = account.server.backups;
    account.clock.advance(10 * 60'000);
    second.device.check();
    CHECK(second.server.log.count(u"GET keys"_s) == 4);
    CHECK(party::bodyOf(second.device.party.read(content, account.bert.user)) == u"nur auf dem ersten Gerät"_s);
}

TEST_CASE("a backup with another key is neither read nor written (S-46)", "[recovery]")
{
    Account account;
    account.erika.check();
    const AccountServer::Backup evil{
        .version = u"2"_s, .authData = backupAuthData(crypto::X25519KeyPair::generate().publicKey()), .rooms = {}};
    SECTION("it appears while the account is in use")
    {
        account.server.backups.push_back(evil);
        account.hello(u"geheim"_s);
        account.erika.check();
        CHECK(account.server.backups[1].rooms.isEmpty());
        CHECK(account.erika.phase() == Phase::Ready); // the keys are here; only new ones are not saved
        CHECK(account.erika.service->state().backupIsMissing);
        account.erika.check();
        account.erika.restart();
        account.erika.check();
        CHECK(account.server.backups[1].rooms.isEmpty());
        CHECK(account.erika.service->state().backupIsMissing);
    }
    SECTION("it is there when another device restores")
    {
        SecondDevice second(account);
        second.server.backups.push_back(evil);
        CHECK(second.device.restore(account.erika.code()) == RestoreOutcome::Restored);
        CHECK_FALSE(second.server.log.contains(u"GET keys"_s));
        CHECK_FALSE(second.server.log.contains(u"PUT keys"_s));
        CHECK(second.device.service->state().backupIsMissing);
    }
}

TEST_CASE("restoring that was interrupted goes on by itself with the next start", "[recovery]")
{
    Account account;
    const auto content = account.hello(u"später"_s);
    account.erika.check();
    SecondDevice second(account);
    const auto requests = second.server.log.size();
    SecondDevice probe(account);
    REQUIRE(probe.device.restore(account.erika.code()) == RestoreOutcome::Restored);
    const auto needed = probe.server.log.size() - requests;
    for (int kill = 1; kill < needed; ++kill) {
        SecondDevice victim(account);
        victim.server.dieAfter(kill);
        (void)victim.device.restore(account.erika.code());
        victim.server.dieAfter(-1);
        victim.device.restart();
        victim.device.check();
        if (victim.device.phase() == Phase::NeedsCode) // not even the secrets were here yet
            CHECK(victim.device.restore(account.erika.code()) == RestoreOutcome::Restored);
        INFO("killed behind request " << kill);
        CHECK(victim.device.phase() == Phase::Ready);
        CHECK(party::bodyOf(victim.device.party.read(content, account.bert.user)) == u"später"_s);
    }
}
