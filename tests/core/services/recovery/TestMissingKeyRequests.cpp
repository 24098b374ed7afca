// When the own other devices are asked for the keys that messages wait for.
#include "core/services/recovery/MissingKeyRequests.h"
#include "tests/core/encryption/TestParty.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("a key that is still missing after a minute is asked for, one that came in between is not", "[recovery][keyrequests]")
{
    party::Server server;
    party::ManualClock clock;
    party::Party old(server, clock, u"@anna:example.org"_s, u"OLD"_s);
    party::Party fresh(server, clock, u"@anna:example.org"_s, u"NEW"_s);
    old.bootstrap();
    fresh.sync({old.user.toString()});
    REQUIRE(fresh.machine->importCrossSigning(*old.machine->crossSigningSecrets()));
    fresh.sync({old.user.toString()});
    QList<RoomKeyId> missing{{party::room, "one"}, {party::room, "two"}};
    const auto isAskedFor = [&](const QByteArray& session) {
        const auto inbox = server.inbox[{u"@anna:example.org"_s, u"OLD"_s}];
        return std::any_of(inbox.begin(), inbox.end(), [&](const QByteArray& event) {
            return event.contains("m.room_key_request") && event.contains(session);
        });
    };
    MissingKeyRequests requests({.machine = *fresh.machine,
                                 .clock = clock,
                                 .missingKeys = [&]() -> Result<QList<RoomKeyId>> { return missing; },
                                 .flush = [&] { fresh.flush(); }});
    requests.check();
    clock.advance(59'999);
    requests.check();
    CHECK_FALSE(isAskedFor("one"));
    missing = {{party::room, "one"}, {party::room, "three"}};
    clock.advance(1);
    requests.check();
    CHECK(isAskedFor("one"));
    CHECK_FALSE(isAskedFor("two"));
    CHECK_FALSE(isAskedFor("three"));
    clock.advance(60'000);
    requests.check();
    CHECK(isAskedFor("three"));
}
