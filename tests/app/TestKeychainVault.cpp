#include "app/KeychainVault.h"
#include "tests/support/FakeKeychain.h"
#include "tests/support/RunUntil.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace app;
using core::ErrorCode;
using namespace Qt::StringLiterals;

namespace {

struct Fixture {
    std::shared_ptr<FakeKeychain::State> state = std::make_shared<FakeKeychain::State>();
    KeychainVault vault{std::make_unique<FakeKeychain>(state)};
    QObject context;

    core::Result<QByteArray> read()
    {
        std::optional<core::Result<QByteArray>> result;
        vault.read(u"alice"_s, &context, [&](const core::Result<crypto::SecretBytes>& key) {
            result = key ? core::Result<QByteArray>(key->bytes().toByteArray()) : std::unexpected(key.error());
        });
        core::runUntil([&] { return result.has_value(); });
        return result.value();
    }
    core::Result<> write(const QByteArray& key)
    {
        std::optional<core::Result<>> result;
        vault.write(u"alice"_s, crypto::SecretBytes::fromBytes(key), &context, [&](core::Result<> done) { result = done; });
        core::runUntil([&] { return result.has_value(); });
        return result.value();
    }
    core::Result<> remove()
    {
        std::optional<core::Result<>> result;
        vault.remove(u"alice"_s, &context, [&](core::Result<> done) { result = done; });
        core::runUntil([&] { return result.has_value(); });
        return result.value();
    }
};

} // namespace

TEST_CASE("an entry that is not found is missing only if the key store keeps what it is given")
{
    using A = KeychainAnswer;
    const struct {
        KeychainProbe probe;
        ErrorCode meaning;
    } table[] = {
        {{A::Done, A::Done, true}, ErrorCode::KeyMissing},
        {{A::Done, A::Done, false}, ErrorCode::KeyStoreMissing},
        {{A::Done, A::NotFound, false}, ErrorCode::KeyStoreLocked},
        {{A::Done, A::Denied, false}, ErrorCode::KeyStoreDenied},
        {{A::Done, A::Missing, false}, ErrorCode::KeyStoreMissing},
        {{A::Done, A::TimedOut, false}, ErrorCode::KeyStoreLocked},
        {{A::Denied, A::Missing, false}, ErrorCode::KeyStoreLocked},
        {{A::NotFound, A::Missing, false}, ErrorCode::KeyStoreLocked},
        {{A::TimedOut, A::Missing, false}, ErrorCode::KeyStoreLocked},
        {{A::Done, A::Locked, false}, ErrorCode::KeyStoreLocked},
        {{A::Missing, A::Missing, false}, ErrorCode::KeyStoreMissing},
        {{}, ErrorCode::KeyStoreMissing},
    };
    for (const auto& row : table) {
        INFO(int(row.probe.written) << ' ' << int(row.probe.readBack) << ' ' << row.probe.sameValue);
        CHECK(meaningOfNotFound(row.probe) == row.meaning);
    }
}

TEST_CASE_METHOD(Fixture, "a key is read as it was written, and is gone after it was removed")
{
    const QByteArray key("\x00\xff k\n", 5);
    REQUIRE(write(key));
    CHECK(read() == key);
    REQUIRE(remove());
    CHECK(read().error().code == ErrorCode::KeyMissing);
    CHECK(state->entries.isEmpty()); // no probe stays behind
}

TEST_CASE_METHOD(Fixture, "the entry of a locked key store is locked, not missing")
{
    REQUIRE(write("key"));
    state->locked = true;
    CHECK(read().error().code == ErrorCode::KeyStoreLocked);
    CHECK(remove().error().code == ErrorCode::KeyStoreLocked);
    CHECK(state->entries.size() == 1);
}

TEST_CASE_METHOD(Fixture, "a person who refused to unlock the key store is not asked a second time")
{
    REQUIRE(write("key"));
    state->locked = true;
    state->tellsLocked = true;
    state->operations = 0;
    CHECK(read().error().code == ErrorCode::KeyStoreLocked);
    CHECK(state->operations == 1); // no probe, which would bring up the question again
}

TEST_CASE_METHOD(Fixture, "a key store that is unlocked in between gives the key after all")
{
    REQUIRE(write("key"));
    state->locked = true;
    state->unlocksOnWrite = true;
    CHECK(read() == QByteArray("key"));
}

TEST_CASE_METHOD(Fixture, "a key store that is absent, refuses or does not answer is told apart and asked once only")
{
    const auto [answer, code] = GENERATE(std::pair(KeychainAnswer::Missing, ErrorCode::KeyStoreMissing),
                                         std::pair(KeychainAnswer::Denied, ErrorCode::KeyStoreDenied),
                                         std::pair(KeychainAnswer::TimedOut, ErrorCode::KeyStoreLocked));
    state->always = answer;
    CHECK(read().error().code == code);
    CHECK(state->operations == 1);
    CHECK(write("key").error().code == code);
    CHECK(remove().error().code == code);
}

TEST_CASE_METHOD(Fixture, "a key that the store did not keep counts as not written")
{
    SECTION("kept nothing")
    {
        state->forgetful = true;
        CHECK(write("key").error().code == ErrorCode::KeyStoreLocked);
    }
    SECTION("kept something else")
    {
        state->garbles = true;
        CHECK(write("key").error().code == ErrorCode::KeyStoreMissing);
        CHECK(read().has_value()); // the entry exists, so that nobody makes another key
    }
}

TEST_CASE_METHOD(Fixture, "nobody is called whose context is gone")
{
    auto gone = std::make_unique<QObject>();
    bool called = false;
    vault.read(u"alice"_s, gone.get(), [&](const auto&) { called = true; });
    gone.reset();
    core::runAll();
    CHECK(!called);
    CHECK(state->operations > 1); // it did go on to its end
}

TEST_CASE("the system's key store keeps a key", "[.keyring]")
{
    KeychainVault vault(systemKeychain(u"de.tim.messenger.test"_s));
    QObject context;
    const QByteArray key("\x00\x01\xff", 3);
    QStringList steps;
    vault.write(u"test"_s, crypto::SecretBytes::fromBytes(key), &context, [&](core::Result<> written) {
        steps << (written ? u"written"_s : u"refused %1"_s.arg(int(written.error().code)));
        vault.read(u"test"_s, &context, [&](const core::Result<crypto::SecretBytes>& read) {
            steps << (read && read->bytes() == key ? u"read"_s : u"not read"_s);
            vault.remove(u"test"_s, &context, [&](core::Result<> removed) {
                steps << (removed ? u"removed"_s : u"not removed"_s);
                vault.read(u"test"_s, &context, [&](const core::Result<crypto::SecretBytes>& again) {
                    steps << (!again && again.error().code == ErrorCode::KeyMissing ? u"missing"_s : u"not missing"_s);
                });
            });
        });
    });
    CHECK(core::runUntil([&] { return steps.size() == 4; }));
    INFO(steps.join(u' ').toStdString());
    CHECK(steps == QStringList{u"written"_s, u"read"_s, u"removed"_s, u"missing"_s});
}
