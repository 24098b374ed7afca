#include "app/KeychainVault.h"
#include "tests/support/RunUntil.h"

#include <QHash>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace app;
using core::ErrorCode;
using namespace Qt::StringLiterals;

namespace {

// A key store that can be locked, refuse, lie or be absent, as those that were tried.
class FakeKeychain final : public KeychainBackend {
public:
    struct State {
        QHash<QString, QByteArray> entries;
        bool locked = false;         // reads say NotFound, writes are refused
        bool unlocksOnWrite = false; // the person answers the question that a write brings up
        bool forgetful = false;      // says Done and keeps nothing
        bool garbles = false;
        KeychainAnswer always = KeychainAnswer::Done; // anything else: the answer to every operation
        int operations = 0;
    };
    explicit FakeKeychain(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }

    void read(const QString& entry, Read done) override
    {
        later([this, entry, done] {
            const auto found = m_state->entries.constFind(entry);
            if (m_state->always != KeychainAnswer::Done)
                done(m_state->always, {});
            else if (m_state->locked || found == m_state->entries.constEnd())
                done(KeychainAnswer::NotFound, {});
            else
                done(KeychainAnswer::Done, crypto::SecretBytes::fromBytes(m_state->garbles ? found->toUpper() + "x" : *found));
        });
    }

    void write(const QString& entry, crypto::SecretBytes value, Written done) override
    {
        later([this, entry, bytes = value.bytes().toByteArray(), done] {
            if (m_state->always != KeychainAnswer::Done)
                return done(m_state->always);
            if (m_state->locked && !m_state->unlocksOnWrite)
                return done(KeychainAnswer::Denied);
            m_state->locked = false;
            if (!m_state->forgetful)
                m_state->entries.insert(entry, bytes);
            done(KeychainAnswer::Done);
        });
    }

    void remove(const QString& entry, Written done) override
    {
        later([this, entry, done] {
            if (m_state->always != KeychainAnswer::Done)
                done(m_state->always);
            else
                done(!m_state->locked && m_state->entries.remove(entry) ? KeychainAnswer::Done : KeychainAnswer::NotFound);
        });
    }

private:
    template <typename Step>
    void later(Step step)
    {
        ++m_state->operations;
        QTimer::singleShot(0, &m_operations, step);
    }

    std::shared_ptr<State> m_state;
    QObject m_operations;
};

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
