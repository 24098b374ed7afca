// Verification between two devices of one account: ours and the independent client's, in both directions.
#include "tests/integration/Conversation.h"
#include "tests/support/ShowTexts.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <optional>

using namespace Qt::StringLiterals;
using namespace integration;

namespace {

constexpr int patience = 120'000;

/// Erika's device with our client, which has the private keys of her identity, and a new one with the independent client.
struct TwoDevices {
    TwoDevices()
        : erika(newInsured())
        , ours(client(store.path(), erika))
        , theirs(practice()) // the same program, as Erika's second device
    {
        REQUIRE(!ours->command(u"bootstrap"_s, {}, patience).contains("error"_L1));
        const auto login = theirs->command(u"login"_s, {{"homeserver"_L1, erika.url}, {"user"_L1, erika.user}});
        device = login.value("deviceId"_L1).toString();
        REQUIRE(!device.isEmpty());
        CHECK(!ours->waitFor({{"kind"_L1, u"alert"_s}, {"alert"_L1, u"newOwnDevice"_s}}, patience).contains("error"_L1));
        // Requests of a device that it does not know yet are dropped by the independent client.
        const QString own = ours->command(u"status"_s).value("deviceId"_L1).toString();
        REQUIRE(until([&] { return listed(*theirs, own, erika.id()).has_value(); }, patience));
    }

    [[nodiscard]] bool isSigned() const
    {
        const auto entry = listed(*ours, device, erika.id());
        return entry && entry->value("signedByOwner"_L1).toBool();
    }

    // What a program says of one of Erika's devices; empty if it does not know it.
    static std::optional<QJsonObject> listed(Program& program, const QString& device, const QString& user)
    {
        const auto list = program.command(u"devices"_s, {{"user"_L1, user}}).value("devices"_L1).toArray();
        for (const auto& entry : list) {
            if (entry.toObject().value("device"_L1).toString() == device)
                return entry.toObject();
        }
        return std::nullopt;
    }

    QTemporaryDir store;
    Account erika;
    std::unique_ptr<Program> ours;
    std::unique_ptr<Program> theirs;
    QString device;
};

} // namespace

TEST_CASE("our device and the independent client's show the same emoji, and ours signs the other one",
          "[integration][verification]")
{
    TwoDevices devices;
    const bool weAsk = GENERATE(true, false);
    CHECK_FALSE(devices.isSigned());
    auto& asking = weAsk ? *devices.ours : *devices.theirs;
    auto& asked = weAsk ? *devices.theirs : *devices.ours;
    asking.post(u"verify"_s, {{"user"_L1, devices.erika.id()}, {"confirm"_L1, u"ask"_s}});
    REQUIRE(!asked.waitFor({{"kind"_L1, u"verification"_s}}, patience).contains("error"_L1));
    asked.post(u"verify"_s, {{"user"_L1, devices.erika.id()}, {"confirm"_L1, u"ask"_s}});

    const auto here = devices.ours->waitFor({{"kind"_L1, u"sas"_s}}, patience);
    const auto there = devices.theirs->waitFor({{"kind"_L1, u"sas"_s}}, patience);
    CHECK(here.value("emoji"_L1).toArray().size() == 7);
    CHECK(here.value("emoji"_L1).toArray() == there.value("emoji"_L1).toArray());
    CHECK(here.value("decimal"_L1).toArray() == there.value("decimal"_L1).toArray());
    CHECK_FALSE(devices.isSigned());
    CHECK(!devices.theirs->command(u"answer"_s, {{"match"_L1, true}}).contains("error"_L1));
    CHECK(!devices.ours->command(u"answer"_s, {{"match"_L1, true}}).contains("error"_L1));

    const auto done = devices.ours->waitFor({{"kind"_L1, u"verificationPhase"_s}, {"phase"_L1, u"Done"_s}}, patience);
    CHECK(!done.contains("error"_L1));
    CHECK(devices.isSigned());
    // The device that is trusted now gets the private keys from ours.
    CHECK(until([&] { return devices.theirs->command(u"status"_s).value("privateKeysHere"_L1).toBool(); }, patience));
}

