// Keys that another program has made from a pass phrase bring the chats back here, too (S-41).
#include "core/encryption/PassphraseRules.h"
#include "core/encryption/SecretStorage.h"
#include "core/services/recovery/SecretNames.h"
#include "crypto/RecoveryKey.h"
#include "tests/core/services/recovery/Account.h"
#include "tests/support/RunUntil.h"

#include <QElapsedTimer>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using Phase = RecoveryState::Phase;

namespace {

const QByteArray phrase = "Der Hund heißt Bello";
const QString keyId = u"mitPasswort"_s;

QJsonObject someRules(const QString& name = {}, const QJsonValue& value = {})
{
    QJsonObject rules{{u"algorithm"_s, u"m.pbkdf2"_s}, {u"iterations"_s, 100'000}, {u"salt"_s, u"Salz"_s}};
    if (!name.isEmpty())
        rules.insert(name, value);
    return rules;
}

/// An account whose keys another program has stored under a key that was made from `phrase`.
struct WithPassphrase : Account {
    QJsonObject message;
    QString ownCode; ///< of the key that was there before
    crypto::SecretBytes key;

    WithPassphrase()
    {
        message = hello(u"Ihr Befund ist da."_s);
        erika.check();
        ownCode = erika.code();
        const auto before = *crypto::decodeRecoveryKey(ownCode);
        const auto id = server.accountData.value(secrets::defaultKey).value("key"_L1).toString();
        const std::atomic_bool goOn{false};
        const auto rules = passphraseRules({{u"passphrase"_s, someRules()}});
        key = std::move(*keyFromPassphrase(*rules, crypto::SecretBytes::fromBytes(phrase), goOn));
        for (const auto& name : secrets::all()) {
            const auto secret = openFromStorage(server.accountData.value(name), name, id, before);
            REQUIRE(secret);
            server.accountData[name] = *sealForStorage({}, name, keyId, key, *secret);
        }
        describe(someRules());
        server.accountData[secrets::defaultKey] = {{u"key"_s, keyId}};
    }
    void describe(const QJsonObject& rules)
    {
        auto description = *describeStorageKey(key, {});
        description.insert(u"passphrase"_s, rules);
        server.accountData[secrets::keyPrefix + keyId] = description;
    }
    [[nodiscard]] QString code() const { return QString::fromLatin1(crypto::encodeRecoveryKey(key)->bytes().toByteArray()); }
};

/// A new device of the account, which has had its first sync.
struct NewDevice {
    explicit NewDevice(WithPassphrase& account)
        : second(account)
    {
        for (auto it = second.server.accountData.begin(); it != second.server.accountData.end(); ++it)
            REQUIRE(second.device.accountData.save(it.key().toStdString(), party::toJson(it.value()).toStdString()));
        second.device.check();
        REQUIRE(second.device.phase() == Phase::NeedsCode);
        QObject::connect(&service(), &RecoveryService::passphraseEnded, &service(),
                         [this](RestoreOutcome outcome) { ended.append(outcome); });
        QObject::connect(&service(), &RecoveryService::restoreEnded, &service(),
                         [this](RestoreOutcome outcome) { restored.append(outcome); });
    }
    [[nodiscard]] RecoveryService& service() const { return *second.device.service; }
    void give(const QByteArray& text) const
    {
        service().restoreWithPassphrase(std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::fromBytes(text)));
    }
    std::optional<RestoreOutcome> tryWith(const QByteArray& text)
    {
        ended.clear();
        restored.clear();
        give(text);
        REQUIRE(runUntil([&] { return !ended.isEmpty() || !restored.isEmpty(); }));
        runAll();
        CHECK(ended.size() + restored.size() == 1);
        return ended.isEmpty() ? restored.value(0) : ended.value(0);
    }
    void checkNothingHasChanged(const QMap<QString, QJsonObject>& shown)
    {
        CHECK(second.device.phase() == Phase::NeedsCode);
        CHECK_FALSE(second.device.party.machine->crossSigningSecrets());
        CHECK(second.device.code().isEmpty());
        CHECK(second.server.accountData == shown);
        CHECK(restored.isEmpty());
    }

    SecondDevice second;
    QList<RestoreOutcome> ended;
    QList<RestoreOutcome> restored;
};

} // namespace

TEST_CASE("the pass phrase of another program brings keys and messages back, and no sheet is on paper by that",
          "[recovery][S-41]")
{
    WithPassphrase account;
    NewDevice fresh(account);
    CHECK(fresh.service().state().takesPassphrase);
    CHECK(fresh.tryWith(phrase) == RestoreOutcome::Restored);
    CHECK(fresh.ended.isEmpty());
    auto& device = fresh.second.device;
    CHECK(device.phase() == Phase::Ready);
    CHECK(*device.party.machine->ownIdentity() == OwnIdentityStatus::Verified);
    device.party.sync({u"@bert:example.org"_s});
    CHECK(party::bodyOf(device.party.read(account.message, account.bert.user)) == u"Ihr Befund ist da."_s);
    CHECK(device.code() == account.code()); // the sheet that can be printed now
    CHECK(fresh.service().state().remindOfSheet);
    CHECK_FALSE(fresh.service().state().takesPassphrase);
    device.restart();
    device.check();
    CHECK(device.phase() == Phase::Ready);
}

TEST_CASE("another pass phrase opens nothing, and the right one still does", "[recovery][S-41]")
{
    WithPassphrase account;
    if (GENERATE(true, false)) { // nothing to compare with: the secrets decide (S-44)
        auto& description = account.server.accountData[secrets::keyPrefix + keyId];
        description.remove("iv"_L1);
        description.remove("mac"_L1);
    }
    NewDevice fresh(account);
    const auto shown = fresh.second.server.accountData;
    for (const QByteArray& wrong : {QByteArray("Der Hund heißt bello"), phrase + ' ', QByteArray("x"), QByteArray()}) {
        CHECK(fresh.tryWith(wrong) == RestoreOutcome::WrongPassphrase);
        fresh.checkNothingHasChanged(shown);
    }
    CHECK(fresh.tryWith(phrase) == RestoreOutcome::Restored);
}

TEST_CASE("rules that would give the pass phrase away, or take for ever, are refused at once, and the code still opens",
          "[recovery][S-41][hostile]")
{
    WithPassphrase account;
    const auto rules = GENERATE(someRules(u"iterations"_s, 1), someRules(u"iterations"_s, 99'999),
                                someRules(u"iterations"_s, 1e12), someRules(u"iterations"_s, u"500000"_s),
                                someRules(u"bits"_s, 8), someRules(u"salt"_s, u""_s), someRules(u"algorithm"_s, u"m.other"_s));
    account.describe(rules);
    NewDevice fresh(account);
    CHECK(fresh.service().state().takesPassphrase); // it is said why it cannot be used
    const auto shown = fresh.second.server.accountData;
    QElapsedTimer timer;
    timer.start();
    CHECK(fresh.tryWith(phrase) == RestoreOutcome::PassphraseRefused);
    CHECK(timer.elapsed() < 1'000);
    fresh.checkNothingHasChanged(shown);
    CHECK(fresh.second.device.restore(account.code()) == RestoreOutcome::Restored);
}

TEST_CASE("who does not want to wait for the pass phrase can use the code at once", "[recovery][S-41]")
{
    WithPassphrase account;
    account.describe(someRules(u"iterations"_s, 10'000'000));
    NewDevice fresh(account);
    const auto shown = fresh.second.server.accountData;
    QElapsedTimer timer;
    timer.start();
    fresh.give(phrase);
    runAll(); // asked the server; the other thread is at it
    fresh.service().stopPassphrase();
    fresh.checkNothingHasChanged(shown);
    CHECK(fresh.second.device.restore(account.code()) == RestoreOutcome::Restored);
    CHECK(fresh.ended.isEmpty());
    CHECK(timer.elapsed() < 3'000); // the key takes longer
}

TEST_CASE("the pass phrase of a key that was replaced says so", "[recovery][S-41]")
{
    WithPassphrase account;
    const auto newer = crypto::SecretBytes::fromBytes(QByteArray(32, 'n'));
    account.server.accountData[secrets::keyPrefix + u"newer"_s] = *describeStorageKey(newer, {});
    account.server.accountData[secrets::defaultKey] = {{u"key"_s, u"newer"_s}};
    for (const auto& name : secrets::all()) {
        const auto secret = openFromStorage(account.server.accountData.value(name), name, keyId, account.key);
        account.server.accountData[name] = *sealForStorage({}, name, u"newer"_s, newer, *secret);
    }
    NewDevice fresh(account);
    CHECK_FALSE(fresh.service().state().takesPassphrase);
    CHECK(fresh.tryWith(phrase) == RestoreOutcome::ReplacedCode);
}

TEST_CASE("an account without a pass phrase asks for none", "[recovery][S-41]")
{
    WithPassphrase account;
    account.server.accountData[secrets::keyPrefix + keyId] = *describeStorageKey(account.key, {});
    NewDevice fresh(account);
    CHECK_FALSE(fresh.service().state().takesPassphrase);
    CHECK(fresh.tryWith(phrase) == RestoreOutcome::WrongPassphrase);
}

TEST_CASE("what is stored for an account here has never a pass phrase", "[recovery][S-41]")
{
    Account account;
    account.erika.check();
    REQUIRE(account.erika.phase() == Phase::Ready);
    for (const auto& content : std::as_const(account.server.accountData))
        CHECK_FALSE(content.contains("passphrase"_L1));
}
