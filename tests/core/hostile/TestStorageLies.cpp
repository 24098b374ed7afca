// A server that lies about what a recovery code is compared with, and about the backup.
#include "core/encryption/KeyBackup.h"
#include "core/services/recovery/SecretNames.h"
#include "tests/core/hostile/HostileChat.h"

#include <QElapsedTimer>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using Phase = RecoveryState::Phase;

namespace {

/// Another device of Erika's account, at the same server.
struct FreshDevice {
    explicit FreshDevice(HostileChat& chat)
        : server(chat.keys, chat.erikasId.toString(), u"NEU"_s)
    {
        server.account.accountData = chat.server.account.accountData;
        server.account.backups = chat.server.account.backups;
    }
    void start(HostileChat& chat)
    {
        client = std::make_unique<WholeClient>(server, chat.clock, chat.erikasId.toString(), u"NEU"_s);
    }
    [[nodiscard]] Phase phase() const { return client->parts().recovery.state().phase; }

    HostileHomeserver server;
    std::unique_ptr<WholeClient> client;
};

} // namespace

TEST_CASE(
    "a key description with rules for a pass phrase that are not followed is answered at once, and opens with the code only",
    "[hostile][S-41][S-42][S-44][X-19]")
{
    HostileChat chat;
    REQUIRE(chat.erika.parts().recovery.state().phase == Phase::Ready);
    const QString right = chat.erika.recoveryCode();
    REQUIRE_FALSE(right.isEmpty());
    const QString foreign = u"EsSz ykH7 LCZx 7Cae cmKD wcmY JRXi Ybtu 8iQ3 t8Ez nRwK pUY1"_s;
    FreshDevice other(chat);
    auto& data = other.server.account.accountData;
    auto& description = data[secrets::keyPrefix + data.value(secrets::defaultKey).value("key"_L1).toString()];
    const auto iterations = GENERATE(1.0, 1e12, -1.0);
    description.insert(
        u"passphrase"_s,
        QJsonObject{{u"algorithm"_s, u"m.pbkdf2"_s}, {u"iterations"_s, iterations}, {u"bits"_s, 1e12}, {u"salt"_s, u"A"_s}});
    if (GENERATE(true, false)) {
        description.remove("iv"_L1);
        description.remove("mac"_L1);
    }
    const auto shown = data;
    const auto writes = [&] { return other.server.account.log.join(u' ').count(u"PUT "_s); };
    other.start(chat);
    REQUIRE(other.phase() == Phase::NeedsCode);

    QElapsedTimer timer;
    timer.start();
    CHECK(other.client->restore(u"Mein Hund heißt Bello"_s) == RestoreOutcome::NotACode);
    CHECK(other.client->restore(foreign) == RestoreOutcome::WrongCode);
    CHECK(other.client->restoreWithPassphrase(u"Mein Hund heißt Bello"_s) == RestoreOutcome::PassphraseRefused);
    CHECK(timer.elapsed() < 10'000);
    for (int start = 0; start < 2; ++start) {
        CHECK(other.phase() == Phase::NeedsCode);
        CHECK(other.client->recoveryCode().isEmpty());
        CHECK_FALSE(other.client->machine().crossSigningSecrets());
        CHECK(data == shown);
        CHECK(writes() == 0);
        other.client->restart();
    }
    CHECK(other.client->restore(right) == RestoreOutcome::Restored);
    CHECK(other.phase() == Phase::Ready);
    CHECK_FALSE(other.server.hasSeen("Bello"));
    other.client->checkNoSecretsAt(other.server);
}

TEST_CASE("a wrong pass phrase is never stored, though the key description holds nothing to compare it with",
          "[hostile][S-44][X-19]")
{
    HostileChat chat;
    const QString right = chat.erika.recoveryCode();
    FreshDevice other(chat);
    auto& data = other.server.account.accountData;
    auto& description = data[secrets::keyPrefix + data.value(secrets::defaultKey).value("key"_L1).toString()];
    description.insert(u"passphrase"_s,
                       QJsonObject{{u"algorithm"_s, u"m.pbkdf2"_s}, {u"iterations"_s, 100'000}, {u"salt"_s, u"the server's"_s}});
    description.remove("iv"_L1);
    description.remove("mac"_L1);
    const auto shown = data;
    other.start(chat);
    CHECK(other.client->restoreWithPassphrase(u"Mein Hund heißt Bello"_s) == RestoreOutcome::WrongPassphrase);
    for (int start = 0; start < 2; ++start) {
        CHECK(other.phase() == Phase::NeedsCode);
        CHECK(other.client->recoveryCode().isEmpty());
        CHECK_FALSE(other.client->machine().crossSigningSecrets());
        CHECK(data == shown);
        other.client->restart();
    }
    CHECK_FALSE(other.server.hasSeen("Bello"));
    CHECK(other.client->restore(right) == RestoreOutcome::Restored);
}

TEST_CASE("a key description with numbers that are none in Matrix is a fault of the server, and nothing is kept",
          "[hostile][S-42][X-19]")
{
    HostileChat chat;
    const QString right = chat.erika.recoveryCode();
    FreshDevice other(chat);
    auto& data = other.server.account.accountData;
    const QString type = secrets::keyPrefix + data.value(secrets::defaultKey).value("key"_L1).toString();
    const auto honest = data.value(type);
    data[type].insert(u"passphrase"_s, QJsonObject{{u"algorithm"_s, u"m.pbkdf2"_s}, {u"iterations"_s, 1e300}});
    other.start(chat);
    CHECK(other.client->restore(right) == RestoreOutcome::Failed);
    CHECK(other.phase() == Phase::NeedsCode);
    CHECK_FALSE(other.client->machine().crossSigningSecrets());
    other.client->restart();
    CHECK(other.phase() == Phase::NeedsCode);
    data[type] = honest;
    CHECK(other.client->restore(right) == RestoreOutcome::Restored);
}

TEST_CASE("a backup that the server puts in the place of ours gets no key and gives none", "[hostile][S-46][X-17]")
{
    HostileChat chat;
    chat.bertWrites(u"gesichert"_s);
    REQUIRE(chat.server.account.backups.size() == 1);
    REQUIRE(chat.server.account.backups[0].rooms.size() == 1);
    const QString code = chat.erika.recoveryCode();
    const QJsonObject evil{
        {u"public_key"_s, backupAuthData(crypto::X25519KeyPair::generate().publicKey()).value("public_key"_L1)}};
    chat.server.account.backups.push_back({.version = u"2"_s, .authData = evil, .rooms = {}});
    REQUIRE(chat.bert.machine->discardOutboundSession(chat.room));
    chat.bertWrites(u"geheim"_s);
    for (int start = 0; start < 2; ++start) {
        CHECK(chat.server.account.backups[1].rooms.isEmpty());
        CHECK(chat.erika.parts().recovery.state().backupIsMissing);
        CHECK(chat.erika.messages(chat.room).last().text == u"geheim"_s);
        chat.erika.restart();
    }
    FreshDevice other(chat);
    other.start(chat);
    CHECK(other.client->restore(code) == RestoreOutcome::Restored); // the identity, without the foreign backup
    CHECK_FALSE(other.server.account.log.contains(u"GET keys"_s));
    CHECK(other.client->parts().recovery.state().backupIsMissing);
    CHECK_FALSE(chat.server.hasSeen("geheim"));
    chat.erika.checkNoSecretsAt(chat.server);
}
