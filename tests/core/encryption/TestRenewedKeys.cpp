// The own identity is replaced and the room keys are destroyed because the person wants it (product B5).
#include "tests/core/encryption/TestParty.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using Kind = OutgoingRequest::Kind;
using Reason = Undecryptable::Reason;
using party::bodyOf;
using party::reasonOf;

namespace {

constexpr qint64 day = 24 * party::hour;

struct Two : party::AnnaAndBert {
    Two() { bootstrap(); }

    crypto::Ed25519Key pinned() { return (*anna.store.identity(anna.user))->master; }
    void upload()
    {
        const auto keys = anna.machine->newIdentityUpload();
        REQUIRE(keys);
        server.answer(u"@anna:example.org"_s, u"ANNA"_s,
                      {.id = {}, .kind = Kind::SigningKeysUpload, .method = "POST", .path = {}, .body = *keys});
    }
    SyncOutcome ask()
    {
        REQUIRE(anna.machine->askForOwnIdentity());
        anna.flush();
        return anna.machine->takeOutcome();
    }
    SyncOutcome renew()
    {
        REQUIRE(anna.machine->prepareNewIdentity());
        upload();
        return ask();
    }
    qint64 now() const { return clock.time.ms; }
};

} // namespace

TEST_CASE("a new identity is in use only when the server shows it, and nobody is told of a change", "[encryption][renew]")
{
    Two two;
    const auto before = two.pinned();
    REQUIRE(two.anna.machine->prepareNewIdentity());
    CHECK(two.anna.machine->isNewIdentityPrepared());
    two.ask();
    CHECK(two.pinned() == before);
    CHECK(*two.anna.machine->ownIdentity() == OwnIdentityStatus::Verified);

    two.upload();
    CHECK(two.pinned() == before);
    CHECK(two.ask().alerts.isEmpty());
    CHECK(two.pinned() != before);
    CHECK_FALSE(two.anna.machine->isNewIdentityPrepared());
    CHECK(*two.anna.machine->ownIdentity() == OwnIdentityStatus::Verified);
    const auto devices = *two.anna.machine->devices(two.anna.user);
    REQUIRE(devices.size() == 1);
    CHECK(devices.first().signedByOwner);
}

TEST_CASE("a new identity survives a crash at any point and stays the same", "[encryption][renew]")
{
    Two two;
    REQUIRE(two.anna.machine->prepareNewIdentity());
    const auto keys = *two.anna.machine->newIdentityUpload();
    two.anna.reopen();
    CHECK(two.anna.machine->isNewIdentityPrepared());
    CHECK(two.anna.machine->newIdentityUpload()->value("user_signing_key"_L1) == keys.value("user_signing_key"_L1));
    two.upload();
    two.anna.reopen(); // the answer never came
    CHECK(two.ask().alerts.isEmpty());
    CHECK(two.server.masterKeys[u"@anna:example.org"_s].value("keys"_L1) ==
          keys.value("master_key"_L1).toObject().value("keys"_L1));
    CHECK(*two.anna.machine->ownIdentity() == OwnIdentityStatus::Verified);
    two.anna.reopen();
    two.ask();
    CHECK(*two.anna.machine->ownIdentity() == OwnIdentityStatus::Verified);
}

TEST_CASE("a server that shows only a part of the new identity does not bring it into use", "[encryption][renew]")
{
    Two two;
    const auto before = two.pinned();
    const auto old = two.server.userSigningKeys[u"@anna:example.org"_s];
    REQUIRE(two.anna.machine->prepareNewIdentity());
    two.upload();
    SECTION("without the user-signing key")
    {
        two.server.userSigningKeys.erase(u"@anna:example.org"_s);
    }
    SECTION("with the user-signing key of before")
    {
        two.server.userSigningKeys[u"@anna:example.org"_s] = old;
    }
    two.ask();
    CHECK(two.anna.machine->isNewIdentityPrepared());
    CHECK(two.pinned() == before);
}

TEST_CASE("a new identity that was given up never comes into use", "[encryption][renew]")
{
    Two two;
    REQUIRE(two.anna.machine->prepareNewIdentity());
    REQUIRE(two.anna.machine->discardNewIdentity());
    CHECK_FALSE(two.anna.machine->isNewIdentityPrepared());
    CHECK(two.anna.machine->newIdentityUpload().error().code == ErrorCode::NotFound);
    two.anna.reopen();
    CHECK_FALSE(two.anna.machine->isNewIdentityPrepared());
    CHECK(*two.anna.machine->ownIdentity() == OwnIdentityStatus::Verified);
}