TEST_CASE("our device signs the independent client's after it has read its code", "[integration][verification]")
{
    TwoDevices devices;
    devices.theirs->post(u"verify"_s, {{"user"_L1, devices.erika.id()}, {"method"_L1, u"qr"_s}});
    REQUIRE(!devices.ours->waitFor({{"kind"_L1, u"verification"_s}}, patience).contains("error"_L1));
    REQUIRE(!devices.ours->command(u"accept"_s).contains("error"_L1));
    const QString code = devices.theirs->waitFor({{"kind"_L1, u"qr"_s}}, patience).value("data"_L1).toString();
    REQUIRE(!code.isEmpty());
    const auto done = devices.ours->command(u"verify"_s, {{"method"_L1, u"qr"_s}, {"scan"_L1, code}}, patience);
    CHECK(done.value("done"_L1).toBool());
    CHECK(done.value("device"_L1).toString() == devices.device);
    CHECK(devices.isSigned());
}

TEST_CASE("the independent client reads our code, and ours signs it", "[integration][verification]")
{
    TwoDevices devices;
    devices.ours->post(u"verify"_s, {{"method"_L1, u"qr"_s}});
    REQUIRE(!devices.theirs->waitFor({{"kind"_L1, u"verification"_s}}, patience).contains("error"_L1));
    REQUIRE(!devices.theirs->command(u"accept"_s, {{"user"_L1, devices.erika.id()}}).contains("error"_L1));
    const QString code = devices.ours->waitFor({{"kind"_L1, u"qr"_s}}, patience).value("data"_L1).toString();
    REQUIRE(!code.isEmpty());
    devices.theirs->post(u"verify"_s, {{"user"_L1, devices.erika.id()}, {"method"_L1, u"qr"_s}, {"scan"_L1, code}});
    const auto done = devices.ours->waitFor({{"kind"_L1, u"verificationPhase"_s}, {"phase"_L1, u"Done"_s}}, patience);
    CHECK(!done.contains("error"_L1));
    CHECK(devices.isSigned());
}

TEST_CASE("emoji that differ leave the independent client's device unsigned", "[integration][verification]")
{
    TwoDevices devices;
    devices.theirs->post(u"verify"_s, {{"user"_L1, devices.erika.id()}});
    REQUIRE(!devices.ours->waitFor({{"kind"_L1, u"verification"_s}}, patience).contains("error"_L1));
    const auto answer = devices.ours->command(u"verify"_s, {{"confirm"_L1, u"no"_s}}, patience);
    CHECK(answer.value("error"_L1).toString() == u"verification cancelled: m.mismatched_sas"_s);
    CHECK_FALSE(devices.isSigned());
}

TEST_CASE("our new device gets the private keys from the independent client's after a verification",
          "[integration][verification]")
{
    const Account erika = newInsured();
    const auto theirs = practice(); // the same program, as Erika's first device
    REQUIRE(!theirs->command(u"login"_s, {{"homeserver"_L1, erika.url}, {"user"_L1, erika.user}}).contains("error"_L1));
    REQUIRE(!theirs->command(u"bootstrap"_s, {}, patience).contains("error"_L1));
    const QTemporaryDir store;
    const auto ours = client(store.path(), erika);
    ours->waitFor({{"kind"_L1, u"sync"_s}});
    const QString device = ours->command(u"status"_s).value("deviceId"_L1).toString();
    REQUIRE(until([&] { return TwoDevices::listed(*theirs, device, erika.id()).has_value(); }, patience));
    CHECK_FALSE(ours->command(u"status"_s).value("privateKeysHere"_L1).toBool());

    ours->post(u"verify"_s);
    REQUIRE(!theirs->waitFor({{"kind"_L1, u"verification"_s}}, patience).contains("error"_L1));
    theirs->post(u"verify"_s, {{"user"_L1, erika.id()}});
    const auto done = ours->waitFor({{"kind"_L1, u"verificationPhase"_s}, {"phase"_L1, u"Done"_s}}, patience);
    REQUIRE(!done.contains("error"_L1));
    CHECK(until([&] { return ours->command(u"status"_s).value("privateKeysHere"_L1).toBool(); }, patience));
}
