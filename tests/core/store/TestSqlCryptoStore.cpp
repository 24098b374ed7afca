#include "core/store/Database.h"
#include "core/store/SqlCryptoStore.h"
#include "tests/core/encryption/CryptoStoreConformance.h"
#include "tests/support/TemporaryDatabase.h"

#include <QDir>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const RoomId room = *RoomId::parse(u"!room:example.org");
const UserId anna = *UserId::parse(u"@anna:example.org");

QByteArray columnOf(Database& database, std::string_view sql)
{
    QByteArray found;
    REQUIRE(database.each(sql, [&](const Statement& row) { found = row.blob(0); }));
    return found;
}

} // namespace

TEST_CASE("the store of keys in the database does what every store of keys must", "[store]")
{
    std::unique_ptr<TemporaryDatabase> database;
    checkCryptoStore({.open = [&]() -> std::unique_ptr<CryptoStore> {
                          database = std::make_unique<TemporaryDatabase>();
                          return std::make_unique<SqlCryptoStore>(**database);
                      },
                      .reopen = [&](std::unique_ptr<CryptoStore> store) -> std::unique_ptr<CryptoStore> {
                          store.reset();
                          database->reopen();
                          return std::make_unique<SqlCryptoStore>(**database);
                      }});
}

TEST_CASE("pickles and secrets are sealed once more inside the encrypted file", "[store]")
{
    TemporaryDatabase database;
    SqlCryptoStore store(*database);
    const QByteArray marker = "a pickle in clear";
    REQUIRE(store.saveValue("account", crypto::SecretBytes::fromBytes(marker)));
    REQUIRE(store.saveOlmSession({"olm", {}, marker, {1}}));
    REQUIRE(store.saveInboundSession({room, "in", marker, 0, anna, {}, {}, {}, KeyOrigin::Proven, false, false}));
    REQUIRE(store.saveOutboundSession({room, "out", marker, {1}, 0, false, false}));

    for (const std::string_view sql : {"SELECT value FROM crypto_values", "SELECT pickle FROM olm_sessions",
                                       "SELECT pickle FROM inbound_sessions", "SELECT pickle FROM outbound_sessions"}) {
        INFO(sql);
        const auto sealed = columnOf(*database, sql);
        CHECK(sealed.size() == marker.size() + 12 + 16);
        CHECK_FALSE(sealed.contains("pickle"));
    }
    const auto before = columnOf(*database, "SELECT pickle FROM olm_sessions");
    REQUIRE(store.saveOlmSession({"olm", {}, marker, {1}}));
    CHECK(columnOf(*database, "SELECT pickle FROM olm_sessions").left(12) != before.left(12));
}

TEST_CASE("a sealed value that was moved to another place does not open", "[store]")
{
    TemporaryDatabase database;
    SqlCryptoStore store(*database);
    REQUIRE(store.saveValue("account", crypto::SecretBytes::fromBytes("secret")));
    REQUIRE(store.saveInboundSession({room, "in", "pickle", 0, anna, {}, {}, {}, KeyOrigin::Proven, false, false}));
    REQUIRE(store.saveOlmSession({"olm", {}, "pickle", {1}}));
    REQUIRE(store.saveOutboundSession({room, "out", "pickle", {1}, 0, false, false}));

    REQUIRE(database->run("UPDATE crypto_values SET key = 'other'"));
    REQUIRE(database->run("UPDATE inbound_sessions SET session_id = 'other'"));
    REQUIRE(database->run("UPDATE olm_sessions SET session_id = 'other'"));
    REQUIRE(database->run("UPDATE outbound_sessions SET pickle = (SELECT pickle FROM olm_sessions)"));
    // An account must not be made anew because it cannot be read; a key that cannot be read may come again.
    CHECK(store.value("other").error().code == ErrorCode::StorageDamaged);
    CHECK_FALSE(store.inboundSession(room, "other")->has_value());
    CHECK(store.olmSessions({})->isEmpty());
    CHECK_FALSE(store.outboundSession(room)->has_value());
}

TEST_CASE("keys of one purpose say nothing about those of another, nor another database's", "[store]")
{
    TemporaryDatabase database;
    const auto key = SqlCryptoStore(*database).pickleKey();
    REQUIRE(key);
    CHECK_FALSE(key->equals(database->sealingKey("olm_sessions")));
    CHECK_FALSE(key->equals(TemporaryDatabase::key()));
    auto other =
        Database::open(QDir(database.folder()).filePath(u"other.db"_s), crypto::SecretBytes::fromBytes(QByteArray(32, 'o')));
    REQUIRE(other);
    CHECK_FALSE(key->equals(*SqlCryptoStore(**other).pickleKey()));
}

TEST_CASE("what a transaction of the store wrote is gone when the surrounding one is rolled back", "[store]")
{
    TemporaryDatabase database;
    SqlCryptoStore store(*database);
    {
        const auto transaction = Transaction::begin(*database);
        REQUIRE(transaction);
        REQUIRE(store.transaction([&] { return store.saveTrackedUser({anna, true}); }));
    }
    CHECK_FALSE(store.trackedUser(anna)->has_value());
}
