#pragma once

#include "core/services/send/SendService.h"
#include "tests/core/encryption/TestParty.h"
#include "tests/core/services/sync/SyncedAccount.h"
#include "tests/support/HostileHomeserver.h"
#include "tests/support/WholeClient.h"

/// Erika's whole client in an encrypted chat with Bert, at a server that can lie. Both have an identity; Bert has not written
/// yet.
struct HostileChat {
    HostileChat();

    /// Bert's identity is shown with the signature of Erika's user-signing key: he is verified.
    void verifyBert();
    /// Bert writes: key and event come with the next answer to /sync.
    void bertWrites(const QString& text);
    /// What the message that Erika sent last says to Bert; empty if he cannot read it.
    QString readByBert();

    party::Server keys;
    party::ManualClock clock;
    HostileHomeserver server{keys, QStringLiteral("@erika:example.org"), QStringLiteral("ERIKA")};
    party::Party bert{keys, clock, QStringLiteral("@bert:example.org"), QStringLiteral("BERT")};
    WholeClient erika{server, clock, QStringLiteral("@erika:example.org"), QStringLiteral("ERIKA")};
    core::UserId erikasId = *core::UserId::parse(QStringLiteral("@erika:example.org"));
    core::RoomId room = SyncedAccount::room;
};
