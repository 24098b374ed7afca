#include "app/KeychainCodes.h"
#include "tests/support/FakeKeychain.h"
#include "tests/support/RunUntil.h"

#include <catch2/catch_test_macros.hpp>
#include <optional>

using namespace app;
using core::ErrorCode;
using namespace Qt::StringLiterals;

namespace {

const QByteArray code = "EsTj3ySTy93FSLpBjJszeAXc2XzAygD3w69HfGaNTKBjjXEd";

core::UserId account(const QString& id)
{
    return core::UserId::parse(id).value();
}

struct Fixture {
    std::shared_ptr<FakeKeychain::State> state = std::make_shared<FakeKeychain::State>();
    std::shared_ptr<KeychainBackend> backend = std::make_shared<FakeKeychain>(state);
    KeychainCodes codes{backend};
    core::UserId erika = account(u"@a123456780:kasse.example"_s);
    QObject context;

    core::Result<QByteArray> read(const core::UserId& of)
    {
        std::optional<core::Result<QByteArray>> result;
        codes.read(of, &context, [&](const core::Result<crypto::SecretBytes>& kept) {
            result = kept ? core::Result<QByteArray>(kept->bytes().toByteArray()) : std::unexpected(kept.error());
        });
        core::runUntil([&] { return result.has_value(); });
        return result.value();
    }
    core::Result<> write()
    {
        std::optional<core::Result<>> result;
        codes.write(erika, crypto::SecretBytes::fromBytes(code), &context, [&](core::Result<> done) { result = done; });
        core::runUntil([&] { return result.has_value(); });
        return result.value();
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "the key code of an account is found again, and by no other account", "[recovery]")
{
    REQUIRE(write());
    CHECK(read(erika) == code);
    CHECK(read(account(u"@b123456780:kasse.example"_s)).error().code == ErrorCode::KeyMissing);
}

TEST_CASE_METHOD(Fixture, "the entry of a key code has a name that never changes and does not show whose it is", "[recovery]")
{
    REQUIRE(write());
    REQUIRE(state->entries.size() == 1);
    CHECK(state->entries.constBegin().key() == u"key-code/29a9fe63d63fd252fdc75fc25c902d7a1b0d72758a3695d91f2cd39003d1e248"_s);
}

TEST_CASE_METHOD(Fixture, "a profile that goes does not take the key code of its account along", "[recovery]")
{
    REQUIRE(write());
    KeychainVault keys(backend);
    bool isRemoved = false;
    keys.remove(u"profile"_s, &context, [&](const core::Result<>& removed) { isRemoved = removed.has_value(); });
    REQUIRE(core::runUntil([&] { return isRemoved; }));
    CHECK(read(erika) == code);
}

TEST_CASE_METHOD(Fixture, "a key store that is locked does not count as one without a key code", "[recovery]")
{
    REQUIRE(write());
    state->locked = true;
    CHECK(read(erika).error().code == ErrorCode::KeyStoreLocked);
    state->locked = false;
    std::optional<core::Result<>> removed;
    codes.remove(erika, &context, [&](core::Result<> done) { removed = done; });
    REQUIRE(core::runUntil([&] { return removed.has_value(); }));
    CHECK(removed->has_value());
    CHECK(read(erika).error().code == ErrorCode::KeyMissing);
    CHECK(state->entries.isEmpty());
}
