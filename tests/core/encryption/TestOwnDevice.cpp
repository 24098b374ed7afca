// What becomes of the own device when the server forgets or removes it.
#include "tests/core/encryption/TestParty.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;
using Kind = OutgoingRequest::Kind;
using party::bodyOf;

namespace {

struct Two : party::AnnaAndBert {
    Two() { bootstrap(); }
    // The same store with another device id, as after a new login.
    void annaGetsNewDevice()
    {
        anna.machine.reset();
        REQUIRE(OlmMachine::removeDevice(anna.store));
        anna.device = *DeviceId::parse(u"ANNA2");
        anna.reopen();
        anna.flush();
    }
};

} // namespace

TEST_CASE("a store has a device from the first start on", "[encryption]")
{
    MemoryCryptoStore store;
    CHECK_FALSE(*OlmMachine::hasDevice(store));
    const party::ManualClock clock;
    REQUIRE(OlmMachine::open(*UserId::parse(u"@anna:example.org"), *DeviceId::parse(u"ANNA"), store, clock));
    CHECK(*OlmMachine::hasDevice(store));
    REQUIRE(OlmMachine::removeDevice(store));
    CHECK_FALSE(*OlmMachine::hasDevice(store));
}

TEST_CASE("after the device was removed a new one has other keys and still reads what the old one could", "[encryption]")
{
    Two two;
    const auto before = two.bert.send(two.members, u"Hallo"_s);
    two.anna.sync();
    REQUIRE(bodyOf(two.anna.read(before, two.bert.user)) == u"Hallo");
    const auto oldKey = two.anna.machine->curve25519();
    two.annaGetsNewDevice();
    CHECK(two.anna.machine->curve25519() != oldKey);
    CHECK(bodyOf(two.anna.read(before, two.bert.user)) == u"Hallo");
}

TEST_CASE("the own identity signs the device that comes after a removed one", "[encryption]")
{
    Two two;
    two.annaGetsNewDevice();
    CHECK(*two.anna.machine->ownIdentity() == OwnIdentityStatus::Verified);
    two.bert.sync({u"@anna:example.org"_s});
    const auto message = two.bert.send(two.members, u"An das neue"_s);
    two.anna.sync();
    CHECK(bodyOf(two.anna.read(message, two.bert.user, u"$new"_s)) == u"An das neue");
    const auto answer = two.anna.send(two.members, u"Vom neuen"_s);
    two.bert.sync({u"@anna:example.org"_s});
    CHECK(bodyOf(two.bert.read(answer, two.anna.user, u"$answer"_s)) == u"Vom neuen");
}

TEST_CASE("a device whose keys the server has lost publishes the same keys again, signed", "[encryption]")
{
    Two two;
    CHECK(two.anna.machine->isDevicePublished());
    const std::pair key(u"@anna:example.org"_s, u"ANNA"_s);
    const auto lost = two.server.deviceKeys[key];
    two.server.deviceKeys.erase(key);
    REQUIRE(two.anna.machine->publishDeviceAgain());
    CHECK_FALSE(two.anna.machine->isDevicePublished());
    two.anna.flush();
    CHECK(two.server.deviceKeys[key].value("keys"_L1) == lost.value("keys"_L1));
    CHECK(two.anna.machine->isDevicePublished());
    REQUIRE(two.bert.machine->trackUsers({two.anna.user}));
    two.bert.sync({u"@anna:example.org"_s});
    const auto devices = *two.bert.machine->devices(two.anna.user);
    REQUIRE(devices.size() == 1);
    CHECK(devices.first().signedByOwner);
    CHECK(two.server.reusedKeyIds == 0);
}

TEST_CASE("the server is asked for the own keys again when somebody wants to know", "[encryption]")
{
    Two two;
    CHECK(two.anna.machine->outgoingRequests().isEmpty());
    REQUIRE(two.anna.machine->askForOwnIdentity());
    const auto requests = two.anna.machine->outgoingRequests();
    REQUIRE(requests.size() == 1);
    CHECK(requests.first().kind == Kind::KeysQuery);
}
