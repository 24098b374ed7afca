#include "app/DatabaseKey.h"
#include "tests/support/FakeKeychain.h"
#include "tests/support/RunUntil.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace app;
using core::ErrorCode;
using namespace Qt::StringLiterals;

namespace {

struct Fixture {
    QTemporaryDir folder;
    std::shared_ptr<FakeKeychain::State> store = std::make_shared<FakeKeychain::State>();
    KeychainVault vault{std::make_unique<FakeKeychain>(store)};
    QObject context;

    core::Result<QByteArray> obtain()
    {
        const auto profile = ProfileDirectory::open(folder.path());
        REQUIRE(profile);
        std::optional<core::Result<QByteArray>> result;
        obtainDatabaseKey(vault, *profile, &context, [&](const core::Result<crypto::SecretBytes>& key) {
            result = key ? core::Result<QByteArray>(key->bytes().toByteArray()) : std::unexpected(key.error());
        });
        REQUIRE(core::runUntil([&] { return result.has_value(); }));
        return *result;
    }
    void makeDatabase() const
    {
        QFile file(folder.filePath(u"messenger.db"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "the first start makes a key of 32 bytes, and every later one gets the same")
{
    const auto first = obtain();
    REQUIRE(first);
    CHECK(first->size() == 32);
    CHECK(*first != QByteArray(32, '\0'));
    makeDatabase();
    CHECK(obtain() == first);
    CHECK(store->entries.size() == 1);
}

TEST_CASE_METHOD(Fixture, "a database without its key is a loss, never a first start (S-99)")
{
    REQUIRE(obtain());
    makeDatabase();
    store->entries.clear();
    const auto key = obtain();
    REQUIRE(!key);
    CHECK(key.error().code == ErrorCode::KeyMissing);
    CHECK(store->entries.isEmpty()); // nothing was made in its place
}

TEST_CASE_METHOD(Fixture, "a key of another size does not open a database and is not replaced")
{
    REQUIRE(obtain());
    makeDatabase();
    store->entries.begin().value() = "short";
    const auto key = obtain();
    REQUIRE(!key);
    CHECK(key.error().code == ErrorCode::KeyMissing);
    CHECK(store->entries.begin().value() == "short");
}

TEST_CASE_METHOD(Fixture, "a key store that is locked, absent or refuses says so, with and without a database (S-98)")
{
    const auto check = [this] {
        store->locked = true;
        CHECK(obtain().error().code == ErrorCode::KeyStoreLocked);
        store->locked = false;
        store->always = KeychainAnswer::Missing;
        CHECK(obtain().error().code == ErrorCode::KeyStoreMissing);
        store->always = KeychainAnswer::Denied;
        CHECK(obtain().error().code == ErrorCode::KeyStoreDenied);
        store->always = KeychainAnswer::TimedOut;
        CHECK(obtain().error().code == ErrorCode::KeyStoreLocked);
        store->always = KeychainAnswer::Done;
    };
    check();
    CHECK(store->entries.isEmpty());
    REQUIRE(obtain());
    makeDatabase();
    check();
    CHECK(store->entries.size() == 1);
}

TEST_CASE_METHOD(Fixture, "a store that keeps nothing does not start a profile")
{
    store->forgetful = true;
    CHECK(!obtain());
}
