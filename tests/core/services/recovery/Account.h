#pragma once

#include "tests/core/services/recovery/Device.h"

#include <catch2/catch_test_macros.hpp>

/// Erika with one device, and Bert who writes to her.
struct Account {
    party::Server keys;
    party::ManualClock clock;
    AccountServer server{keys, QStringLiteral("@erika:example.org"), QStringLiteral("ERIKA")};
    Device erika{keys, server, clock, QStringLiteral("@erika:example.org"), QStringLiteral("ERIKA")};
    party::Party bert{keys, clock, QStringLiteral("@bert:example.org"), QStringLiteral("BERT")};
    QList<core::UserId> members{erika.party.user, bert.user};

    Account()
    {
        erika.party.bootstrap();
        bert.bootstrap();
    }
    QJsonObject hello(const QString& text)
    {
        const auto content = bert.send(members, text);
        erika.party.sync();
        REQUIRE(party::bodyOf(erika.party.read(content, bert.user)) == text);
        return content;
    }
};

/// Another device of the account, on the same server.
struct SecondDevice {
    explicit SecondDevice(Account& account)
        : server(account.keys, QStringLiteral("@erika:example.org"), QStringLiteral("ZWEI"))
        , device(account.keys, server, account.clock, QStringLiteral("@erika:example.org"), QStringLiteral("ZWEI"))
    {
        server.accountData = account.server.accountData;
        server.backups = account.server.backups;
        device.party.flush();
        device.check();
    }
    AccountServer server;
    Device device;
};
