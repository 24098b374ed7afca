// Storage keys that another program has made from a pass phrase (S-41).
#include "core/encryption/PassphraseRules.h"
#include "core/encryption/SecretStorage.h"

#include <QElapsedTimer>

#include <catch2/catch_test_macros.hpp>
#include <thread>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QJsonObject acceptable()
{
    return {{u"algorithm"_s, u"m.pbkdf2"_s}, {u"iterations"_s, 100'000}, {u"salt"_s, u"Salz"_s}};
}

QJsonObject with(const QString& name, const QJsonValue& value)
{
    auto rules = acceptable();
    rules.insert(name, value);
    return rules;
}

Result<PassphraseRules> read(const QJsonObject& given)
{
    return passphraseRules({{u"passphrase"_s, given}});
}

crypto::SecretBytes phrase(const QByteArray& text)
{
    return crypto::SecretBytes::fromBytes(text);
}

// Vector 4s-04.
const QJsonObject description{{u"algorithm"_s, u"m.secret_storage.v1.aes-hmac-sha2"_s},
                              {u"passphrase"_s, QJsonObject{{u"algorithm"_s, u"m.pbkdf2"_s},
                                                            {u"iterations"_s, 500'000},
                                                            {u"salt"_s, u"y863BOoqOadgDp8S3FtHXikDJEalsQ7d"_s}}},
                              {u"iv"_s, u"xxkTK0L4UzxgAFkQ6XPwsw"_s},
                              {u"mac"_s, u"MEhooO0ZhFJNxUhvRMSxBnJfL20wkLgle3ocY0ee/eA"_s}};

} // namespace

TEST_CASE("the pass phrase of a storage key gives that key, and another one does not", "[encryption][recovery][S-41]")
{
    const std::atomic_bool goOn{false};
    const auto rules = passphraseRules(description);
    REQUIRE(rules);
    const auto right = keyFromPassphrase(*rules, phrase("correct horse battery staple"), goOn);
    REQUIRE(right);
    CHECK(right->bytes().toByteArray().toHex() == "2ebfa5ad1a95ab94a94bc569b68fac914c2572ce5ae47877ab2415feeecd859c");
    CHECK(checkStorageKey(description, *right) == StorageKeyCheck::Right);
    const auto wrong = keyFromPassphrase(*rules, phrase("incorrect horse battery staple"), goOn);
    REQUIRE(wrong);
    CHECK(checkStorageKey(description, *wrong) == StorageKeyCheck::Wrong);
    CHECK_FALSE(keyFromPassphrase(*rules, {}, goOn));
}

TEST_CASE("only known rules within narrow limits are followed", "[encryption][recovery][S-41]")
{
    const auto most = read(with(u"iterations"_s, 10'000'000));
    REQUIRE(most);
    CHECK(most->iterations == 10'000'000);
    CHECK(read(acceptable()));
    CHECK(read(with(u"bits"_s, 256)));
    CHECK(read(with(u"salt"_s, QString(256, u's'))));

    CHECK(passphraseRules({}).error().code == ErrorCode::NotFound);
    CHECK_FALSE(takesPassphrase({}));
    CHECK_FALSE(takesPassphrase({{u"passphrase"_s, u"text"_s}}));
    QList<QJsonObject> refused{
        with(u"algorithm"_s, u"m.pbkdf1"_s), with(u"salt"_s, u""_s), with(u"salt"_s, QString(257, u's')), with(u"salt"_s, 7), {}};
    for (const auto& iterations :
         {QJsonValue(1), QJsonValue(0), QJsonValue(-5), QJsonValue(99'999), QJsonValue(100'000.5), QJsonValue(10'000'001),
          QJsonValue(double(qint64(1) << 53)), QJsonValue(1e300), QJsonValue(u"500000"_s), QJsonValue()})
        refused.append(with(u"iterations"_s, iterations));
    for (const auto& bits : {QJsonValue(8), QJsonValue(512), QJsonValue(u"256"_s), QJsonValue(), QJsonValue(1e12)})
        refused.append(with(u"bits"_s, bits));
    QElapsedTimer timer;
    timer.start();
    for (const auto& rules : std::as_const(refused)) {
        const auto outcome = read(rules);
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == ErrorCode::Forbidden);
        CHECK(takesPassphrase({{u"passphrase"_s, rules}}));
    }
    CHECK(timer.elapsed() < 1'000);
}

TEST_CASE("who does not want to wait for the key has not to wait", "[encryption][recovery][S-41]")
{
    const auto rules = read(with(u"iterations"_s, 10'000'000));
    REQUIRE(rules);
    std::atomic_bool stop{false};
    std::thread impatient([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop = true;
    });
    QElapsedTimer timer;
    timer.start();
    const auto key = keyFromPassphrase(*rules, phrase("correct horse battery staple"), stop);
    impatient.join();
    REQUIRE_FALSE(key);
    CHECK(key.error().code == ErrorCode::Cancelled);
    CHECK(timer.elapsed() < 2'000); // ten million take several seconds
}
