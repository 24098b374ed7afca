#include "core/encryption/KeyBackup.h"
#include "tests/core/encryption/TestParty.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using party::bodyOf;
using party::reasonOf;

namespace {

struct Two : party::AnnaAndBert {
    Two() { bootstrap(); }
    /// Bert's message as Anna's first device keeps its key.
    QJsonObject said(const QString& text)
    {
        const auto content = bert.send(members, text);
        anna.sync();
        REQUIRE(bodyOf(anna.read(content, bert.user)) == text);
        return content;
    }
};

std::vector<ExportedRoomKey> copyOf(const std::vector<ExportedRoomKey>& keys)
{
    std::vector<ExportedRoomKey> copies;
    for (const auto& key : keys)
        copies.push_back({.id = key.id,
                          .firstIndex = key.firstIndex,
                          .senderKey = key.senderKey,
                          .claimedEd25519 = key.claimedEd25519,
                          .origin = key.origin,
                          .sharedHistory = key.sharedHistory,
                          .sessionKey = key.sessionKey.copy()});
    return copies;
}

} // namespace

TEST_CASE("a room key comes back from its entry of the backup, unproven", "[encryption][backup]")
{
    Two two;
    two.said(u"Hallo"_s);
    const auto keys = two.anna.machine->roomKeysToBackUp(10);
    REQUIRE(keys);
    REQUIRE(keys->size() == 1);
    const auto backup = crypto::X25519KeyPair::generate();
    const auto entry = encryptForBackup(backup.publicKey(), keys->front());
    REQUIRE(entry);
    CHECK(entry->value("is_verified"_L1).toBool());
    const auto document = JsonDocument::parse(party::toJson(*entry));
    const auto back = decryptFromBackup(backup, keys->front().id, document->root());
    REQUIRE(back);
    CHECK(back->senderKey == two.bert.machine->curve25519());
    CHECK(back->claimedEd25519 == two.bert.machine->ed25519());
    CHECK(back->origin == KeyOrigin::Unproven);
    CHECK(back->sessionKey.equals(keys->front().sessionKey));
    CHECK_FALSE(encryptForBackup(backup.publicKey(), *back)->value("is_verified"_L1).toBool()); // S-48
    CHECK_FALSE(decryptFromBackup(crypto::X25519KeyPair::generate(), keys->front().id, document->root()));
}

TEST_CASE("what is backed up is not backed up again until it has become better", "[encryption][backup]")
{
    Two two;
    two.said(u"Hallo"_s);
    const auto keys = *two.anna.machine->roomKeysToBackUp(10);
    CHECK(*two.anna.machine->countRoomKeysToBackUp() == 1);
    REQUIRE(two.anna.machine->markBackedUp(keys));
    CHECK(*two.anna.machine->countRoomKeysToBackUp() == 0);
    CHECK(two.anna.machine->roomKeysToBackUp(10)->empty());
    two.anna.reopen();
    CHECK(*two.anna.machine->countRoomKeysToBackUp() == 0);
    REQUIRE(two.anna.machine->markNoneBackedUp());
    CHECK(*two.anna.machine->countRoomKeysToBackUp() == 1);
}

TEST_CASE("a message read with a key of the backup is shown as not proven until its sender sends the key", "[encryption][backup]")
{
    Two two;
    const auto content = two.said(u"Hallo"_s);
    const auto keys = *two.anna.machine->roomKeysToBackUp(10);
    party::Party fresh(two.server, two.clock, u"@anna:example.org"_s, u"NEU"_s);
    CHECK(reasonOf(fresh.read(content, two.bert.user)) == Undecryptable::Reason::MissingKey);
    CHECK(fresh.machine->importRoomKeys(copyOf(keys), true)->refused == 0);
    CHECK(fresh.machine->takeOutcome().newRoomKeys == QList{keys.front().id});
    const auto read = fresh.read(content, two.bert.user);
    CHECK(bodyOf(read) == u"Hallo");
    CHECK(std::get<DecryptedEvent>(read).shield.reason == Shield::Reason::AuthenticityNotGuaranteed);
    CHECK(*fresh.machine->countRoomKeysToBackUp() == 0);
}

TEST_CASE("a key of the backup never lowers what is proven", "[encryption][backup]")
{
    Two two;
    const auto content = two.said(u"Hallo"_s);
    const auto keys = *two.anna.machine->roomKeysToBackUp(10);
    CHECK(two.anna.machine->importRoomKeys(copyOf(keys), true)->refused == 0);
    CHECK(two.anna.machine->takeOutcome().newRoomKeys.isEmpty());
    const auto read = two.anna.read(content, two.bert.user);
    CHECK(std::get<DecryptedEvent>(read).origin == KeyOrigin::Proven);
    CHECK(std::get<DecryptedEvent>(read).shield == Shield());
}