TEST_CASE("an identity is not replaced before the server was asked for it", "[encryption][renew]")
{
    party::Server server;
    party::ManualClock clock;
    party::Party anna(server, clock, u"@anna:example.org"_s, u"ANNA"_s);
    CHECK(anna.machine->prepareNewIdentity().error().code == ErrorCode::DevicesOutdated);
}

TEST_CASE("people see the new identity, and nobody stays verified by the old one", "[encryption][renew]")
{
    Two two;
    two.anna.share(two.members);
    two.bert.share(two.members);
    auto record = *two.anna.store.identity(two.bert.user);
    REQUIRE(record);
    record->isVerified = true;
    REQUIRE(two.anna.store.saveIdentity(*record));
    REQUIRE(*two.anna.machine->identityStatus(two.bert.user) == IdentityStatus::Verified);
    two.renew();
    CHECK(*two.anna.machine->identityStatus(two.bert.user) == IdentityStatus::Pinned);
    const auto outcome = two.bert.sync({u"@anna:example.org"_s});
    CHECK(outcome.alerts == QList{EncryptionAlert{EncryptionAlert::Kind::IdentityChanged, two.anna.user, {}}});
}

TEST_CASE("destroyed room keys read nothing of before, and what comes next with the key in use", "[encryption][renew]")
{
    Two two;
    const auto before = two.bert.send(two.members, u"alt"_s);
    const auto own = two.anna.send(two.members, u"meins"_s);
    two.anna.sync();
    two.bert.sync();
    REQUIRE(bodyOf(two.anna.read(before, two.bert.user, u"$1"_s, two.now())) == u"alt");
    REQUIRE(bodyOf(two.anna.read(own, two.anna.user, u"$2"_s, two.now())) == u"meins");
    REQUIRE(two.anna.machine->destroyRoomKeys());
    const auto checkOld = [&] {
        CHECK(reasonOf(two.anna.read(before, two.bert.user, u"$1"_s, two.now())) == Reason::KeysRenewed);
        CHECK(reasonOf(two.anna.read(own, two.anna.user, u"$2"_s, two.now())) == Reason::KeysRenewed);
    };
    checkOld();
    two.anna.reopen();
    checkOld();

    const auto next = two.bert.send(two.members, u"weiter"_s);
    REQUIRE(next.value("session_id"_L1) == before.value("session_id"_L1)); // he knows of nothing
    CHECK(bodyOf(two.anna.read(next, two.bert.user, u"$3"_s, two.now() + 1)) == u"weiter");
    const auto answer = two.anna.send(two.members, u"Antwort"_s);
    CHECK(answer.value("session_id"_L1) != own.value("session_id"_L1));
    two.bert.sync();
    CHECK(bodyOf(two.bert.read(answer, two.anna.user, u"$4"_s)) == u"Antwort");
}

TEST_CASE("a key of which nothing was read yet is not destroyed, one that nobody can be using any more is", "[encryption][renew]")
{
    Two two;
    const auto unread = two.bert.send(two.members, u"ungelesen"_s);
    two.anna.sync();
    SECTION("nothing was read yet")
    {
        REQUIRE(two.anna.machine->destroyRoomKeys());
        CHECK(bodyOf(two.anna.read(unread, two.bert.user, u"$1"_s, two.now())) == u"ungelesen");
    }
    SECTION("its newest message is older than a key may be used")
    {
        REQUIRE(bodyOf(two.anna.read(unread, two.bert.user, u"$1"_s, two.now())) == u"ungelesen");
        two.clock.advance(9 * day);
        REQUIRE(two.anna.machine->destroyRoomKeys());
        CHECK(*two.anna.machine->countRoomKeys() == 0);
    }
}

TEST_CASE("keys that the person has saved before make old messages readable again", "[encryption][renew]")
{
    Two two;
    const auto before = two.bert.send(two.members, u"alt"_s);
    two.anna.sync();
    REQUIRE(bodyOf(two.anna.read(before, two.bert.user, u"$1"_s, two.now())) == u"alt");
    auto saved = two.anna.machine->exportRoomKeys({}, 100);
    REQUIRE(saved);
    REQUIRE(two.anna.machine->destroyRoomKeys());
    REQUIRE(two.anna.machine->importRoomKeys(saved->keys, false));
    CHECK(bodyOf(two.anna.read(before, two.bert.user, u"$1"_s, two.now())) == u"alt");
}

TEST_CASE("a message that comes after the renewal and lacks its key says so as before", "[encryption][renew]")
{
    Two two;
    REQUIRE(two.anna.machine->destroyRoomKeys());
    const auto lost = two.bert.send(two.members, u"ohne Schlüssel"_s);
    CHECK(reasonOf(two.anna.read(lost, two.bert.user, u"$1"_s, two.now() + 1)) == Reason::MissingKey);
}