TEST_CASE("a forged ratchet under a true id gives way to the key that its sender has signed", "[encryption][backup]")
{
    Two two;
    const auto content = two.said(u"echt"_s);
    auto keys = *two.anna.machine->roomKeysToBackUp(10);
    // The export format: version, index, ratchet of 128 bytes, public key. Nothing signs the ratchet.
    auto raw = QByteArray::fromBase64(keys.front().sessionKey.bytes().toByteArray());
    raw[10] = static_cast<char>(raw[10] ^ 1);
    keys.front().sessionKey = crypto::SecretBytes::fromBytes(raw.toBase64(QByteArray::OmitTrailingEquals));
    const auto genuine = *two.anna.machine->roomKeysToBackUp(10);
    party::Party victim(two.server, two.clock, u"@anna:example.org"_s, u"OPFER"_s);
    SECTION("of two unproven ones the first stays")
    {
        CHECK(victim.machine->importRoomKeys(copyOf(genuine), true)->refused == 0);
        CHECK(victim.machine->importRoomKeys(copyOf(keys), true)->refused == 0);
        CHECK(bodyOf(victim.read(content, two.bert.user)) == u"echt");
    }
    SECTION("the proven one takes the place of a forged one")
    {
        CHECK(victim.machine->importRoomKeys(copyOf(keys), true)->refused == 0);
        CHECK(reasonOf(victim.read(content, two.bert.user)) == Undecryptable::Reason::Malformed);
        REQUIRE(victim.machine->importCrossSigning(*two.anna.machine->crossSigningSecrets()));
        victim.flush();
        two.bert.sync({u"@anna:example.org"_s});
        const auto next = two.bert.send(two.members, u"weiter"_s);
        victim.sync({u"@bert:example.org"_s});
        const auto read = victim.read(next, two.bert.user, u"$next"_s);
        REQUIRE(bodyOf(read) == u"weiter");
        CHECK(std::get<DecryptedEvent>(read).sessionId == keys.front().id.sessionId);
        CHECK(std::get<DecryptedEvent>(read).origin == KeyOrigin::Proven);
    }
    SECTION("a forged one never takes the place of the proven one")
    {
        CHECK(two.anna.machine->importRoomKeys(copyOf(keys), true)->refused == 0);
        CHECK(bodyOf(two.anna.read(content, two.bert.user)) == u"echt");
    }
}

TEST_CASE("what claims to be another key than it is, is refused", "[encryption][backup]")
{
    Two two;
    two.said(u"Hallo"_s);
    auto keys = *two.anna.machine->roomKeysToBackUp(10);
    keys.front().id.sessionId = "another";
    CHECK(two.anna.machine->importRoomKeys(copyOf(keys), true)->refused == 1);
    keys.front().sessionKey = crypto::SecretBytes::fromBytes("AAAA");
    CHECK(two.anna.machine->importRoomKeys(copyOf(keys), true)->refused == 1);
}

TEST_CASE("private keys are taken in only if they belong to the pinned identity", "[encryption][backup]")
{
    Two two;
    const auto secrets = two.anna.machine->crossSigningSecrets();
    REQUIRE(secrets);
    party::Party fresh(two.server, two.clock, u"@anna:example.org"_s, u"NEU"_s);
    CHECK_FALSE(fresh.machine->crossSigningSecrets());
    for (auto wrong : {&CrossSigningSecrets::master, &CrossSigningSecrets::selfSigning, &CrossSigningSecrets::userSigning}) {
        CrossSigningSecrets others{.master = secrets->master.copy(),
                                   .selfSigning = secrets->selfSigning.copy(),
                                   .userSigning = secrets->userSigning.copy()};
        others.*wrong = crypto::SecretBytes(32);
        const auto imported = fresh.machine->importCrossSigning(others);
        REQUIRE_FALSE(imported);
        CHECK(imported.error().code == ErrorCode::Crypto);
    }
    CHECK(*fresh.machine->ownIdentity() == OwnIdentityStatus::Unverified);
    REQUIRE(fresh.machine->importCrossSigning(*secrets));
    fresh.flush();
    CHECK(*fresh.machine->ownIdentity() == OwnIdentityStatus::Verified);
    const auto devices = *fresh.machine->devices(fresh.user);
    const auto own =
        std::find_if(devices.begin(), devices.end(), [&](const auto& device) { return device.device == fresh.device; });
    REQUIRE(own != devices.end());
    CHECK(own->signedByOwner);
}
